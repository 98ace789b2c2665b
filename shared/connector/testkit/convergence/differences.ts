import { dealFromCrm, dealFromReferral, parseDetails } from '../../../core/index.ts';
import { isAlike, sidesOf } from '../../../core/merge/sides.ts';
import { reachOf } from '../../../core/merge/team-reach.ts';
import type { CrmOpportunity, Deal, Link, Referral } from '../../../core/model/index.ts';
import { lostEdits, SELLERS_FIELD } from './lost-edits.ts';
import { membersApart } from './members-apart.ts';
import type { TwoSides } from './two-sides.ts';

/** Records of their own in the CRM, and what is told once: only the first share compares them. The team is compared by its members. */
const NOT_COMPARED: readonly string[] = ['customer', 'contacts', 'help', 'team'];
const AUDIT_LINE = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2} - .*\S$/;
/** Words of the section for which nothing is left to do. `paused` is only right where Sync is off. */
const AT_REST: readonly unknown[] = ['in-sync', 'conflict', 'answer-needed', 'closed'];

/** Everything that is not as it has to be after a reconcile; empty when all is well. */
export async function differences(world: TwoSides): Promise<readonly string[]> {
  const opportunities = [...world.crm.rows.keys()].map((id) => onOpportunity(world, id));
  return [
    ...world.partnerCenter.violations,
    ...inPartnerCenter(world),
    ...world.crm.requests
      .filter(({ status }) => status === 'queued')
      .map(({ id, action }) => `${id} (${action}) was not answered.`),
    ...(await Promise.all(opportunities)).flat(),
    ...lostEdits(world),
    ...[...world.queue.deadLetters].map(([key, code]) => `${key} is given up with ${code}.`),
    ...[...world.inbound.entries.keys()].map((id) => `${id} is still to be entered.`),
  ];
}

function inPartnerCenter(world: TwoSides): readonly string[] {
  const all = [...world.partnerCenter.referrals.values()];
  return all.flatMap((referral) => {
    const { id, engagementId, organizationId, externalReferenceId, status } = referral;
    if (organizationId === 'msft') {
      const others = world.partnerCenter.microsoftOf(engagementId).length;
      return others === 1 ? [] : [`${engagementId} has ${others} referrals of Microsoft.`];
    }
    const shown = world.opportunitiesOf(id);
    const claim = externalReferenceId ?? '';
    const own = claim === '' ? 1 : world.partnerCenter.ownOf(claim).length;
    // A deal that was over before anybody heard of it is nobody's opportunity.
    const wanted = status === 'Closed' && claim === '' && shown.length === 0 ? 0 : 1;
    return [
      ...(own === 1 ? [] : [`${claim} has ${own} referrals.`]),
      ...(shown.length === wanted ? [] : [`${id} is shown by ${shown.length} opportunities.`]),
      ...(claim === '' || shown[0] === claim ? [] : [`${id} names ${claim}, but ${shown.join()} shows it.`]),
    ];
  });
}

async function onOpportunity(world: TwoSides, id: string): Promise<readonly string[]> {
  const link = world.store.links.get(id);
  const status = world.shown(id, 'status');
  const lines = String(world.shown(id, 'audit') ?? '').split('\n');
  const broken = lines.filter((line) => line !== '' && !AUDIT_LINE.test(line)).map((line) => `${id} tells "${line}".`);
  if (world.shown(id, 'sync') !== true) return broken;
  const referral = world.partnerCenter.referrals.get(link?.referralId ?? '');
  if (link === undefined || referral === undefined) {
    // An opportunity that was closed before it was shared is never shared.
    const over = String(world.crm.valueOf(id, 'StageName')).startsWith('Closed');
    return over && status === 'not-ready' ? broken : [...broken, `${id} was not shared: it is ${status}.`];
  }
  const unrest = AT_REST.includes(status) ? [] : [`${id} is ${status}.`];
  const end = (status === 'closed') === (referral.status === 'Closed') ? [] : [`${id} is ${status}, but not over.`];
  const waits = (status === 'answer-needed') === (referral.status === 'New' && referral.direction === 'Incoming');
  return [
    ...broken,
    ...unrest,
    ...end,
    ...(waits ? [] : [`${id} is ${status}, but the referral is ${referral.status}.`]),
    ...(status === 'answer-needed' ? [] : unequal(world, await world.read(id), link, referral)),
    ...microsoftsSide(world, link),
  ];
}

/** Mapped fields that differ by the core's own comparison, and may not. */
function unequal(world: TwoSides, opportunity: CrmOpportunity, link: Link, referral: Referral): readonly string[] {
  const { policy } = world;
  const id = link.opportunityId;
  const asked = parseDetails(world.shown(id, 'details'))?.conflicts.map(({ field }) => field) ?? [];
  const closed = referral.status === 'Closed';
  const read = dealFromCrm(opportunity, policy);
  const crm = link.direction === 'outbound' && read.phase === 'on-hold' ? { ...read, phase: 'open' as const } : read;
  const partnerCenter = dealFromReferral(referral, policy);
  const input = {
    policy,
    direction: link.direction,
    base: link.base,
    crm,
    partnerCenter,
    crmChangedAt: opportunity.modifiedAt,
    partnerCenterChangedAt: null,
    closed,
    reach: reachOf([]),
    held: new Set<string>(),
  };
  const fields = policy.mapping.flatMap((row) => {
    const { field } = row;
    const sides = sidesOf(row, input);
    if (isAlike(sides) || NOT_COMPARED.includes(field) || asked.includes(field)) return [];
    if (isRightlyApart(world, field, link, referral, crm)) return [];
    return [`${id} and ${referral.id} differ in ${field}: ${JSON.stringify([sides.crm, sides.partnerCenter])}.`];
  });
  return closed ? fields : [...fields, ...membersApart(world, id, referral)];
}

function isRightlyApart(
  world: TwoSides,
  field: string,
  link: Link,
  { status, substatus }: Referral,
  { phase, visibleToMicrosoft }: Deal,
): boolean {
  // Sharing is never taken back, and a seller's own tick never changed back.
  if (field === 'visibleToMicrosoft') return !visibleToMicrosoft || status === 'Closed';
  const edited = world.sellersFields.has(`${link.opportunityId} ${SELLERS_FIELD[field]}`);
  // A seller may put an open deal on hold: Partner Center has no word for that.
  if (status !== 'Closed') return field === 'phase' && edited && phase === 'on-hold';
  // How Microsoft ends a deal is no end of the partner's own opportunity, and what a seller edits after the end stays here.
  if (field === 'phase' && !['Won', 'Lost'].includes(substatus) && link.direction === 'outbound') return true;
  return edited || (world.interrupted && field !== 'phase');
}

function microsoftsSide(world: TwoSides, { opportunityId, microsoftReferralId }: Link): readonly string[] {
  const referral = world.partnerCenter.referrals.get(microsoftReferralId ?? '');
  if (referral === undefined) return [];
  const shown = parseDetails(world.shown(opportunityId, 'details'))?.microsoft ?? null;
  return shown?.status === referral.status && shown.substatus === referral.substatus
    ? []
    : [`${opportunityId} shows Microsoft's side as ${shown?.substatus}, but it is ${referral.substatus}.`];
}
