import type { CrmUser, Membership } from '../model/index.ts';
import type { TeamReach } from './types.ts';

/** Users of the CRM can join the sales team, and whoever has a row in it can leave. */
export function reachOf(users: readonly CrmUser[], memberships: readonly Membership[] = []): TeamReach {
  return { joins: emailsOf(users), leaves: emailsOf(memberships) };
}

function emailsOf(people: readonly { readonly email: string }[]): ReadonlySet<string> {
  return new Set(people.map(({ email }) => email.toLowerCase()));
}
