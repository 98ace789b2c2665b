import { fileURLToPath } from 'node:url';
import { readCustomFields, readCustomObjects } from './custom-objects.ts';
import { readMetadata, textOf } from './metadata.ts';
import { readPermissionSets } from './permission-sets.ts';
import { BUSINESS_OBJECTS, type ObjectDeclaration, SETUP_OBJECTS, TEAM_MEMBER } from './standard-objects.ts';
import { CURRENCY_FIELD, OWNER_FIELD, SYSTEM_FIELDS } from './system-fields.ts';
import type { ChildRelationship, FieldDefinition, ObjectDefinition, Schema } from './types.ts';

export const METADATA_ROOT = fileURLToPath(new URL('../../../../salesforce/main/default', import.meta.url));

interface Features {
  readonly root?: string;
  /** Without several currencies there is no CurrencyIsoCode. */
  readonly multiCurrency: boolean;
  /** Without team selling there is no OpportunityTeamMember. */
  readonly opportunityTeams?: boolean;
}

/**
 * The schema of the sandbox org: standard objects plus what our metadata deploys. A field that is not in the metadata
 * does not exist.
 */
export function loadSchema({ root = METADATA_ROOT, multiCurrency, opportunityTeams = true }: Features): Schema {
  const customFields = readCustomFields(root);
  const standard = BUSINESS_OBJECTS.filter(({ name }) => opportunityTeams || name !== TEAM_MEMBER);
  const business = [...standard, ...readCustomObjects(root, customFields)].map((declaration) => ({
    declaration,
    fields: [
      ...SYSTEM_FIELDS,
      ...(declaration.owned ? [OWNER_FIELD] : []),
      ...(multiCurrency ? [CURRENCY_FIELD] : []),
      ...declaration.fields,
      ...(declaration.custom ? [] : (customFields.get(declaration.name) ?? [])),
    ],
  }));
  const setup = SETUP_OBJECTS.map((declaration) => ({
    declaration,
    fields: [...SYSTEM_FIELDS, ...declaration.fields],
  }));
  const all = [...business, ...setup];
  const children = childRelationships(all);
  return {
    objects: new Map(
      all.map(({ declaration, fields }) => [
        declaration.name.toLowerCase(),
        define(declaration, fields, children.get(declaration.name) ?? []),
      ]),
    ),
    changeEvents: changeEvents(root),
    permissionSets: readPermissionSets(root),
  };
}

interface Declared {
  readonly declaration: ObjectDeclaration;
  readonly fields: readonly FieldDefinition[];
}

function define(
  declaration: ObjectDeclaration,
  fields: readonly FieldDefinition[],
  children: readonly ChildRelationship[],
): ObjectDefinition {
  const { name, label, pluralLabel, keyPrefix, custom, writable, sharing } = declaration;
  const byName = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
  return { name, label, pluralLabel, keyPrefix, custom, writable, sharing, fields: byName, children };
}

function childRelationships(all: readonly Declared[]): ReadonlyMap<string, readonly ChildRelationship[]> {
  const byParent = new Map<string, ChildRelationship[]>();
  for (const { declaration, fields } of all) {
    for (const { name, referenceTo, childRelationshipName } of fields) {
      if (referenceTo === null || childRelationshipName === null) continue;
      const list = byParent.get(referenceTo) ?? [];
      byParent.set(referenceTo, [...list, { name: childRelationshipName, object: declaration.name, field: name }]);
    }
  }
  return byParent;
}

/** `OpportunityChangeEvent` belongs to Opportunity, `X__ChangeEvent` to X__c. */
function changeEvents(root: string): ReadonlySet<string> {
  return new Set(
    readMetadata(root, 'platformEventChannelMember', 'PlatformEventChannelMember')
      .filter(({ content }) => textOf(content, 'eventChannel') === 'ChangeEvents')
      .map(({ content }) =>
        (textOf(content, 'selectedEntity') ?? '').replace(/__ChangeEvent$/, '__c').replace(/ChangeEvent$/, ''),
      ),
  );
}
