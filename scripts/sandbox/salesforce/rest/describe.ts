import { isWritable } from '../records/writable-fields.ts';
import type { OrgUser } from '../org.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import { requireSObject } from './body.ts';
import type { RestContext, RestRequest, RestResponse, Route } from './types.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm */
export const DESCRIBE_ROUTES: readonly Route[] = [
  { method: 'GET', path: ['sobjects'], handler: describeGlobal },
  { method: 'GET', path: ['sobjects', null], handler: describeBasic },
  { method: 'GET', path: ['sobjects', null, 'describe'], handler: describe },
];

function describeGlobal(_request: RestRequest, { org, session }: RestContext): RestResponse {
  const visible = [...org.schema.objects.values()].filter((object) => session.user.permissions.object(object).read);
  const sobjects = visible.map((object) => basics(session.user, object, session.version));
  return { status: 200, body: { encoding: 'UTF-8', maxBatchSize: 200, sobjects } };
}

function describeBasic({ path }: RestRequest, { org, session }: RestContext): RestResponse {
  const object = requireSObject(org, session.user, path[1] ?? '');
  return { status: 200, body: { objectDescribe: basics(session.user, object, session.version), recentItems: [] } };
}

function describe({ path }: RestRequest, { org, session }: RestContext): RestResponse {
  const { user, version } = session;
  const object = requireSObject(org, user, path[1] ?? '');
  const fields = [...object.fields.values()].filter((field) => user.permissions.field(object, field).read);
  return {
    status: 200,
    body: {
      ...basics(user, object, version),
      fields: fields.map((field) => describeField(user, object, field)),
      childRelationships: object.children.map(({ name, object: childSObject, field }) => ({
        childSObject,
        field,
        relationshipName: name,
        cascadeDelete:
          org.schema.objects.get(childSObject.toLowerCase())?.fields.get(field.toLowerCase())?.masterDetail ?? false,
      })),
      recordTypeInfos: [],
    },
  };
}

function basics(user: OrgUser, object: ObjectDefinition, version: string): object {
  const { create, edit, remove } = user.permissions.object(object);
  const root = `/services/data/v${version}/sobjects/${object.name}`;
  return {
    name: object.name,
    label: object.label,
    labelPlural: object.pluralLabel,
    keyPrefix: object.keyPrefix,
    custom: object.custom,
    queryable: true,
    retrieveable: true,
    createable: object.writable && create,
    updateable: object.writable && edit,
    deletable: object.writable && remove,
    urls: { sobject: root, describe: `${root}/describe`, rowTemplate: `${root}/{ID}` },
  };
}

function describeField(user: OrgUser, object: ObjectDefinition, field: FieldDefinition): object {
  const { name, label, type, length, precision, scale, custom, unique, externalId, helpText, referenceTo } = field;
  return {
    name,
    label,
    type,
    length,
    precision,
    scale,
    custom,
    unique,
    externalId,
    nillable: !field.required && type !== 'boolean' && type !== 'id',
    createable: object.writable && isWritable(user, object, field, 'create'),
    updateable: object.writable && isWritable(user, object, field, 'update'),
    filterable: field.filterable,
    sortable: field.filterable,
    inlineHelpText: helpText,
    defaultValue: field.defaultValue,
    calculated: false,
    autoNumber: field.autoNumber !== null,
    nameField: name === 'Name',
    restrictedPicklist: field.restricted,
    picklistValues: field.picklist.map(({ value, label: text, isDefault }) => ({
      active: true,
      value,
      label: text,
      defaultValue: isDefault,
      validFor: null,
    })),
    referenceTo: referenceTo === null ? [] : [referenceTo],
    relationshipName: field.relationshipName,
    compoundFieldName: field.addressPart?.compound ?? null,
    cascadeDelete: field.masterDetail,
  };
}
