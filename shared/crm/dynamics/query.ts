import { CosellError } from '../../core/errors/index.ts';

/** A query below the service root; only what is given is sent. */
export interface Query {
  readonly select: readonly string[];
  /** Columns by single-valued navigation property. */
  readonly expand?: ReadonlyMap<string, ReadonlySet<string>>;
  readonly filter?: string;
  readonly orderBy?: string;
  readonly top?: number;
}

/** Where a field path leads: a column of the opportunity, or of a row that a lookup points to. */
export interface ColumnPath {
  readonly path: string;
  readonly navigation: string | null;
  readonly column: string;
}

/** Documented limit of `$expand` options in one query. */
const MOST_EXPANDS = 15;
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** `estimatedvalue` or `parentaccountid.address1_country`. @throws CosellError `mapping-invalid` for anything else */
export function parsePath(path: string): ColumnPath {
  const [, navigation = null, column = ''] = /^(?:([a-z_]\w*)\.)?([a-z_]\w*)$/i.exec(path) ?? [];
  if (column !== '') return { path, navigation, column };
  throw new CosellError('mapping-invalid', {
    message: `"${path}" is not a field path of Dynamics 365.`,
    cure: 'Write a column of opportunity ("estimatedvalue") or a lookup’s navigation property, a dot and its column ("parentaccountid.name").',
    field: path,
  });
}

/** @throws CosellError `mapping-invalid` when the paths go through more lookups than one query may follow */
export function groupByNavigation(paths: readonly ColumnPath[]): {
  select: ReadonlySet<string>;
  expand: Map<string, Set<string>>;
} {
  const select = new Set<string>();
  const expand = new Map<string, Set<string>>();
  for (const { navigation, column } of paths) {
    if (navigation === null) select.add(column);
    else expand.set(navigation, (expand.get(navigation) ?? new Set()).add(column));
  }
  if (expand.size > MOST_EXPANDS) {
    throw new CosellError('mapping-invalid', {
      message: `The field mapping reads through ${expand.size} lookups of the opportunity; Dynamics 365 follows at most ${MOST_EXPANDS}.`,
      cure: `Remove lookups from the mapping: ${[...expand.keys()].join(', ')}.`,
    });
  }
  return { select, expand };
}

/** @param set entity set name, `opportunities` */
export function queryPath(set: string, { select, expand, filter, orderBy, top }: Query): string {
  const expansions = [...(expand ?? [])].map(
    ([navigation, columns]) => `${navigation}($select=${[...columns].join(',')})`,
  );
  const options = [
    `$select=${select.join(',')}`,
    expansions.length > 0 && `$expand=${expansions.join(',')}`,
    filter !== undefined && `$filter=${encodeURIComponent(filter)}`,
    orderBy !== undefined && `$orderby=${encodeURIComponent(orderBy)}`,
    top !== undefined && `$top=${top}`,
  ];
  return `${set}?${options.filter((option) => option !== false).join('&')}`;
}

/**
 * `column` is one of `guids`, as the documented query function, which takes the attribute's name (`cosell_opportunityid`),
 * never the lookup property's (`_cosell_opportunityid_value`). URLs inside a `$batch` may have 64 KB: enough for 1,000 ids.
 * learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/in
 */
export function isIn(column: string, guids: readonly string[]): string {
  const values = guids.map((guid) => `'${guid}'`).join(',');
  return `Microsoft.Dynamics.CRM.In(PropertyName='${column}',PropertyValues=[${values}])`;
}

/** A text literal of OData. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
