import { SalesforceError } from '../errors.ts';
import type { OrgUser } from '../org.ts';
import { isWritable } from '../records/writable-fields.ts';
import { requireSObject } from '../rest/body.ts';
import type { RestContext, RestRequest, RestResponse, Route } from '../rest/types.ts';
import { fieldOf } from '../schema/lookup.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import { translated } from '../schema/translations.ts';
import { localeOf } from './locale.ts';
import { MASTER_RECORD_TYPE } from './representation.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_object_info.htm */
export const OBJECT_INFO_ROUTES: readonly Route[] = [
  { method: 'GET', path: ['ui-api', 'object-info', null], handler: objectInfo },
  { method: 'GET', path: ['ui-api', 'object-info', null, 'picklist-values', null], handler: allPicklistValues },
  { method: 'GET', path: ['ui-api', 'object-info', null, 'picklist-values', null, null], handler: picklistValues },
];

const DATA_TYPES: Readonly<Record<FieldDefinition['type'], string>> = {
  id: 'String',
  string: 'String',
  textarea: 'TextArea',
  picklist: 'Picklist',
  boolean: 'Boolean',
  currency: 'Currency',
  percent: 'Percent',
  double: 'Double',
  date: 'Date',
  datetime: 'DateTime',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  reference: 'Reference',
  address: 'Address',
};

function objectInfo(request: RestRequest, { org, session: { user } }: RestContext): RestResponse {
  const { path } = request;
  const object = requireSObject(org, user, path[2] ?? '');
  const { create, edit, remove } = user.permissions.object(object);
  const readable = [...object.fields.values()].filter((field) => user.permissions.field(object, field).read);
  return {
    status: 200,
    body: {
      apiName: object.name,
      childRelationships: object.children.map(({ name, object: child, field }) => ({
        childObjectApiName: child,
        fieldName: field,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: name,
      })),
      createable: object.writable && create,
      custom: object.custom,
      defaultRecordTypeId: MASTER_RECORD_TYPE,
      deletable: object.writable && remove,
      dependentFields: {},
      feedEnabled: false,
      fields: Object.fromEntries(
        readable.map((field) => [
          field.name,
          fieldInfo(user, object, translated(object.name, field, localeOf(request))),
        ]),
      ),
      keyPrefix: object.keyPrefix,
      label: object.label,
      labelPlural: object.pluralLabel,
      layoutable: object.writable,
      mruEnabled: !object.custom,
      nameFields: ['Name'],
      queryable: true,
      recordTypeInfos: {
        [MASTER_RECORD_TYPE]: {
          available: true,
          defaultRecordTypeMapping: true,
          master: true,
          name: 'Master',
          recordTypeId: MASTER_RECORD_TYPE,
        },
      },
      searchable: true,
      themeInfo: null,
      updateable: object.writable && edit,
    },
  };
}

function fieldInfo(user: OrgUser, object: ObjectDefinition, field: FieldDefinition): object {
  const { name, label, type, length, precision, scale, custom, unique, helpText, referenceTo } = field;
  return {
    apiName: name,
    calculated: false,
    compound: type === 'address',
    compoundComponentName: null,
    compoundFieldName: field.addressPart?.compound ?? null,
    controllerName: null,
    controllingFields: [],
    createable: object.writable && isWritable(user, object, field, 'create'),
    custom,
    dataType: DATA_TYPES[type],
    extraTypeInfo: type === 'textarea' ? 'PlainTextArea' : null,
    filterable: field.filterable,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: false,
    inlineHelpText: helpText,
    label,
    length,
    maskType: null,
    nameField: name === 'Name',
    polymorphicForeignKey: false,
    precision,
    reference: type === 'reference',
    referenceTargetField: null,
    referenceToInfos: referenceTo === null ? [] : [{ apiName: referenceTo, nameFields: ['Name'] }],
    relationshipName: field.relationshipName,
    required: field.required,
    scale,
    searchPrefilterable: false,
    sortable: field.filterable,
    unique,
    updateable: object.writable && isWritable(user, object, field, 'update'),
  };
}

function allPicklistValues(request: RestRequest, { org, session: { user, version } }: RestContext): RestResponse {
  const object = requireSObject(org, user, request.path[2] ?? '');
  checkRecordType(request.path[4]);
  const fields = [...object.fields.values()].filter(
    (field) => field.type === 'picklist' && user.permissions.field(object, field).read,
  );
  const values = fields.map(
    (field) => [field.name, valuesOf(object, translated(object.name, field, localeOf(request)), version)] as const,
  );
  return { status: 200, body: { eTag: object.name, picklistFieldValues: Object.fromEntries(values) } };
}

function picklistValues(request: RestRequest, { org, session: { user, version } }: RestContext): RestResponse {
  const { path } = request;
  const object = requireSObject(org, user, path[2] ?? '');
  checkRecordType(path[4]);
  const field = fieldOf(object, path[5] ?? '');
  if (field?.type !== 'picklist' || !user.permissions.field(object, field).read) {
    throw new SalesforceError('INVALID_FIELD', `${path[5] ?? ''} is not a picklist field of ${object.name}.`);
  }
  return { status: 200, body: valuesOf(object, translated(object.name, field, localeOf(request)), version) };
}

function checkRecordType(recordTypeId: string | undefined): void {
  if (recordTypeId?.slice(0, 15) === MASTER_RECORD_TYPE.slice(0, 15)) return;
  throw new SalesforceError('INVALID_ID_FIELD', `${recordTypeId ?? ''} is not a record type of this object.`);
}

function valuesOf(object: ObjectDefinition, field: FieldDefinition, version: string): object {
  const shown = field.picklist.map(({ value, label }) => ({ attributes: null, label, validFor: [], value }));
  const chosen = field.picklist.find(({ isDefault }) => isDefault)?.value;
  return {
    controllerValues: {},
    defaultValue: shown.find(({ value }) => value === chosen) ?? null,
    eTag: `${object.name}.${field.name}`,
    url: `/services/data/v${version}/ui-api/object-info/${object.name}/picklist-values/${MASTER_RECORD_TYPE}/${field.name}`,
    values: shown,
  };
}
