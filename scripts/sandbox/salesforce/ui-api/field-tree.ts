import { SalesforceError } from '../errors.ts';
import type { Org, OrgUser } from '../org.ts';
import { fieldOf, requireObject } from '../schema/lookup.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';

/** What of a record is to be answered: its own fields, and the records that its look-ups lead to. */
export interface FieldTree {
  readonly object: ObjectDefinition;
  readonly fields: Map<string, FieldDefinition>;
  /** By relationship name. */
  readonly parents: Map<string, { readonly step: FieldDefinition; readonly tree: FieldTree }>;
}

export const emptyTree = (object: ObjectDefinition): FieldTree => ({ object, fields: new Map(), parents: new Map() });

/**
 * Adds qualified names (`Opportunity.Account.Name`) to a tree.
 * @param optional names that do not exist or may not be read are left out instead of refused
 * @throws SalesforceError INVALID_FIELD
 */
export function addFields(
  org: Org,
  user: OrgUser,
  tree: FieldTree,
  names: readonly string[],
  { optional }: { readonly optional: boolean },
): void {
  for (const name of names) {
    try {
      addField(org, user, tree, name);
    } catch (error) {
      if (!optional || !(error instanceof SalesforceError)) throw error;
    }
  }
}

function addField(org: Org, user: OrgUser, root: FieldTree, name: string): void {
  const [objectName = '', ...path] = name.split('.');
  const last = path.pop();
  if (last === undefined || objectName.toLowerCase() !== root.object.name.toLowerCase()) {
    throw invalid(
      `${name} is not a field of ${root.object.name}. Names begin with the object: ${root.object.name}.Name`,
    );
  }
  let tree = root;
  for (const part of path) {
    const step = [...tree.object.fields.values()].find(
      ({ relationshipName }) => relationshipName?.toLowerCase() === part.toLowerCase(),
    );
    if (!step || typeof step.referenceTo !== 'string' || !user.permissions.field(tree.object, step).read) {
      throw noColumn(part, tree.object);
    }
    const key = step.relationshipName ?? step.name;
    const parent = tree.parents.get(key) ?? { step, tree: emptyTree(requireObject(org.schema, step.referenceTo)) };
    tree.parents.set(key, parent);
    tree = parent.tree;
  }
  const field = fieldOf(tree.object, last);
  if (!field || !user.permissions.object(tree.object).read || !user.permissions.field(tree.object, field).read) {
    throw noColumn(last, tree.object);
  }
  tree.fields.set(field.name, field);
}

const invalid = (message: string): SalesforceError => new SalesforceError('INVALID_FIELD', message);

const noColumn = (name: string, object: ObjectDefinition): SalesforceError =>
  invalid(
    `No such column '${name}' on entity '${object.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
