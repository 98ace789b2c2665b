import { CODES, DataverseError } from '../errors.ts';
import type { Column, Table } from '../schema/index.ts';
import { type Row, referenceOf } from '../store/values.ts';
import type { FieldProfile } from './field-profiles.ts';
import type { Depth, Privileges } from './roles.ts';

/** What a row allows; the names of `RetrievePrincipalAccess`. */
export const RIGHTS = ['Read', 'Write', 'Append', 'AppendTo', 'Create', 'Delete', 'Share', 'Assign'] as const;
export type Right = (typeof RIGHTS)[number];

/** A signed-in user with everything that decides what he may do. */
export interface Principal {
  readonly userId: string;
  readonly businessUnitId: string;
  readonly entraObjectId: string;
  readonly teamIds: readonly string[];
  readonly roleNames: readonly string[];
  readonly privileges: Privileges;
  readonly fields: FieldProfile;
}

/** @throws DataverseError (403) when no role gives the privilege at all. */
export function requirePrivilege(who: Principal, table: Table, right: Right): Depth {
  const name = `prv${right}${table.privilege}`;
  const depth = who.privileges.get(name);
  if (depth !== undefined) return depth;
  throw new DataverseError(
    403,
    CODES.privilegeMissing,
    `Principal user (Id=${who.userId}, type=8, roleCount=${who.roleNames.length}, privilegeCount=${who.privileges.size}, accessMode=4), is missing ${name} privilege (Id=${table.typeCode}) on OTC=${table.typeCode} for entity '${table.name}'. context.Caller=${who.userId}.`,
  );
}

/** Whether the user may do it to this row. */
export function may(who: Principal, table: Table, row: Row, right: Right): boolean {
  const depth = who.privileges.get(`prv${right}${table.privilege}`);
  if (depth === undefined) return false;
  if (!table.owned || depth === 'Global') return true;
  if (depth !== 'Basic' && referenceOf(row, 'owningbusinessunit')?.id === who.businessUnitId) return true;
  const owner = referenceOf(row, 'ownerid');
  return owner !== null && (owner.id === who.userId || who.teamIds.includes(owner.id));
}

/** @throws DataverseError (403) when the user lacks the privilege or the access to this row. */
export function requireAccess(who: Principal, table: Table, row: Row, right: Right): void {
  requirePrivilege(who, table, right);
  if (may(who, table, row, right)) return;
  throw new DataverseError(
    403,
    CODES.accessDenied,
    `SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: ${row.id}, OwnerId: ${referenceOf(row, 'ownerid')?.id ?? ''},  OwnerIdType: 8 and CallingUser: ${who.userId}. ObjectTypeCode: ${table.typeCode}, objectBusinessUnitId: ${referenceOf(row, 'owningbusinessunit')?.id ?? ''}, AccessRights: ${right}Access `,
  );
}

export function mayReadColumn(who: Principal, table: Table, column: Column): boolean {
  return !column.secured || who.fields.get(`${table.name}.${column.name}`)?.read === true;
}

/** @throws DataverseError (403) when column security keeps the user from writing one of the columns. */
export function requireColumns(who: Principal, table: Table, names: readonly string[], act: 'create' | 'update'): void {
  for (const name of names) {
    if (!table.columns.get(name)?.secured || who.fields.get(`${table.name}.${name}`)?.[act] === true) continue;
    throw act === 'create'
      ? new DataverseError(
          403,
          CODES.securedCreate,
          `The user does not have create permissions to a secured field. The requested operation could not be completed. Column: ${table.name}.${name}, user: ${who.userId}.`,
        )
      : new DataverseError(
          403,
          CODES.securedUpdate,
          `The user doesn't have AttributePrivilegeUpdate and not granted shared access for a secured attribute during update operation. Column: ${table.name}.${name}, user: ${who.userId}.`,
        );
  }
}
