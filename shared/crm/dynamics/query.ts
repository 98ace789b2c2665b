/** A query below the service root; only what is given is sent. */
export interface Query {
  readonly select: readonly string[];
  /** Columns by single-valued navigation property. */
  readonly expand?: ReadonlyMap<string, Iterable<string>>;
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

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** `estimatedvalue` or `parentaccountid.address1_country`; `null` for anything else. */
export function pathOf(path: string): ColumnPath | null {
  const [, navigation = null, column] = /^(?:([a-z_]\w*)\.)?([a-z_]\w*)$/i.exec(path) ?? [];
  return column === undefined ? null : { path, navigation, column };
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
