/** A row that a lookup points to, as client code of Dataverse has it. */
export interface Lookup {
  readonly id: string;
  readonly name: string;
  readonly entityType: string;
}

/** A column's value on the form: money and numbers are numbers, dates `YYYY-MM-DD`, times ISO instants, choices integers. */
export type CellValue = string | number | boolean | null | Lookup;

export type Values = Readonly<Record<string, CellValue>>;

export function isLookup(value: CellValue | undefined): value is Lookup {
  return typeof value === 'object' && value !== null;
}

/** A value as plain text; empty when there is none. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  return isLookup(value) ? value.name : String(value);
}

export function sameValue(one: CellValue | undefined, other: CellValue | undefined): boolean {
  if (isLookup(one) && isLookup(other)) return one.id === other.id && one.entityType === other.entityType;
  return (one ?? null) === (other ?? null);
}
