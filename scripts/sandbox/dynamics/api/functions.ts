import { DataverseError, CODES, notFound, payloadError, queryError } from '../errors.ts';
import type { Environment } from '../environment.ts';
import { type Principal, RIGHTS, may } from '../security/principal.ts';
import { findRow, parseRowAddress } from '../write/address.ts';
import type { ApiContext, ApiRequest, ApiResponse } from './types.ts';

/** `GET WhoAmI` */
export function whoAmI({ organization }: Environment, { base, who }: ApiContext): ApiResponse {
  return {
    status: 200,
    headers: {},
    body: {
      '@odata.context': `${base}/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`,
      BusinessUnitId: who.businessUnitId,
      UserId: who.userId,
      OrganizationId: organization.id,
    },
  };
}

/**
 * `GET systemusers(id)/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@Target)?@Target={"@odata.id":"opportunities(id)"}`:
 * what a user may do with a row.
 * @throws DataverseError 400 for bad parameters, 404 for an unknown user or row.
 */
export function retrievePrincipalAccess(
  environment: Environment,
  context: ApiContext,
  request: ApiRequest,
  segment: string,
): ApiResponse {
  const principal = principalOf(environment, segment);
  const address = parseRowAddress(environment.schema, targetSegment(request));
  const row = findRow(environment.store, address);
  if (!row) throw notFound(address.table.name, address.id ?? '');
  const rights = RIGHTS.filter((right) => may(principal, address.table, row, right)).map((right) => `${right}Access`);
  return {
    status: 200,
    headers: {},
    body: {
      '@odata.context': `${context.base}/$metadata#Microsoft.Dynamics.CRM.RetrievePrincipalAccessResponse`,
      AccessRights: rights.length === 0 ? 'None' : rights.join(', '),
    },
  };
}

/** `GET RetrieveVersion` */
export function retrieveVersion({ base }: ApiContext): ApiResponse {
  const head = `${base}/$metadata#Microsoft.Dynamics.CRM.RetrieveVersionResponse`;
  return { status: 200, headers: {}, body: { '@odata.context': head, Version: '9.2.24124.00200' } };
}

/** `GET systemusers(id)/Microsoft.Dynamics.CRM.RetrieveUserPrivileges` */
export function retrieveUserPrivileges(environment: Environment, context: ApiContext, segment: string): ApiResponse {
  const principal = principalOf(environment, segment);
  const privileges = [...principal.privileges].map(([PrivilegeName, Depth]) => ({
    Depth,
    PrivilegeName,
    BusinessUnitId: principal.businessUnitId,
  }));
  const head = `${context.base}/$metadata#Microsoft.Dynamics.CRM.RetrieveUserPrivilegesResponse`;
  return { status: 200, headers: {}, body: { '@odata.context': head, RolePrivileges: privileges } };
}

function principalOf(environment: Environment, segment: string): Principal {
  const user = parseRowAddress(environment.schema, segment);
  const principal = user.table.name === 'systemuser' && user.id !== null ? environment.principal(user.id) : null;
  if (!principal) throw notFound(user.table.name, user.id ?? segment);
  return principal;
}

function targetSegment(request: ApiRequest): string {
  const [, given] = /\(\s*Target\s*=\s*(.+)\)\s*$/s.exec(decodeURIComponent(request.path)) ?? [];
  const text = given?.startsWith('@') ? request.query.get(given) : given;
  if (text === undefined || text === null)
    throw queryError("The parameter 'Target' of RetrievePrincipalAccess is missing.");
  let target: unknown;
  try {
    target = JSON.parse(text.replaceAll("'", '"'));
  } catch {
    throw queryError(`The parameter 'Target' is not valid JSON: ${text}`);
  }
  if (
    typeof target !== 'object' ||
    target === null ||
    !('@odata.id' in target) ||
    typeof target['@odata.id'] !== 'string'
  ) {
    throw payloadError('systemusers', 'The parameter \'Target\' must be {"@odata.id":"set(id)"}.');
  }
  return target['@odata.id'].replace(/^.*\/(?=[^/]*\()/, '');
}

/** @throws DataverseError (404) as for any unknown address. */
export function unknownSegment(segment: string): DataverseError {
  return new DataverseError(404, CODES.unknownSegment, `Resource not found for the segment '${segment}'.`);
}
