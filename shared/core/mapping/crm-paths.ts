import type { SyncPolicy } from '../policy/types.ts';
import type { SectionFieldNames } from './section-fields.ts';
import type { CrmValue } from '../model/index.ts';

/**
 * Every opportunity field path that mapping and section name, each once. Contacts and team are not among them: adapters
 * deliver people as `CrmOpportunity.contacts` and `.team`.
 */
export function crmPathsToRead(policy: Pick<SyncPolicy, 'mapping' | 'fields'>): readonly string[] {
  const mapped = policy.mapping.flatMap((row) => Object.values(row.crm).flat());
  return [...new Set<string>([...mapped, ...namesOf(policy.fields)])];
}

function namesOf(fields: SectionFieldNames): readonly string[] {
  return Object.values<string>({ ...fields });
}

/** A field of the CRM that a row of the mapping writes. */
export interface WrittenPath {
  /** The row. */
  readonly field: string;
  readonly path: string;
}

/** Told by the CRM from the stage, never written. */
const DERIVED_PARTS: Readonly<Record<string, readonly string[]>> = { phase: ['closed', 'won'] };

/** Parts behind a lookup, which adapters find or make there: the account with its address, the currency by its code. */
const RECORDS_OF_THEIR_OWN: Readonly<Record<string, readonly string[]>> = {
  dealValue: ['currency'],
  customer: ['name', 'line1', 'line2', 'city', 'state', 'postalCode', 'country'],
};

/** What the mapping writes to the opportunity itself: the first path of each part of the rows that are on there. */
export function crmPathsToWrite({ mapping }: Pick<SyncPolicy, 'mapping'>): readonly WrittenPath[] {
  return mapping
    .filter(({ places }) => places.createInCrm !== null || places.updateInCrm !== null)
    .flatMap(({ field, crm }) =>
      Object.entries(crm).flatMap(([part, [path]]) => {
        if (path === undefined || DERIVED_PARTS[field]?.includes(part)) return [];
        return RECORDS_OF_THEIR_OWN[field]?.includes(part) && !isOwnField(path) ? [] : [{ field, path }];
      }),
    );
}

/** The first of the paths that holds something; `null` when none does. */
export function firstValue(values: Readonly<Record<string, CrmValue>>, paths: readonly string[] | undefined): CrmValue {
  for (const path of paths ?? []) {
    const value = values[path];
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return null;
}

/** Whether the path is a field of the opportunity itself. */
export function isOwnField(path: string): boolean {
  return !path.includes('.');
}

/** Of what stands behind a lookup only a currency is written: the Dynamics adapter sets the lookup to the one with this ISO code. */
export function isWritable(path: string): boolean {
  return isOwnField(path) || path.endsWith('.isocurrencycode');
}
