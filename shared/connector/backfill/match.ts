import type { Referral } from '../../core/model/index.ts';

/** An opportunity of the existing portfolio. */
export interface KnownOpportunity {
  readonly id: string;
  readonly name: string | null;
  /** The referral identifier that the opportunity shows. */
  readonly referralId: string | null;
  readonly syncOn: boolean;
  /** The referral that the connector has it linked with already. */
  readonly linkedWith: string | null;
}

export type MatchState =
  /** Will be linked. */
  | 'by-identifier'
  | 'by-crm-id'
  /** Nothing to do. */
  | 'linked'
  /** For a person to look at. */
  | 'ambiguous'
  | 'not-found';

export interface PortfolioMatch {
  readonly opportunity: KnownOpportunity;
  readonly state: MatchState;
  readonly referral: Referral | null;
  /** Microsoft's referral in the same engagement. */
  readonly microsoft: Referral | null;
  /** What stands in the way, in plain words; `null` when nothing does. */
  readonly reason: string | null;
}

const MICROSOFT = 'msft';

/**
 * Which referral belongs to which opportunity of a portfolio that was synced by something else before, or by a connector whose store is
 * lost. The identifier on the opportunity counts first; then the CRM's id on the referral. Nothing is guessed from names, and where two
 * answers are possible none is taken: a wrong link would overwrite somebody's deal.
 */
export function matchPortfolio(
  opportunities: readonly KnownOpportunity[],
  referrals: readonly Referral[],
): readonly PortfolioMatch[] {
  const own = referrals.filter(({ organizationId }) => organizationId !== MICROSOFT);
  const byId = new Map(own.map((referral) => [referral.id.toLowerCase(), referral]));
  const byCrmId = groupBy(own, ({ externalReferenceId }) => (externalReferenceId ? keyOf(externalReferenceId) : null));
  const ofMicrosoft = groupBy(
    referrals.filter(({ organizationId }) => organizationId === MICROSOFT),
    ({ engagementId }) => engagementId,
  );
  const claims = groupBy(opportunities, ({ referralId }) => referralId?.toLowerCase() ?? null);
  const taken = new Set(opportunities.flatMap(({ linkedWith }) => linkedWith?.toLowerCase() ?? []));

  return opportunities.flatMap((opportunity): PortfolioMatch[] => {
    const found = (state: MatchState, referral: Referral | null, reason: string | null = null): PortfolioMatch[] => {
      const microsoft = (referral && ofMicrosoft.get(referral.engagementId)?.[0]) ?? null;
      return [{ opportunity, state, referral, microsoft, reason }];
    };
    if (opportunity.linkedWith !== null) return found('linked', byId.get(opportunity.linkedWith.toLowerCase()) ?? null);
    if (opportunity.referralId !== null) {
      const named = opportunity.referralId.toLowerCase();
      const referral = byId.get(named);
      if (!referral) return found('not-found', null, 'Partner Center has no referral with the identifier it shows.');
      if (taken.has(named)) return found('ambiguous', referral, 'Another opportunity is linked with this referral.');
      if ((claims.get(named)?.length ?? 0) > 1) {
        return found('ambiguous', referral, 'Several opportunities show the identifier of this referral.');
      }
      return found('by-identifier', referral);
    }
    const candidates = (byCrmId.get(keyOf(opportunity.id)) ?? []).filter(
      ({ id }) => !taken.has(id.toLowerCase()) && !claims.has(id.toLowerCase()),
    );
    const [only, ...more] = candidates;
    if (!only) return [];
    if (more.length > 0) return found('ambiguous', only, 'Several referrals carry the id of this opportunity.');
    return found('by-crm-id', only);
  });
}

/** Salesforce writes an id with 15 or 18 characters, Dynamics with capitals or without. */
function keyOf(crmId: string): string {
  return /^[A-Za-z0-9]{18}$/.test(crmId) ? crmId.slice(0, 15) : crmId.includes('-') ? crmId.toLowerCase() : crmId;
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string | null): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = key(item);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
