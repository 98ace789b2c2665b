import type { FieldDefinition, FieldValue, ObjectDefinition } from '../schema/types.ts';
import type { Row } from '../store/store.ts';
import type { Column } from './select.ts';

/** `attributes` of an answered row. */
export const attributesOf = (objectName: string, id: string, version: string) => ({
  type: objectName,
  url: `/services/data/v${version}/sobjects/${objectName}/${id}`,
});

/** A field's value as JSON: an address is made of its parts, a label replaces the API name where it was asked for. */
export function jsonValue(object: ObjectDefinition, row: Row, { field, label }: Column): unknown {
  if (field.type === 'address') return addressOf(object, row, field);
  const value: FieldValue = row[field.name] ?? null;
  return label ? (field.picklist.find((option) => option.value === value)?.label ?? value) : value;
}

function addressOf(object: ObjectDefinition, row: Row, compound: FieldDefinition): object | null {
  const parts = [...object.fields.values()].filter(({ addressPart }) => addressPart?.compound === compound.name);
  const address = parts.map(({ name, addressPart }) => [addressPart?.part ?? name, row[name] ?? null] as const);
  if (address.every(([, value]) => value === null)) return null;
  return { ...Object.fromEntries(address), geocodeAccuracy: null, latitude: null, longitude: null };
}
