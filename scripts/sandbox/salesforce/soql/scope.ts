import type { Org, OrgUser } from '../org.ts';
import { fieldOf, objectOf, requireObject } from '../schema/lookup.ts';
import type { FieldDefinition, FieldValue, ObjectDefinition } from '../schema/types.ts';
import type { Row } from '../store/store.ts';
import { malformedQuery, noSuchColumn, noSuchObject, noSuchRelationship } from './errors.ts';

/** What the names in a query are looked up in. */
export interface Scope {
  readonly org: Org;
  readonly user: OrgUser;
  /** The query's text, for messages. */
  readonly soql: string;
  readonly object: ObjectDefinition;
  /** Alias in FROM; may stand before field names. */
  readonly alias: string | null;
  /** `queryAll`: rows in the recycle bin too. */
  readonly deletedToo: boolean;
}

/** A field at the end of a path of look-ups: `Account.BillingCountry`. */
export interface FieldPath {
  /** The look-ups on the way, from the queried object up. */
  readonly steps: readonly FieldDefinition[];
  readonly field: FieldDefinition;
  /** The object that has the field. */
  readonly object: ObjectDefinition;
}

/** Salesforce goes up at most five levels. */
const MOST_STEPS = 5;

/** @throws SalesforceError INVALID_TYPE */
export function queriedObject(org: Org, user: OrgUser, name: string): ObjectDefinition {
  const object = objectOf(org.schema, name);
  if (object && user.permissions.object(object).read) return object;
  throw noSuchObject(name);
}

/** @throws SalesforceError INVALID_FIELD, MALFORMED_QUERY */
export function resolvePath(scope: Scope, path: string): FieldPath {
  const names = path.split('.');
  const first = names[0]?.toLowerCase();
  if (names.length > 1 && (first === scope.alias?.toLowerCase() || first === scope.object.name.toLowerCase()))
    names.shift();
  const fieldName = names.pop() ?? '';
  if (names.length > MOST_STEPS)
    throw malformedQuery(`${path}: only ${MOST_STEPS} levels of child-to-parent relationships are allowed`);
  let object = scope.object;
  const steps = names.map((name) => {
    const step = visibleFields(scope, object).find(
      (field) => field.relationshipName?.toLowerCase() === name.toLowerCase(),
    );
    const target = step?.referenceTo;
    if (!step || typeof target !== 'string') throw noSuchRelationship(scope.soql, name);
    object = requireObject(scope.org.schema, target);
    return step;
  });
  const field = fieldOf(object, fieldName);
  if (!field || !isVisible(scope, object, field)) throw noSuchColumn(scope.soql, fieldName, object.name);
  return { steps, field, object };
}

/** The value at the end of a path; `null` when a look-up on the way is empty. */
export function valueAt(org: Org, row: Row, { steps, field }: FieldPath): FieldValue {
  let current: Row | undefined = row;
  for (const step of steps) current = current && parentOf(org, current, step);
  return current?.[field.name] ?? null;
}

export function parentOf(org: Org, row: Row, step: FieldDefinition): Row | undefined {
  const id = row[step.name];
  if (typeof id !== 'string' || step.referenceTo === null) return undefined;
  return org.store.get(requireObject(org.schema, step.referenceTo), id);
}

export const visibleFields = (scope: Scope, object: ObjectDefinition): readonly FieldDefinition[] =>
  [...object.fields.values()].filter((field) => isVisible(scope, object, field));

const isVisible = ({ user }: Scope, object: ObjectDefinition, field: FieldDefinition): boolean =>
  user.permissions.field(object, field).read;
