/** A lookup's value. */
export interface Reference {
  readonly table: string;
  readonly id: string;
}

/**
 * A stored value. Money and decimals are decimal text (never a binary fraction), dates `YYYY-MM-DD`, times ISO instants,
 * choices integers, lookups references.
 */
export type Value = string | number | boolean | null | Reference;

export type Values = Readonly<Record<string, Value>>;

/** A row as stored. Immutable: a change makes a new one, so that a transaction can go back. */
export interface Row {
  readonly table: string;
  readonly id: string;
  readonly version: number;
  readonly values: Values;
}

export function isReference(value: Value | undefined): value is Reference {
  return typeof value === 'object' && value !== null;
}

/** The reference in a lookup column, or `null`. */
export function referenceOf(row: Row, column: string): Reference | null {
  const value = row.values[column];
  return isReference(value) ? value : null;
}

/** The text in a column, or `''`. */
export function textOf(row: Row, column: string): string {
  const value = row.values[column];
  return typeof value === 'string' ? value : '';
}
