import type { Table } from '../schema/index.ts';
import { requireAccess } from '../security/principal.ts';
import { type Row, referenceOf } from '../store/values.ts';
import { twinOf } from './connection.ts';
import type { Session } from './session.ts';

/**
 * Deletes a row; the rows that hang on it go too or lose their lookup, as the relationship says.
 * @throws DataverseError 403 without access; 500 when a test has locked the row.
 */
export function deleteRow(session: Session, table: Table, row: Row): void {
  requireAccess(session.who, table, row, 'Delete');
  session.checkLock(row.id);
  removeWithChildren(session, table, row);
}

function removeWithChildren(session: Session, table: Table, row: Row): void {
  const { schema, store } = session;
  for (const { table: childName, column, cascadeDelete } of table.collections.values()) {
    const childTable = schema.tables.get(childName);
    const children = [...store.rows(childName)].filter((child) => referenceOf(child, column)?.id === row.id);
    for (const child of children) {
      if (cascadeDelete && childTable) removeWithChildren(session, childTable, child);
      else store.update(child, { [column]: null });
    }
  }
  store.remove(row);
  const twin = table.name === 'connection' ? twinOf(store, row) : undefined;
  if (twin) removeWithChildren(session, table, twin);
  session.changes.push({ message: 'Delete', table: table.name, id: row.id, target: {}, before: row, after: null });
}
