import type { AuditEntry } from '../audit/types.ts';
import { dealFromCrm } from '../mapping/deal-from-crm.ts';
import { dealFromReferral } from '../mapping/deal-from-referral.ts';
import { isOwnField } from '../mapping/crm-paths.ts';
import { rowOf } from '../mapping/place.ts';
import type { CrmOpportunity, Deal, IsoInstant, Link, Referral } from '../model/index.ts';
import { personKey } from '../model/person.ts';
import { oneLine } from '../model/text.ts';
import { adoptedBase } from '../plan/adopted-base.ts';
import { adoptReferral, newLink } from '../plan/link.ts';
import { planSync } from '../plan/plan-sync.ts';
import type { SyncPolicy } from '../policy/types.ts';
import { matchAccount } from './match-account.ts';
import { dealForCrm, newValues } from './new-values.ts';
import { receivedEntry } from './received-entry.ts';
import type { DealLookup, DealMatch, InboundTarget, NewOpportunity } from './types.ts';

export interface NewOpportunityInput {
  readonly now: IsoInstant;
  readonly policy: SyncPolicy;
  /** Read fresh, and open. */
  readonly referral: Referral;
  /** Microsoft's referral in the engagement, when it is known. */
  readonly microsoftReferral: Referral | null;
  readonly match: DealMatch;
}

/** What to enter in the CRM, and what to remember once it has an id. */
export interface NewOpportunityPlan {
  readonly create: NewOpportunity;
  /** Without the opportunity's id, which the CRM gives. */
  readonly link: Link;
  readonly audit: readonly AuditEntry[];
}

/** What has to be looked up before `planNewOpportunity`. */
export function lookupOf(
  referral: Referral,
  target: Pick<InboundTarget, 'owner' | 'team'>,
  policy: SyncPolicy,
): DealLookup {
  const deal = dealFromReferral(referral, policy);
  const { crm, places } = rowOf(policy, 'customer');
  const named = crm.name?.[0];
  const hasAccount = places.createInCrm !== null && named !== undefined && !isOwnField(named);
  const emails = (people: Deal['team']) => people.flatMap(({ email }) => email ?? []);
  return {
    referralId: referral.id,
    account:
      hasAccount && deal.customer?.name != null
        ? {
            name: oneLine(deal.customer.name, 255),
            postalCode: deal.customer.address.postalCode,
            namePath: named,
            postalCodePath: crm.postalCode?.[0] ?? null,
          }
        : null,
    emails: emails(deal.contacts),
    owners: [...emails(deal.team), ...(target.owner === null ? [] : [target.owner])],
    team: target.team,
    currency: deal.dealValue?.currency ?? null,
  };
}

/**
 * The opportunity for a deal that came from Partner Center. Its section fields are what `planSync` makes of an opportunity with these
 * values: so the first sync after it finds nothing to do.
 */
export function planNewOpportunity(input: NewOpportunityInput): NewOpportunityPlan {
  const { now, policy, referral, microsoftReferral, match } = input;
  const partnerCenter = dealFromReferral(referral, policy);
  const wanted = dealForCrm(withNeeded(partnerCenter, now), policy);
  const values = newValues(wanted, policy, match.knowsCurrency);
  const customer = lookupOf(referral, { owner: null, team: null }, policy).account;
  const found = customer === null ? null : matchAccount(customer, match.accounts);
  const contacts = rowOf(policy, 'contacts').places.createInCrm === null ? [] : wanted.contacts;
  const known = contacts.map((person) => {
    const contact = match.contacts.find(
      ({ email, accountId }) =>
        email.toLowerCase() === personKey(person) && accountId !== null && accountId === found?.account.id,
    );
    return contact === undefined ? { person } : { id: contact.id };
  });
  const team = newTeam(policy, partnerCenter, match);
  const entry = receivedEntry(now, {
    referral,
    account: customer === null ? null : { name: found?.account.name ?? customer.name, by: found?.by ?? null },
    contacts: contacts.map((person, index) => ({ person, found: known[index] !== undefined && 'id' in known[index] })),
    team: team.members.filter(({ user }) => user.id !== team.ownerId).map(({ person }) => person),
    unknownCurrency: values.unknownCurrency,
  });

  const own = { ...values.own, [policy.fields.sync]: true };
  const opportunity: CrmOpportunity = {
    id: '',
    version: '',
    modifiedAt: now,
    values: { ...own, ...values.account },
    contacts,
    team: team.members.map(({ person }) => person),
  };
  const adopted = adoptedBase(policy, dealFromCrm(opportunity, policy), partnerCenter);
  // Who is no user has been looked for, and stays on Partner Center's list.
  const base = {
    crm: { ...adopted.crm, team: opportunity.team },
    partnerCenter: { ...adopted.partnerCenter, team: partnerCenter.team },
  };
  const link = { ...adoptReferral(newLink(''), referral, microsoftReferral), base };
  const synced = planSync({
    now,
    policy,
    opportunity,
    link,
    referral,
    microsoftReferral,
    users: [],
    requests: [],
    journal: [entry],
    failure: null,
  });
  return {
    create: {
      referralId: referral.id,
      values: { ...own, ...synced.crm },
      account: customer === null ? null : found === null ? { values: values.account } : { id: found.account.id },
      contacts: known,
      owner: ownerOf(match),
      team: team.members.map(({ user }) => user.id).filter((id) => id !== team.ownerId),
    },
    link: { ...synced.link, unconfirmed: policy.mapping.map(({ field }) => field) },
    audit: [entry],
  };
}

/** Those of the deal's own sales team who are users of the CRM, the owner among them where he belongs to it. */
function newTeam(policy: SyncPolicy, { team }: Deal, { users, teamId, ownerId: userId }: DealMatch) {
  const ownerId = teamId === null ? userId : null;
  const isEntered = rowOf(policy, 'team').places.createInCrm !== null;
  const members = team.flatMap((person) => {
    const user = users.find(({ email }) => email.toLowerCase() === personKey(person));
    return user !== undefined && (isEntered || user.id === ownerId) ? [{ person, user }] : [];
  });
  return { ownerId, members };
}

function ownerOf({ teamId, ownerId }: DealMatch): NewOpportunity['owner'] {
  if (teamId !== null) return { kind: 'team', id: teamId };
  return ownerId === null ? null : { kind: 'user', id: ownerId };
}

/** A CRM enters no opportunity without a name and a close date. */
function withNeeded(deal: Deal, now: IsoInstant): Deal {
  return {
    ...deal,
    name: deal.name ?? `Deal of ${deal.customer?.name ?? 'an unnamed customer'}`,
    closeDate: deal.closeDate ?? now.slice(0, 10),
  };
}
