import { CODES, DataverseError } from '../errors.ts';
import type { Table } from '../schema/index.ts';
import { requireAccess, requireColumns, requirePrivilege } from '../security/principal.ts';
import { type Reference, type Row, type Value, type Values, isReference } from '../store/values.ts';
import { mirrorNewConnection, requireEnds } from './connection.ts';
import { derivedColumns } from './derived.ts';
import { checkKeys } from './keys.ts';
import { requireCustomer, settleCustomer } from './opportunity.ts';
import type { Session } from './session.ts';
import { settleState } from './state.ts';
import { instant } from './value.ts';

/**
 * Makes a row from column values that `readPayload` checked.
 * @throws DataverseError 403 without privilege or column security; 412 for a duplicate id or key; 400 for a bad status.
 */
export function createRow(session: Session, table: Table, given: Values): Row {
  const { store, who } = session;
  requirePrivilege(who, table, 'Create');
  requireColumns(who, table, Object.keys(given), 'create');
  const chosen = given[table.primaryId];
  const id = typeof chosen === 'string' ? chosen : session.newId();
  if (store.get(table.name, id)) {
    throw new DataverseError(
      412,
      CODES.duplicateId,
      `A record with matching key values already exists: ${table.name} ${id}.`,
    );
  }
  const values: Record<string, Value> = { ...defaults(session, table), ...given, [table.primaryId]: id };
  if (table.name === 'opportunity') {
    Object.assign(values, settleCustomer({}, given));
    requireCustomer(values);
  }
  if (table.name === 'connection') requireEnds(values);
  Object.assign(
    values,
    settleState(table, {}, given),
    ownership(session, table, given),
    derivedColumns(store, table, values),
  );
  const stamp = { createdon: instant(session.now()), createdby: { table: 'systemuser', id: who.userId } };
  Object.assign(values, stamp, { modifiedon: stamp.createdon, modifiedby: stamp.createdby });
  checkLookups(session, table, given);
  checkKeys(store, table, id, values);
  const row = store.insert(table.name, id, values);
  session.changes.push({
    message: 'Create',
    table: table.name,
    id,
    target: filled(row.values),
    before: null,
    after: row,
  });
  if (table.name === 'connection') mirrorNewConnection(session, table, row);
  return row;
}

function filled(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== null && name !== 'versionnumber'),
  );
}

function defaults({ store }: Session, table: Table): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const column of table.columns.values()) {
    if (column.default !== undefined) values[column.name] = column.default;
    if (column.autoNumber !== undefined)
      values[column.name] = autoNumber(column.autoNumber, () => store.nextNumber(table.name));
  }
  return values;
}

/** `PCR-{SEQNUM:6}` → `PCR-001000`. */
function autoNumber(format: string, next: () => number): string {
  return format.replace(/\{SEQNUM:(\d+)\}/, (_, digits: string) => String(next()).padStart(Number(digits), '0'));
}

/** Who owns the row: the one given, otherwise the caller. */
function ownership({ store, who }: Session, table: Table, given: Values): Record<string, Value> {
  if (!table.owned) return {};
  const owner: Reference = isReference(given.ownerid) ? given.ownerid : { table: 'systemuser', id: who.userId };
  return ownerColumnsOf(store.get(owner.table, owner.id), owner);
}

/** The read-only companions of `ownerid`. */
export function ownerColumnsOf(ownerRow: Row | undefined, owner: Reference): Record<string, Value> {
  return {
    ownerid: owner,
    owninguser: owner.table === 'systemuser' ? owner : null,
    owningteam: owner.table === 'team' ? owner : null,
    owningbusinessunit: ownerRow?.values.businessunitid ?? null,
  };
}

/** A lookup needs Append on the row's table and AppendTo on the row it points to. */
export function checkLookups({ schema, store, who }: Session, table: Table, given: Values): void {
  for (const [name, value] of Object.entries(given)) {
    if (!isReference(value) || name === 'ownerid') continue;
    requirePrivilege(who, table, 'Append');
    const target = schema.tables.get(value.table);
    const row = store.get(value.table, value.id);
    if (target && row) requireAccess(who, target, row, 'AppendTo');
  }
}
