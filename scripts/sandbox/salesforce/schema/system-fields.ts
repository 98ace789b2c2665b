import { choice, lookup, systemField } from './fields.ts';
import { CURRENCIES } from './stages.ts';
import type { FieldDefinition } from './types.ts';

/** What every object has. */
export const SYSTEM_FIELDS: readonly FieldDefinition[] = [
  systemField('Id', 'Record ID', 'id', { length: 18 }),
  systemField('IsDeleted', 'Deleted', 'boolean'),
  systemField('CreatedDate', 'Created Date', 'datetime'),
  systemField('CreatedById', 'Created By ID', 'reference', { referenceTo: 'User', relationshipName: 'CreatedBy' }),
  systemField('LastModifiedDate', 'Last Modified Date', 'datetime'),
  systemField('LastModifiedById', 'Last Modified By ID', 'reference', {
    referenceTo: 'User',
    relationshipName: 'LastModifiedBy',
  }),
  systemField('SystemModstamp', 'System Modstamp', 'datetime'),
];

/** Objects that stand on their own have an owner; it starts as the person who makes the row. */
export const OWNER_FIELD: FieldDefinition = lookup('OwnerId', 'Owner ID', 'User', { permission: null });

/** Exists on business objects only where the org has multiple currencies switched on. */
export const CURRENCY_FIELD: FieldDefinition = choice('CurrencyIsoCode', 'Currency ISO Code', CURRENCIES, {
  permission: null,
  restricted: true,
  length: 3,
  defaultValue: CURRENCIES[0] ?? null,
});
