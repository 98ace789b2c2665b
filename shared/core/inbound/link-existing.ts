import { prependAudit } from '../audit/render.ts';
import type { AuditEntry } from '../audit/types.ts';
import type { ErrorCode } from '../errors/index.ts';
import { isTerminalReferral, referralState } from '../lifecycle/referral-state.ts';
import { fieldToCrm } from '../mapping/crm-writer.ts';
import { dealFromCrm } from '../mapping/deal-from-crm.ts';
import { dealFromReferral } from '../mapping/deal-from-referral.ts';
import { rowOf } from '../mapping/place.ts';
import { confirmBase } from '../merge/confirm-base.ts';
import { getField, sameValue } from '../model/fields.ts';
import type { CrmOpportunity, CrmValue, IsoInstant, Link, Referral } from '../model/index.ts';
import { adoptedBase } from '../plan/adopted-base.ts';
import { adoptReferral, newLink } from '../plan/link.ts';
import { entry } from '../plan/sentences.ts';
import type { SyncPolicy } from '../policy/types.ts';

/** The opportunity that was made for the deal by itself. */
export interface Placeholder {
  readonly opportunity: CrmOpportunity;
  readonly link: Link | null;
}

export interface LinkInput {
  readonly policy: SyncPolicy;
  /** The opportunity that a seller wants to go on with. */
  readonly opportunity: CrmOpportunity;
  readonly link: Link | null;
  /** Read fresh; `null` when Partner Center does not have it. */
  readonly referral: Referral | null;
  readonly placeholder: Placeholder | null;
}

export interface LinkRefusal {
  readonly message: string;
  readonly errorCode: ErrorCode;
}

/** Why the opportunity cannot be tied to this deal; `null` when it can. Only a placeholder that nobody has touched gives way. */
export function linkRefusal({ policy, opportunity, link, referral, placeholder }: LinkInput): LinkRefusal | null {
  if (referral === null) return refuse('Partner Center has no deal with this identifier.', 'referral-not-found');
  if (referral.direction !== 'Incoming') {
    return refuse('This deal was not sent by Microsoft. Tick Sync with Partner Center to share your own.');
  }
  if (isTerminalReferral(referral)) {
    return refuse(`The deal has ended in Partner Center: ${referral.substatus}.`, 'referral-closed');
  }
  if (link !== null && link.referralId !== null) {
    return refuse('This opportunity belongs to another deal of Partner Center already.');
  }
  const { phase } = dealFromCrm(opportunity, policy);
  if (phase === 'won' || phase === 'lost') return refuse('This opportunity is closed. Choose one that is open.');
  return placeholder === null ? null : placeholderRefusal(policy, opportunity, referral, placeholder);
}

function placeholderRefusal(
  policy: SyncPolicy,
  opportunity: CrmOpportunity,
  referral: Referral,
  placeholder: Placeholder,
): LinkRefusal | null {
  const name = dealFromCrm(placeholder.opportunity, policy).name ?? placeholder.opportunity.id;
  const [owner = null] = placeholder.opportunity.team;
  const [seller = null] = opportunity.team;
  if (referralState(referral) !== 'new-inbound' || !isUntouched(policy, placeholder)) {
    return refuse(`The deal has the opportunity "${name}" already, and it was worked on. Go on with that one.`);
  }
  if (owner?.email !== null && owner?.email?.toLowerCase() !== seller?.email?.toLowerCase()) {
    return refuse(`The opportunity "${name}" of this deal belongs to somebody else. Ask its owner to link the deal.`);
  }
  return null;
}

/** Whether everything is as the connector entered it. */
function isUntouched(policy: SyncPolicy, { opportunity, link }: Placeholder): boolean {
  if (link?.base == null) return false;
  const deal = dealFromCrm(opportunity, policy);
  const { base } = confirmBase(link, deal);
  return policy.mapping.every(
    ({ field }) => field === 'team' || sameValue(field, getField(deal, field), getField(base?.crm ?? deal, field)),
  );
}

function refuse(message: string, errorCode: ErrorCode = 'value-invalid'): LinkRefusal {
  return { message, errorCode };
}

/** The link of an opportunity that a person tied to the deal: what it holds already is the partner's own word. */
export function linkTo(policy: SyncPolicy, opportunity: CrmOpportunity, referral: Referral): Link {
  const base = adoptedBase(policy, dealFromCrm(opportunity, policy), dealFromReferral(referral, policy));
  return { ...adoptReferral(newLink(opportunity.id), referral, null), base };
}

/** What the placeholder gets: it is no deal of Partner Center any more, and closed as lost where declined ones are. */
export function releasedValues(
  policy: SyncPolicy,
  placeholder: CrmOpportunity,
  successor: string,
  now: IsoInstant,
): Readonly<Record<string, CrmValue>> {
  const { fields, inbound } = policy;
  const told: AuditEntry = entry(now, 'unlinked', `The deal goes on in the opportunity ${successor}.`);
  const audit = placeholder.values[fields.audit];
  const lost = inbound.closeWhenDeclined ? fieldToCrm(rowOf(policy, 'phase'), 'lost', 'on-hold', policy) : {};
  return {
    ...lost,
    [fields.sync]: false,
    [fields.referralId]: null,
    [fields.referralLink]: null,
    [fields.direction]: null,
    [fields.microsoftCrmId]: null,
    [fields.status]: null,
    [fields.details]: null,
    [fields.audit]: prependAudit(typeof audit === 'string' ? audit : null, [told], policy.auditMaxLength),
  };
}
