import { dealFromReferral } from '../../../core/index.ts';
import type { Person, Referral } from '../../../core/model/index.ts';
import type { TwoSides } from './two-sides.ts';

/**
 * Members of an open deal's team who are on one side only, and need not be. Right is: whom the CRM does not know stays in Partner Center, and
 * who has owned the opportunity stays in the CRM when somebody takes him out in Partner Center.
 */
export function membersApart(world: TwoSides, opportunityId: string, referral: Referral): readonly string[] {
  const emails = (people: readonly Person[]) => people.flatMap(({ email }) => email ?? []);
  const here = emails(world.crm.rows.get(opportunityId)?.team ?? []);
  const there = emails(dealFromReferral(referral, world.policy).team);
  const users = emails(world.crm.users);
  const edited = world.partnersTeam.has(referral.id);
  const missingHere = there.filter((email) => users.includes(email) && !here.includes(email));
  const isOwner = (email: string) => email === here[0] || world.owners.has(`${opportunityId} ${email}`);
  const missingThere = here.filter((email) => !there.includes(email) && !(edited && isOwner(email)));
  return [
    ...missingHere.map((email) => `${email} is on the team of ${referral.id}, but not on that of ${opportunityId}.`),
    ...missingThere.map((email) => `${email} is on the team of ${opportunityId}, but not on that of ${referral.id}.`),
  ];
}
