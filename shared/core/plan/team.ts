import { referralState } from '../lifecycle/referral-state.ts';
import { objects, personOf } from '../mapping/deal-from-referral.ts';
import { rowOf } from '../mapping/place.ts';
import { personText } from '../model/fields.ts';
import type { Person } from '../model/index.ts';
import { personKey } from '../model/person.ts';
import type { Context } from './context.ts';
import type { SyncInput, TeamChanges } from './types.ts';

/**
 * E-mails of members in Partner Center that the CRM has to be asked for before `planSync`: new ones, who would join the sales team if
 * they are users. Mostly nobody.
 */
export function membersToLookUp({
  policy,
  opportunity,
  link,
  referral,
}: Pick<SyncInput, 'policy' | 'opportunity' | 'link' | 'referral'>): readonly string[] {
  if (referral === null || referral === 'gone' || rowOf(policy, 'team').places.updateInCrm === null) return [];
  // Nothing is taken over from a deal that waits for its answer.
  if (referralState(referral) === 'new-inbound') return [];
  const here = new Set(opportunity.team.map(personKey));
  const known = new Set((link?.base?.partnerCenter.team ?? []).map(personText));
  return objects(referral.team)
    .map(personOf)
    .filter((person) => !here.has(personKey(person)) && !known.has(personText(person)))
    .flatMap(({ email }) => email ?? []);
}

/** The rows that make the opportunity's team the one wanted; `null` when it is. */
export function teamChanges({ deal, input }: Context, wanted: readonly Person[]): TeamChanges | null {
  const [now, then] = [deal.team, wanted].map((people) => new Set(people.map(personKey))) as [Set<string>, Set<string>];
  const users = new Map([...input.users].reverse().map(({ id, email }) => [email.toLowerCase(), id]));
  const add = [...then].flatMap((key) => (now.has(key) ? [] : (users.get(key) ?? [])));
  const remove = (input.opportunity.memberships ?? [])
    .filter(({ email }) => !then.has(email.toLowerCase()))
    .map(({ id }) => id);
  return add.length + remove.length === 0 ? null : { add, remove };
}
