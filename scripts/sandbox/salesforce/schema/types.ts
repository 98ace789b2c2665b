/** A stored value. Numbers are rounded to the field's scale; dates are `YYYY-MM-DD`; times are `…T…:….000+0000`. */
export type FieldValue = string | number | boolean | null;

export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'picklist'
  | 'boolean'
  | 'currency'
  | 'percent'
  | 'double'
  | 'date'
  | 'datetime'
  | 'email'
  | 'phone'
  | 'url'
  | 'reference'
  | 'address';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly isDefault: boolean;
}

/** A field as describe tells it, plus what the stand-in needs to enforce. */
export interface FieldDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly custom: boolean;
  /** Longest text in characters; 0 for other types. */
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly required: boolean;
  /** Whether the API may write it at all (system and derived fields: never). */
  readonly createable: boolean;
  readonly updateable: boolean;
  /** Name by which permission sets grant the field; `null`: everyone who may see the object sees it. */
  readonly permission: string | null;
  /** Long text areas and addresses can stand in neither WHERE nor ORDER BY. */
  readonly filterable: boolean;
  readonly unique: boolean;
  readonly externalId: boolean;
  readonly defaultValue: FieldValue;
  readonly picklist: readonly PicklistValue[];
  readonly restricted: boolean;
  /** Object that a reference points to. */
  readonly referenceTo: string | null;
  /** Name of the way up in SOQL: `Account`, `Opportunity__r`. */
  readonly relationshipName: string | null;
  /** Name of the way down in SOQL: `OpportunityContactRoles`, `Partner_Center_Requests__r`. */
  readonly childRelationshipName: string | null;
  /** The parent owns the row: access comes from it, and the row is deleted with it. */
  readonly masterDetail: boolean;
  readonly helpText: string | null;
  /** Display format of an auto number (`PCR-{00000000}`). */
  readonly autoNumber: string | null;
  /** Part of a compound address: `BillingCountry` is `country` of `BillingAddress`. */
  readonly addressPart: { readonly compound: string; readonly part: string } | null;
}

/** Who sees a row without being its owner: nobody, everybody (read), those who see the parent, or a rule of its own. */
export type SharingModel = 'private' | 'read' | 'parent' | 'account';

export interface ChildRelationship {
  readonly name: string;
  readonly object: string;
  readonly field: string;
}

export interface ObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly pluralLabel: string;
  /** First three characters of its ids. */
  readonly keyPrefix: string;
  readonly custom: boolean;
  /** Whether the API may write rows of it. */
  readonly writable: boolean;
  readonly sharing: SharingModel;
  /** By lower-case name: Salesforce ignores the case of API names. */
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  readonly children: readonly ChildRelationship[];
}

export interface Schema {
  /** By lower-case name. */
  readonly objects: ReadonlyMap<string, ObjectDefinition>;
  /** Names of the objects whose changes are published as change events. */
  readonly changeEvents: ReadonlySet<string>;
  /** Permission sets by API name. */
  readonly permissionSets: ReadonlyMap<string, PermissionSet>;
}

export interface ObjectPermission {
  readonly create: boolean;
  readonly read: boolean;
  readonly edit: boolean;
  readonly remove: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

export interface FieldPermission {
  readonly read: boolean;
  readonly edit: boolean;
}

export interface PermissionSet {
  readonly name: string;
  readonly label: string;
  readonly objects: ReadonlyMap<string, ObjectPermission>;
  /** By `Object.Field`. */
  readonly fields: ReadonlyMap<string, FieldPermission>;
  readonly customPermissions: readonly string[];
}
