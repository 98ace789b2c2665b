import type { PartAnswer } from './batch-response.ts';
import type { Operation } from './batch-request.ts';
import { errorFromAnswer } from './errors.ts';
import { isGuid } from './query.ts';
import type { UncheckedRequest } from './requests.ts';

/**
 * Asks the platform itself what the maker of a request may do with the opportunity: owner, team, sharing, hierarchy, all in.
 * learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/retrieveprincipalaccess
 */
export function principalAccess({ requestedBy, opportunityId }: UncheckedRequest): Operation {
  const target = encodeURIComponent(JSON.stringify({ '@odata.id': `opportunities(${opportunityId})` }));
  const path = `systemusers(${requestedBy})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=${target}`;
  return { method: 'GET', path };
}

/** A maker who was deleted has no rights left. */
export function canBeAsked(request: UncheckedRequest): boolean {
  return isGuid(request.requestedBy);
}

/**
 * Whether the answer to `principalAccess` grants write access. When the service refuses to say, the answer is no.
 * @throws CosellError when the service is down or throttles: no answer is not a no
 */
export function grantsWrite(part: PartAnswer): boolean {
  if (part.status >= 400) {
    const error = errorFromAnswer(part);
    if (error.code === 'opportunity-not-found' || error.code === 'crm-rejected') return false;
    throw error;
  }
  const { body } = part;
  const rights = body !== null && typeof body === 'object' && 'AccessRights' in body ? body.AccessRights : '';
  return typeof rights === 'string' && rights.split(/,\s*/).includes('WriteAccess');
}
