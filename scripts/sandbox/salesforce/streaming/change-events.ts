import { randomUUID } from 'node:crypto';
import type { CommitContext } from '../org.ts';
import type { FieldDefinition, FieldValue, ObjectDefinition, Schema } from '../schema/types.ts';
import type { Row, RowChange } from '../store/store.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_event_fields_header.htm */
export interface ChangeEventHeader {
  readonly entityName: string;
  readonly recordIds: readonly string[];
  readonly changeType: 'CREATE' | 'UPDATE' | 'DELETE';
  readonly changeOrigin: string;
  readonly transactionKey: string;
  readonly sequenceNumber: number;
  readonly commitTimestamp: number;
  readonly commitNumber: number;
  readonly commitUser: string;
  readonly nulledFields: readonly string[];
  readonly diffFields: readonly string[];
  readonly changedFields: readonly string[];
}

/** The data of a change event message, without its replay id. */
export interface ChangeEvent {
  readonly entityName: string;
  readonly schema: string;
  readonly payload: { readonly ChangeEventHeader: ChangeEventHeader } & Readonly<Record<string, unknown>>;
}

interface Change {
  readonly object: ObjectDefinition;
  readonly id: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** Events of one committed transaction: one per record, records with the very same change share one. */
export function changeEventsOf(
  schema: Schema,
  changes: readonly RowChange[],
  { userId, changeOrigin }: CommitContext,
  commit: { readonly timestamp: number; readonly number: number },
): readonly ChangeEvent[] {
  const transactionKey = `000${randomUUID().slice(3)}`;
  const grouped = new Map<string, { readonly change: Change; readonly recordIds: string[] }>();
  for (const change of netChanges(changes)) {
    if (!schema.changeEvents.has(change.object.name)) continue;
    const key = JSON.stringify([
      change.object.name,
      changeTypeOf(change),
      change.before === null ? change.id : null,
      bodyOf(change),
    ]);
    const group = grouped.get(key) ?? { change, recordIds: [] };
    group.recordIds.push(change.id);
    grouped.set(key, group);
  }
  return [...grouped.values()].map(({ change, recordIds }, index) => {
    const { values, changedFields, nulledFields } = bodyOf(change);
    const ChangeEventHeader: ChangeEventHeader = {
      entityName: change.object.name,
      recordIds,
      changeType: changeTypeOf(change),
      changeOrigin,
      transactionKey,
      sequenceNumber: index + 1,
      commitTimestamp: commit.timestamp,
      commitNumber: commit.number,
      commitUser: userId,
      nulledFields,
      diffFields: [],
      changedFields,
    };
    return {
      entityName: change.object.name,
      schema: schemaId(change.object),
      payload: { ChangeEventHeader, ...values },
    };
  });
}

/** Several changes of one record in a transaction are one; made and deleted in it is none. */
function netChanges(changes: readonly RowChange[]): readonly Change[] {
  const byRecord = new Map<string, Change>();
  for (const change of changes) {
    const earlier = byRecord.get(change.id);
    byRecord.set(change.id, earlier ? { ...change, before: earlier.before } : change);
  }
  return [...byRecord.values()].filter(({ before, after }) => before !== null || after !== null);
}

function changeTypeOf({ before, after }: Change): 'CREATE' | 'UPDATE' | 'DELETE' {
  if (before === null) return 'CREATE';
  return after === null ? 'DELETE' : 'UPDATE';
}

interface Body {
  readonly values: Readonly<Record<string, unknown>>;
  readonly changedFields: readonly string[];
  readonly nulledFields: readonly string[];
}

/** Never part of a change event. */
const LEFT_OUT = new Set(['Id', 'IsDeleted', 'SystemModstamp']);

function bodyOf({ object, before, after }: Change): Body {
  if (after === null) return { values: {}, changedFields: [], nulledFields: [] };
  const fields = [...object.fields.values()].filter(({ name, type }) => !LEFT_OUT.has(name) && type !== 'address');
  // An update always says when it was, even when the last one was in the same second.
  const changed = fields.filter(({ name }) =>
    before ? before[name] !== after[name] || name === 'LastModifiedDate' : (after[name] ?? null) !== null,
  );
  const names = changed.map(nameInEvent);
  return {
    values: valuesOf(changed, after),
    changedFields: before ? names : [],
    nulledFields: before ? changed.filter(({ name }) => (after[name] ?? null) === null).map(nameInEvent) : [],
  };
}

/** Parts of an address are named below it: `BillingAddress.Country`. */
function nameInEvent({ name, addressPart }: FieldDefinition): string {
  return addressPart ? `${addressPart.compound}.${partName(addressPart.part)}` : name;
}

const partName = (part: string): string => part.charAt(0).toUpperCase() + part.slice(1);

function valuesOf(fields: readonly FieldDefinition[], row: Row): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    const value = inEvent(field, row[field.name] ?? null);
    if (!field.addressPart) {
      values[field.name] = value;
      continue;
    }
    const { compound, part } = field.addressPart;
    values[compound] = { ...(values[compound] as object | undefined), [partName(part)]: value };
  }
  return values;
}

/** Times in events are written with `Z`. */
const inEvent = ({ type }: FieldDefinition, value: FieldValue): FieldValue =>
  type === 'datetime' && typeof value === 'string' ? value.replace('+0000', 'Z') : value;

/** Events of one object have one schema id for as long as its fields stay the same. */
const schemaId = (object: ObjectDefinition): string =>
  Buffer.from(`${object.keyPrefix}${object.fields.size}${object.name}`)
    .toString('base64url')
    .slice(0, 22)
    .padEnd(22, 'A');
