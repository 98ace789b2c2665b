import type { SyncPolicy } from '../../../shared/core/policy/types.ts';
import type { ColumnPath } from '../../../shared/crm/dynamics/query.ts';
import type { Row } from '../../../shared/crm/dynamics/row.ts';
import { expandedRow } from '../../../shared/crm/dynamics/row.ts';
import type { ColumnType } from '../../../shared/crm/dynamics/values.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/;

/**
 * The type of a column as far as its canonical value depends on it. The connector asks the metadata; here the mapping says
 * which paths are amounts, and a value says itself whether it is a decimal or a time. That spares every form a call.
 */
export function columnTypes(
  row: Row,
  { mapping }: Pick<SyncPolicy, 'mapping'>,
): (path: ColumnPath) => ColumnType | undefined {
  const amounts = new Set(mapping.flatMap(({ crm }) => crm.amount ?? []));
  return ({ path, navigation, column }) => {
    if (amounts.has(path)) return 'Money';
    const value = (navigation === null ? row : expandedRow(row, navigation))?.[column];
    if (typeof value === 'number' && !Number.isInteger(value)) return 'Decimal';
    return typeof value === 'string' && INSTANT.test(value) ? 'DateTime' : undefined;
  };
}
