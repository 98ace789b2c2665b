import type { Person } from 'c/syncCore';
import type { GraphQLResult } from 'lightning/graphql';
import { type GraphNode, nodesOf, parentOf, recordsOf, textOf, valueOf } from './graph';

/** A contact or user as a person; `null` for what has neither a name nor an address. */
export function personOf(node: GraphNode | null): Person | null {
  const person = {
    firstName: textOf(node, 'FirstName'),
    lastName: textOf(node, 'LastName'),
    email: textOf(node, 'Email'),
    phone: textOf(node, 'Phone'),
  };
  return person.lastName === null && person.email === null ? null : person;
}

/** Contacts of the opportunity, the primary one first, each e-mail address once: as the connector reads them. */
export function contactsOf(deal: GraphNode): readonly Person[] {
  const roles = inOrder(nodesOf(deal.OpportunityContactRoles));
  const primaryFirst = [...roles].sort((a, b) => Number(isPrimary(b)) - Number(isPrimary(a)));
  return distinct(primaryFirst.map((role) => personOf(parentOf(role, 'Contact'))));
}

/** The owner, then the sales team. */
export function teamOf(owner: Person | null, deal: GraphNode): readonly Person[] {
  const members = inOrder(nodesOf(deal.OpportunityTeamMembers));
  return distinct([owner, ...members.map((member) => personOf(parentOf(member, 'User')))]);
}

/** The only contact of the account; `null` when it has none or several. */
export function onlyContactOf(result: GraphQLResult | undefined): Person | null {
  const [first, second] = recordsOf(result, 'Contact');
  return first !== undefined && second === undefined ? personOf(first) : null;
}

function isPrimary(role: GraphNode): boolean {
  return valueOf(role, 'IsPrimary') === true;
}

function inOrder(nodes: readonly GraphNode[]): readonly GraphNode[] {
  const key = (node: GraphNode) => `${textOf(node, 'CreatedDate')} ${String(node.Id)}`;
  return [...nodes].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function distinct(people: readonly (Person | null)[]): readonly Person[] {
  const seen = new Set<string>();
  return people.filter((person): person is Person => {
    const email = person?.email?.toLowerCase();
    if (person === null || (email !== undefined && seen.has(email))) return false;
    if (email !== undefined) seen.add(email);
    return true;
  });
}
