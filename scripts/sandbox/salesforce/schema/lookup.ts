import type { FieldDefinition, ObjectDefinition, Schema } from './types.ts';

/** Salesforce ignores the case of API names. */
export const objectOf = (schema: Schema, name: string): ObjectDefinition | undefined =>
  schema.objects.get(name.toLowerCase());

export const fieldOf = (object: ObjectDefinition, name: string): FieldDefinition | undefined =>
  object.fields.get(name.toLowerCase());

/** The object that must exist because the schema itself names it. */
export function requireObject(schema: Schema, name: string): ObjectDefinition {
  const object = objectOf(schema, name);
  if (!object) throw new Error(`The schema names the object ${name}, which is not declared.`);
  return object;
}
