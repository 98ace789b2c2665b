import type { Row } from './values.ts';

/** The row's version as Dataverse shows it. */
export function etagOf(row: Row): string {
  return `W/"${row.version}"`;
}
