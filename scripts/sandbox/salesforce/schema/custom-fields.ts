import { field } from './fields.ts';
import { type MetadataNode, isTrue, nodeOf, nodesOf, numberOf, textOf } from './metadata.ts';
import type { FieldDefinition, FieldType, PicklistValue } from './types.ts';

/** Our metadata's field types and what the API calls them. A type that we do not use yet is refused, not guessed. */
const TYPES: Readonly<Record<string, FieldType>> = {
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  LongTextArea: 'textarea',
  Lookup: 'reference',
  MasterDetail: 'reference',
  Number: 'double',
  Phone: 'phone',
  Picklist: 'picklist',
  Text: 'string',
  TextArea: 'textarea',
  Url: 'url',
};

const FIXED_LENGTHS: Readonly<Record<string, number>> = {
  Url: 255,
  Email: 80,
  Phone: 40,
  TextArea: 255,
  Picklist: 255,
};

/**
 * A custom field from its `CustomField` metadata.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customfield.htm
 * @throws Error when the type is unknown to the stand-in.
 */
export function customField(name: string, node: MetadataNode): FieldDefinition {
  const metadataType = textOf(node, 'type') ?? '';
  const type = TYPES[metadataType];
  if (type === undefined)
    throw new Error(`Field ${name}: the stand-in does not know the field type "${metadataType}".`);
  const picklist = picklistOf(node);
  const masterDetail = metadataType === 'MasterDetail';
  const required = masterDetail || isTrue(node, 'required');
  const childName = textOf(node, 'relationshipName');
  return field(name, textOf(node, 'label') ?? name, type, {
    custom: true,
    length: FIXED_LENGTHS[metadataType] ?? numberOf(node, 'length'),
    precision: numberOf(node, 'precision'),
    scale: numberOf(node, 'scale'),
    required,
    updateable: !masterDetail || isTrue(node, 'reparentableMasterDetail'),
    filterable: metadataType !== 'LongTextArea',
    unique: isTrue(node, 'unique'),
    externalId: isTrue(node, 'externalId'),
    defaultValue:
      type === 'boolean' ? isTrue(node, 'defaultValue') : (picklist.find((v) => v.isDefault)?.value ?? null),
    picklist,
    restricted: isTrue(nodeOf(node, 'valueSet') ?? {}, 'restricted'),
    referenceTo: textOf(node, 'referenceTo') ?? null,
    relationshipName: type === 'reference' ? name.replace(/__c$/, '__r') : null,
    childRelationshipName: childName === undefined ? null : `${childName}__r`,
    masterDetail,
    helpText: textOf(node, 'inlineHelpText') ?? null,
  });
}

function picklistOf(node: MetadataNode): readonly PicklistValue[] {
  const definition = nodeOf(nodeOf(node, 'valueSet') ?? {}, 'valueSetDefinition') ?? {};
  return nodesOf(definition, 'value').map((value) => {
    const fullName = textOf(value, 'fullName') ?? '';
    return { value: fullName, label: textOf(value, 'label') ?? fullName, isDefault: isTrue(value, 'default') };
  });
}
