import { CODES, DataverseError } from '../errors.ts';
import type { Table } from '../schema/index.ts';
import type { Store } from '../store/store.ts';
import { type Row, type Value, type Values, isReference, referenceOf } from '../store/values.ts';
import { derivedColumns } from './derived.ts';
import type { Session } from './session.ts';

/**
 * Dataverse keeps every connection as two rows, one seen from each end, and keeps them alike
 * (learn.microsoft.com power-apps/developer/data-platform/connection-entities). Events go out for both.
 */
export function mirrorNewConnection(session: Session, table: Table, row: Row): void {
  const { store } = session;
  const id = session.newId();
  const values: Record<string, Value> = {
    ...row.values,
    ...mirrored(row.values),
    connectionid: id,
    ismaster: false,
    relatedconnectionid: { table: 'connection', id: row.id },
  };
  Object.assign(values, derivedColumns(store, table, values));
  const twin = store.insert('connection', id, values);
  store.update(row, { relatedconnectionid: { table: 'connection', id } });
  session.changes.push({ message: 'Create', table: 'connection', id, target: twin.values, before: null, after: twin });
}

/** @throws DataverseError (400) when a connection lacks one of its ends. */
export function requireEnds(values: Values): void {
  for (const end of ['record1id', 'record2id']) {
    if (!isReference(values[end]))
      throw new DataverseError(400, CODES.missingColumn, `A connection needs both ends: ${end} is missing.`);
  }
}

/** Writes an update of one of the two rows onto the other. */
export function mirrorConnection(session: Session, table: Table, row: Row): void {
  const { store } = session;
  const twin = twinOf(store, row);
  if (!twin) return;
  const { statecode, statuscode, description, modifiedon, modifiedby } = row.values;
  const changes = mirrored(row.values);
  Object.assign(changes, { statecode, statuscode, description: description ?? null, modifiedon, modifiedby });
  const after = store.update(twin, { ...changes, ...derivedColumns(store, table, { ...twin.values, ...changes }) });
  session.changes.push({ message: 'Update', table: 'connection', id: twin.id, target: changes, before: twin, after });
}

/** The other row of a connection. */
export function twinOf(store: Store, row: Row): Row | undefined {
  const reference = referenceOf(row, 'relatedconnectionid');
  return reference ? store.get('connection', reference.id) : undefined;
}

function mirrored(values: Values): Record<string, Value> {
  return {
    record1id: values.record2id ?? null,
    record2id: values.record1id ?? null,
    record1roleid: values.record2roleid ?? null,
    record2roleid: values.record1roleid ?? null,
  };
}
