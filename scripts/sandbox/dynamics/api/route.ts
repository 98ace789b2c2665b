import { CODES, DataverseError } from '../errors.ts';
import type { Environment } from '../environment.ts';
import { parseRowAddress, tableOfSet } from '../write/address.ts';
import { type CloseAction, closeOpportunity, isCloseAction } from '../write/close.ts';
import {
  retrievePrincipalAccess,
  retrieveUserPrivileges,
  retrieveVersion,
  unknownSegment,
  whoAmI,
} from './functions.ts';
import { readMetadata } from './metadata.ts';
import { readList, readOne, readProperty } from './read.ts';
import { inSession } from './session.ts';
import type { ApiContext, ApiRequest, ApiResponse } from './types.ts';
import { create, remove, upsert, writeProperty } from './write.ts';

/**
 * Runs one operation of the Web API. The caller holds the transaction and publishes `context.events` after it.
 * @throws DataverseError for everything that Dataverse refuses.
 */
export function runOperation(environment: Environment, context: ApiContext, request: ApiRequest): ApiResponse {
  const segments = splitPath(request.path);
  const [first = '', second] = segments;
  const { method } = request;
  if (first.startsWith('EntityDefinitions'))
    return only('GET', method, () => readMetadata(environment, context, request, segments));
  if (/^WhoAmI(\(\))?$/.test(first)) return only('GET', method, () => whoAmI(environment, context));
  if (/^RetrieveVersion(\(\))?$/.test(first)) return only('GET', method, () => retrieveVersion(context));
  if (second?.startsWith('Microsoft.Dynamics.CRM.RetrieveUserPrivileges')) {
    return only('GET', method, () => retrieveUserPrivileges(environment, context, first));
  }
  if (second?.startsWith('Microsoft.Dynamics.CRM.RetrievePrincipalAccess')) {
    return only('GET', method, () => retrievePrincipalAccess(environment, context, request, first));
  }
  if (isCloseAction(first)) return only('POST', method, () => runClose(environment, context, request, first));
  if (segments.length > 2) throw unknownSegment(segments.slice(2).join('/'));
  return first.includes('(')
    ? onRow(environment, context, request, first, second)
    : onSet(environment, context, request, first);
}

function onSet(environment: Environment, context: ApiContext, request: ApiRequest, set: string): ApiResponse {
  const table = tableOfSet(environment.schema, set);
  if (request.method === 'GET') return readList(environment, context, request, table);
  if (request.method === 'POST') return create(environment, context, request, table);
  throw notAllowed(request.method);
}

function onRow(
  environment: Environment,
  context: ApiContext,
  request: ApiRequest,
  segment: string,
  property: string | undefined,
): ApiResponse {
  const address = parseRowAddress(environment.schema, segment);
  switch (request.method) {
    case 'GET':
      return property === undefined
        ? readOne(environment, context, request, address)
        : readProperty(environment, context, address, property);
    case 'PATCH':
      if (property !== undefined) throw notAllowed('PATCH');
      return upsert(environment, context, request, address);
    case 'PUT':
      if (property === undefined) throw notAllowed('PUT');
      return writeProperty(environment, context, request, address, property);
    case 'DELETE':
      return remove(environment, context, request, address, property ?? null);
    default:
      throw notAllowed(request.method);
  }
}

function runClose(
  environment: Environment,
  context: ApiContext,
  request: ApiRequest,
  action: CloseAction,
): ApiResponse {
  return inSession(environment, context, request, (session) => {
    closeOpportunity(session, action, request.body);
    return { status: 204, headers: {} };
  });
}

function only(expected: string, method: string, work: () => ApiResponse): ApiResponse {
  if (method !== expected) throw notAllowed(method);
  return work();
}

function notAllowed(method: string): DataverseError {
  return new DataverseError(
    405,
    CODES.invalidQuery,
    `The requested resource does not support http method '${method}'.`,
  );
}

/** Splits at slashes outside brackets and quotes: key values may hold both. */
function splitPath(path: string): string[] {
  const parts = decodeURIComponent(path).match(/(?:[^/('"]|\((?:'(?:[^']|'')*'|"[^"]*"|[^)'"])*\)|['"])+/g);
  return parts ?? [''];
}
