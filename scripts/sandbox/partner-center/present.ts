import { LINKS_BASE } from './conventions.ts';
import type { StoredReferral } from './record.ts';

/** A referral as the API answers it, in the order of the published samples, `links` misspelled as there (referrals §9.2). */
export function present(referral: StoredReferral): object {
  const { id, engagementId, organizationId, organizationName, name, externalReferenceId, ...rest } = referral;
  const { createdDateTime, updatedDateTime, expirationDateTime, acceptedDateTime, closedDateTime, ...others } = rest;
  const { status, substatus, statusReason, qualification, type, direction, eTag, ...content } = others;
  return {
    ...{ id, engagementId, organizationId, organizationName, name, externalReferenceId },
    ...{ createdDateTime, updatedDateTime, expirationDateTime, acceptedDateTime, closedDateTime },
    ...{ status, substatus, statusReason, qualification, type, direction, eTag },
    ...content,
    links: {
      relatedReferrals: { uri: `${LINKS_BASE}?$filter=engagementId eq '${engagementId}'`, method: 'GET' },
      self: { uri: `${LINKS_BASE}/${id}`, method: 'GET' },
    },
  };
}
