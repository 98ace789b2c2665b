import { CODES, DataverseError } from '../errors.ts';
import type { Table } from '../schema/index.ts';
import { requireAccess, requireColumns } from '../security/principal.ts';
import { etagOf } from '../store/etag.ts';
import { type Row, type Value, type Values, isReference } from '../store/values.ts';
import { checkLookups, ownerColumnsOf } from './create.ts';
import { mirrorConnection } from './connection.ts';
import { derivedColumns } from './derived.ts';
import { checkKeys } from './keys.ts';
import { refuseClosed, requireCustomer, settleClose, settleCustomer } from './opportunity.ts';
import type { Session } from './session.ts';
import { settleState } from './state.ts';
import { instant } from './value.ts';

/**
 * Writes column values that `readPayload` checked onto a row.
 * @throws DataverseError 403 without access or column security; 412 for a duplicate key; 400 for a bad status or a closed
 * opportunity; 500 when a test has locked the row.
 */
export function updateRow(session: Session, table: Table, row: Row, given: Values): Row {
  const { store, who } = session;
  requireAccess(who, table, row, 'Write');
  requireColumns(who, table, Object.keys(given), 'update');
  session.checkLock(row.id);
  if (table.name === 'opportunity') refuseClosed(row, given);
  checkLookups(session, table, given);
  const changes = { ...given, ...consequences(session, table, row, given) };
  const after = { ...row.values, ...changes };
  Object.assign(changes, derivedColumns(store, table, after));
  checkKeys(store, table, row.id, after);
  const stamp = { modifiedon: instant(session.now()), modifiedby: { table: 'systemuser', id: who.userId } };
  const updated = store.update(row, { ...changes, ...stamp });
  const target = { ...given, ...stateTarget(row, changes), ...stamp, [table.primaryId]: row.id };
  session.changes.push({ message: 'Update', table: table.name, id: row.id, target, before: row, after: updated });
  if (table.name === 'connection') mirrorConnection(session, table, updated);
  return updated;
}

function consequences(session: Session, table: Table, row: Row, given: Values): Record<string, Value> {
  const changes: Record<string, Value> = {};
  if (given.statecode !== undefined || given.statuscode !== undefined) {
    Object.assign(changes, settleState(table, row.values, given));
  }
  if (table.name === 'opportunity') {
    Object.assign(
      changes,
      settleCustomer(row.values, given),
      settleClose(row.values, given, session.now().toISOString().slice(0, 10)),
    );
    requireCustomer({ ...row.values, ...given, ...changes });
  }
  const owner = given.ownerid;
  if (table.owned && isReference(owner)) {
    requireAccess(session.who, table, row, 'Assign');
    Object.assign(changes, ownerColumnsOf(session.store.get(owner.table, owner.id), owner));
  }
  return changes;
}

/** What closing and reopening changed besides the given columns; the platform has them in the event too. */
function stateTarget(row: Row, changes: Values): Values {
  const names = ['statecode', 'statuscode', 'actualclosedate', 'actualvalue'];
  return Object.fromEntries(
    names
      .filter((name) => changes[name] !== undefined && changes[name] !== row.values[name])
      .map((name) => [name, changes[name] ?? null]),
  );
}

/** @throws DataverseError (412) when `If-Match` names another version. */
export function checkVersion(row: Row, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === etagOf(row)) return;
  throw new DataverseError(
    412,
    CODES.versionMismatch,
    "The version of the existing record doesn't match the RowVersion property provided.",
  );
}
