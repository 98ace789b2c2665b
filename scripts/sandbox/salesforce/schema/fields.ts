import type { FieldDefinition, FieldType, PicklistValue } from './types.ts';

type Options = Partial<Omit<FieldDefinition, 'name' | 'label' | 'type'>>;

/** A field with everything that is not said left at its usual value. */
export function field(name: string, label: string, type: FieldType, options: Options = {}): FieldDefinition {
  return {
    name,
    label,
    type,
    custom: false,
    length: 0,
    precision: 0,
    scale: 0,
    required: false,
    createable: true,
    updateable: true,
    permission: options.required === true ? null : name,
    filterable: type !== 'address',
    unique: false,
    externalId: false,
    defaultValue: type === 'boolean' ? false : null,
    picklist: [],
    restricted: false,
    referenceTo: null,
    relationshipName: null,
    childRelationshipName: null,
    masterDetail: false,
    helpText: null,
    autoNumber: null,
    addressPart: null,
    ...options,
  };
}

/** A field that Salesforce fills in by itself and that everyone may read. */
export function systemField(name: string, label: string, type: FieldType, options: Options = {}): FieldDefinition {
  return field(name, label, type, { createable: false, updateable: false, permission: null, ...options });
}

export const text = (name: string, label: string, length: number, options: Options = {}) =>
  field(name, label, 'string', { length, ...options });

/** A long text area can be read and written, but not filtered or sorted by. */
export const longText = (name: string, label: string, length: number, options: Options = {}) =>
  field(name, label, 'textarea', { length, filterable: false, ...options });

/** A choice between strings that are their own labels. */
export const choice = (name: string, label: string, values: readonly string[], options: Options = {}) =>
  field(name, label, 'picklist', { length: 255, picklist: values.map(plainValue), ...options });

export const plainValue = (value: string): PicklistValue => ({ value, label: value, isDefault: false });

/** A look-up to another object: `AccountId` with the way up `Account` and, by `childRelationshipName`, the way down. */
export const lookup = (name: string, label: string, referenceTo: string, options: Options = {}) =>
  field(name, label, 'reference', {
    length: 18,
    referenceTo,
    relationshipName: name.replace(/Id$/, ''),
    ...options,
  });

const ADDRESS_PARTS = [
  ['Street', 'street', 255],
  ['City', 'city', 40],
  ['State', 'state', 80],
  ['PostalCode', 'postalCode', 20],
  ['Country', 'country', 80],
] as const;

/** An address: one compound field to read and five parts to write. Field permissions are given to the compound. */
export function address(prefix: string): readonly FieldDefinition[] {
  const compound = `${prefix}Address`;
  return [
    field(compound, `${prefix} Address`, 'address', { createable: false, updateable: false }),
    ...ADDRESS_PARTS.map(([suffix, part, length]) =>
      field(
        `${prefix}${suffix}`,
        `${prefix} ${suffix.replace(/(?<=l)C/, ' C')}`,
        suffix === 'Street' ? 'textarea' : 'string',
        {
          length,
          permission: compound,
          addressPart: { compound, part },
        },
      ),
    ),
  ];
}
