import { randomUUID } from 'node:crypto';
import { type Caller, maySee } from './caller.ts';
import {
  ANSWER_WITHIN_MS,
  ASKED_OF_MICROSOFT_STARTS_AS,
  MICROSOFT,
  OWN_DEAL_STARTS_AS,
  PARTNER,
  SENT_BY_MICROSOFT_STARTS_AS,
} from './conventions.ts';
import { readContent } from './read-content.ts';
import type { ServiceFacts, StoredReferral } from './record.ts';
import { assertContactWhenHelpIsAsked, assertKnownSolutions } from './rules/complete.ts';
import { assertMatchingSubstatus } from './rules/lifecycle.ts';
import { type NewReferralContent, newReferralSchema } from './schema.ts';
import type { ReferralService } from './service.ts';
import { ServiceError, badRequest } from './service-error.ts';
import { formatInstant } from './ticks.ts';

/**
 * `POST /referrals`: the partner's own deal; the request to Microsoft in its engagement; or, from Microsoft, a deal for the
 * partner. learn.microsoft.com/partner-center/developer/create-a-referral; referrals §5, §7.
 * @throws ServiceError 400 for a body that is not allowed, 409 when Microsoft was already asked.
 */
export function createReferral(service: ReferralService, caller: Caller, body: unknown): StoredReferral {
  const sent = readContent(newReferralSchema, body);
  assertKnownSolutions(sent);
  assertContactWhenHelpIsAsked(sent);
  assertStartsOpen(sent);
  const { engagementId, ...content } = sent;

  if (caller.organization === 'microsoft') {
    if (engagementId)
      throw badRequest('engagementId', 'invalidEngagement', 'Microsoft starts an engagement of its own.');
    return service.save(caller, {
      ...facts(service, PARTNER, 'Incoming', randomUUID()),
      ...content,
      ...SENT_BY_MICROSOFT_STARTS_AS,
      externalReferenceId: null,
      inviteContext: {
        ...content.inviteContext,
        invitedBy: { organizationId: MICROSOFT.id, organizationName: MICROSOFT.name },
      },
    });
  }
  if (content.trackingInfo)
    throw badRequest('trackingInfo', 'readOnlyProperty', 'trackingInfo is read-only: Microsoft sets it.');
  if (engagementId || asksMicrosoft(sent)) {
    assertMicrosoftMayBeAsked(service, caller, sent);
    return service.save(caller, {
      ...facts(service, MICROSOFT, 'Outgoing', sent.engagementId ?? ''),
      ...content,
      ...ASKED_OF_MICROSOFT_STARTS_AS,
      // The CRM id is the partner's business: it stays on the partner's own referral.
      externalReferenceId: null,
    });
  }
  return service.save(caller, {
    ...facts(service, PARTNER, 'Outgoing', randomUUID()),
    externalReferenceId: null,
    ...content,
    ...OWN_DEAL_STARTS_AS,
    expirationDateTime: null,
  });
}

type Unstamped = Omit<ServiceFacts, 'eTag' | 'createdDateTime' | 'updatedDateTime'>;

function facts(
  service: ReferralService,
  organization: { readonly id: string; readonly name: string },
  direction: ServiceFacts['direction'],
  engagementId: string,
): Unstamped {
  return {
    id: randomUUID(),
    engagementId,
    organizationId: organization.id,
    organizationName: organization.name,
    expirationDateTime: formatInstant(service.now() + ANSWER_WITHIN_MS),
    acceptedDateTime: null,
    closedDateTime: null,
    direction,
  };
}

const asksMicrosoft = ({ target }: NewReferralContent) =>
  target?.some(({ type, id }) => type === 'BusinessProfileLocation' && id.toLowerCase() === MICROSOFT.id) ?? false;

/** A referral cannot be born closed; apart from that the sent status only has to make sense. */
function assertStartsOpen({ status, substatus }: NewReferralContent): void {
  if (!status && !substatus) return;
  if (!status || !substatus)
    throw badRequest('status', 'statusSubstatusMismatch', 'Send status and substatus together, or neither.');
  assertMatchingSubstatus({ status, substatus });
  if (status === 'Closed') throw badRequest('status', 'illegalStatusMove', 'A new referral cannot be closed.');
}

/** The second POST of a co-sell deal: in the engagement of the partner's own open, shared referral, and only once. */
function assertMicrosoftMayBeAsked(service: ReferralService, caller: Caller, sent: NewReferralContent): void {
  if (!sent.engagementId) {
    throw badRequest(
      'engagementId',
      'requiredProperty',
      'engagementId is required to ask Microsoft: create your own referral first.',
    );
  }
  const engagement = [...service.store.values()]
    .map(({ referral }) => referral)
    .filter((referral) => referral.engagementId === sent.engagementId && maySee(caller, referral));
  const own = engagement.find(({ organizationId }) => organizationId === PARTNER.id);
  if (!own)
    throw badRequest('engagementId', 'unknownEngagement', `There is no engagement ${sent.engagementId} of the caller.`);
  if (!asksMicrosoft(sent)) {
    throw badRequest(
      'target',
      'invalidTarget',
      'A referral in an existing engagement needs the target BusinessProfileLocation msft.',
    );
  }
  if (sent.type !== 'Shared')
    throw badRequest('type', 'invalidType', 'A referral to Microsoft must be of type Shared.');
  if (own.type !== 'Shared') {
    throw badRequest(
      'engagementId',
      'engagementNotShared',
      "The partner's own referral in this engagement is not of type Shared.",
    );
  }
  if (own.status === 'Closed')
    throw badRequest('engagementId', 'referralClosed', "The partner's own referral in this engagement is closed.");
  if (own.direction === 'Incoming' || engagement.some(({ organizationId }) => organizationId === MICROSOFT.id)) {
    throw new ServiceError({
      status: 409,
      code: 'invalidRequest',
      target: 'engagementId',
      innerCode: 'duplicateReferral',
      message: 'Microsoft already has its part in this engagement.',
    });
  }
}
