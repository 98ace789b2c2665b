import { isEmptyValue, getField } from '../model/fields.ts';
import type { Deal, NewReferral, SharingLevel } from '../model/index.ts';
import { isCoSellSolution } from '../model/solution.ts';
import { cutText } from '../model/text.ts';
import type { SyncPolicy } from '../policy/types.ts';
import { dealForPartnerCenter, rowOf } from './place.ts';
import { withPointer } from './pointer.ts';
import { fieldToReferral } from './referral-writer.ts';

/** Rows that are said by the kind of referral itself and not by a value in it. */
const SAID_BY_KIND: readonly string[] = ['phase', 'visibleToMicrosoft', 'help'];

/** The notes to Microsoft are a message, not the whole description; no length is published, this one is accepted. */
const INVITATION_LENGTH = 2_000;

/** The CRM's deal as it is first shared; help and visibility are empty where their rows are off in this place. */
export function dealToShare(crm: Deal, policy: SyncPolicy): Deal {
  const deal = dealForPartnerCenter(crm, policy, 'createInPartnerCenter');
  const on = (field: string) => rowOf(policy, field).places.createInPartnerCenter !== null;
  return {
    ...deal,
    help: on('help') ? deal.help : null,
    visibleToMicrosoft: on('visibleToMicrosoft') && deal.visibleToMicrosoft,
  };
}

/**
 * The body that makes our own referral (referrals reference §7 and samples/create-private-request.json, create-shared-request.json).
 * `deal` is already in the form of the place `createInPartnerCenter`.
 */
export function ownReferral(deal: Deal, policy: SyncPolicy, level: SharingLevel, opportunityId: string): NewReferral {
  const coSell = level === 'co-sell';
  const solution = deal.solutions.find((candidate) => isCoSellSolution(candidate.id)) ?? deal.solutions[0];
  return body(deal, policy, level, {
    externalReferenceId: opportunityId,
    ...(coSell ? { status: 'New', substatus: 'Pending' } : {}),
    type: coSell ? 'Shared' : 'Independent',
    target: coSell && solution !== undefined ? [{ type: 'SolutionProfile', id: solution.id }] : [],
  });
}

/** The body that makes Microsoft's referral in the same engagement: the second half of a co-sell deal. */
export function microsoftReferral(deal: Deal, policy: SyncPolicy, engagementId: string): NewReferral {
  const invitation = body(deal, policy, 'co-sell', {
    engagementId,
    type: 'Shared',
    target: [{ type: 'BusinessProfileLocation', id: 'msft' }],
    inviteContext: {
      ...(deal.notes === null ? {} : { notes: cutText(deal.notes, INVITATION_LENGTH) }),
      assistanceRequestCode: deal.help,
    },
  });
  // Our sales team belongs to our own referral.
  return withoutTeam(invitation);
}

function body(
  deal: Deal,
  policy: SyncPolicy,
  level: SharingLevel,
  kind: Readonly<Record<string, unknown>>,
): NewReferral {
  let referral: Record<string, unknown> = {
    ...kind,
    qualification: 'SalesQualified',
    consent: {
      consentToToShareInfoWithOthers: policy.consent.shareInfoWithOthers,
      consentToContact: policy.consent.contact,
      consentToShareReferralWithMicrosoftSellers: level !== 'private',
    },
  };
  for (const row of policy.mapping) {
    const empty = isEmptyValue(row.field, getField(deal, row.field));
    if (row.places.createInPartnerCenter === null || empty || SAID_BY_KIND.includes(row.field)) continue;
    for (const [pointer, value] of fieldToReferral(row, deal, {})) referral = withPointer(referral, pointer, value);
  }
  return referral as unknown as NewReferral;
}

function withoutTeam(referral: NewReferral): NewReferral {
  return Object.fromEntries(Object.entries(referral).filter(([name]) => name !== 'team')) as unknown as NewReferral;
}
