import { EDITABLE_FIELDS, type EditableField, type FieldAccess, type SyncPolicy } from 'c/syncCore';
import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';

/** What field permissions let this person see and change. Object info lists only fields that the person may read. */
export function accessOf(
  info: ObjectInfoRepresentation,
  { fields }: Pick<SyncPolicy, 'fields'>,
): Readonly<Record<EditableField, FieldAccess>> {
  const entries = EDITABLE_FIELDS.map((name): [EditableField, FieldAccess] => {
    const field = info.fields[fields[name]];
    return [name, { readable: field !== undefined, editable: field?.updateable === true }];
  });
  return Object.fromEntries(entries) as Record<EditableField, FieldAccess>;
}
