import { CosellError } from '../../core/errors/index.ts';
import { type ColumnPath, pathOf } from './query.ts';
import type { opportunityColumns } from './snapshot.ts';

/** Documented limit of `$expand` options in one query. */
const MOST_EXPANDS = 15;

/** `estimatedvalue` or `parentaccountid.address1_country`. @throws CosellError `mapping-invalid` for anything else */
export function parsePath(path: string): ColumnPath {
  const parsed = pathOf(path);
  if (parsed !== null) return parsed;
  throw new CosellError('mapping-invalid', {
    message: `"${path}" is not a field path of Dynamics 365.`,
    cure: 'Write a column of opportunity ("estimatedvalue") or a lookup’s navigation property, a dot and its column ("parentaccountid.name").',
    field: path,
  });
}

/** @throws CosellError `mapping-invalid` when the columns are behind more lookups than one query may follow */
export function checkLookups({ expand }: Pick<ReturnType<typeof opportunityColumns>, 'expand'>): void {
  if (expand.size <= MOST_EXPANDS) return;
  throw new CosellError('mapping-invalid', {
    message: `The field mapping reads through ${expand.size} lookups of the opportunity; Dynamics 365 follows at most ${MOST_EXPANDS}.`,
    cure: `Remove lookups from the mapping: ${[...expand.keys()].join(', ')}.`,
  });
}
