import { elements, readXml, text } from '../schema/xml.ts';

export interface FieldPermission {
  readonly read: boolean;
  readonly create: boolean;
  readonly update: boolean;
}

/** `table.column` → permission. */
export type FieldProfile = ReadonlyMap<string, FieldPermission>;

/** 4 means allowed, 0 not allowed. */
const ALLOWED = '4';

/** The field security profiles of the solution, by name. */
export function readFieldProfiles(folder: string): Map<string, FieldProfile> {
  const file = readXml(folder, 'Other/FieldSecurityProfiles.xml');
  return new Map(
    elements(file, 'FieldSecurityProfiles', 'FieldSecurityProfile').map((profile) => [
      text(profile, '@name'),
      new Map(
        elements(profile, 'FieldPermissions', 'FieldPermission').map((permission) => [
          `${text(permission, 'EntityName')}.${text(permission, 'AttributeName')}`,
          {
            read: text(permission, 'CanRead') === ALLOWED,
            create: text(permission, 'CanCreate') === ALLOWED,
            update: text(permission, 'CanUpdate') === ALLOWED,
          },
        ]),
      ),
    ]),
  );
}
