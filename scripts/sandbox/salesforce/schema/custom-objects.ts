import { basename, dirname } from 'node:path';
import { customField } from './custom-fields.ts';
import { systemField, text } from './fields.ts';
import { type MetadataNode, nodeOf, readMetadata, textOf } from './metadata.ts';
import type { ObjectDeclaration } from './standard-objects.ts';
import type { FieldDefinition, SharingModel } from './types.ts';

const SHARING: Readonly<Record<string, SharingModel>> = {
  Private: 'private',
  Read: 'read',
  ControlledByParent: 'parent',
};

/** Custom fields by the object that they belong to. */
export function readCustomFields(root: string): ReadonlyMap<string, readonly FieldDefinition[]> {
  const byObject = new Map<string, FieldDefinition[]>();
  for (const { name, folder, content } of readMetadata(root, 'field', 'CustomField')) {
    const object = basename(dirname(folder));
    const fields = byObject.get(object) ?? [];
    byObject.set(object, [...fields, customField(name, content)]);
  }
  return byObject;
}

/** Our custom objects. https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customobject.htm */
export function readCustomObjects(
  root: string,
  fields: ReadonlyMap<string, readonly FieldDefinition[]>,
): readonly ObjectDeclaration[] {
  return readMetadata(root, 'object', 'CustomObject')
    .filter(({ name }) => name.endsWith('__c'))
    .map(({ name, content }, index) => {
      const sharing = SHARING[textOf(content, 'sharingModel') ?? 'Private'] ?? 'private';
      return {
        name,
        label: textOf(content, 'label') ?? name,
        pluralLabel: textOf(content, 'pluralLabel') ?? name,
        keyPrefix: `a0${index}`,
        custom: true,
        writable: true,
        sharing,
        owned: sharing !== 'parent',
        fields: [nameField(content), ...(fields.get(name) ?? [])],
      };
    });
}

function nameField(content: MetadataNode): FieldDefinition {
  const node = nodeOf(content, 'nameField') ?? {};
  const label = textOf(node, 'label') ?? 'Name';
  if (textOf(node, 'type') !== 'AutoNumber') return text('Name', label, 80, { required: true });
  return systemField('Name', label, 'string', { length: 80, autoNumber: textOf(node, 'displayFormat') ?? '{0}' });
}
