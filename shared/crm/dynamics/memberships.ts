import { createHash } from 'node:crypto';
import type { Membership } from '../../core/model/index.ts';
import type { TeamChanges } from '../../core/plan/types.ts';
import type { Operation } from './batch-request.ts';
import { RECORD_2_USER, userOf } from './people.ts';
import { type Row, expandedRow, textOf } from './row.ts';

/**
 * The connections that make users members of an opportunity's team, by opportunity id. Who owns it, or is in a team that does, stays in
 * the team without one.
 * @param rows as `connectionsOf` brings them
 * @param owners e-mails of those users in lower case, by opportunity id
 */
export function membershipsOf(
  rows: readonly Row[],
  owners: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, readonly Membership[]> {
  const all = new Map<string, Membership[]>();
  for (const row of rows) {
    const user = expandedRow(row, RECORD_2_USER);
    if (user === null) continue;
    const opportunityId = textOf(row, '_record1id_value');
    const [, { email }] = userOf(user);
    if (email === null || owners.get(opportunityId)?.has(email.toLowerCase())) continue;
    all.set(opportunityId, [...(all.get(opportunityId) ?? []), { id: textOf(row, 'connectionid'), email }]);
  }
  return all;
}

/**
 * Members join by a connection whose id follows from opportunity and user, as an upsert: sent twice it is one, and one that somebody has
 * deactivated is active again. They leave by its deletion, which takes the connection's other half with it.
 * learn.microsoft.com/power-apps/developer/data-platform/connection-entities, …/webapi/update-delete-entities-using-web-api#upsert-a-table-row
 * @param tag see `WRITE_TAG`
 */
export function teamOperations(opportunityId: string, { add, remove }: TeamChanges, tag: string): readonly Operation[] {
  return [
    ...add.map((userId) => ({
      method: 'PATCH' as const,
      path: `connections(${connectionId(opportunityId, userId)})?tag=${tag}`,
      body: { ...connectionTo(`/opportunities(${opportunityId})`, userId), statecode: 0, statuscode: 1 },
    })),
    ...remove.map((id) => ({ method: 'DELETE' as const, path: `connections(${id})?tag=${tag}` })),
  ];
}

/** @param opportunity its address, or its Content-ID in the change set */
export function connectionTo(opportunity: string, userId: string): Readonly<Record<string, string>> {
  return {
    'record1id_opportunity@odata.bind': opportunity,
    'record2id_systemuser@odata.bind': `/systemusers(${userId})`,
  };
}

/** A GUID made from a name (RFC 9562, version 8). */
function connectionId(opportunityId: string, userId: string): string {
  const hash = createHash('sha256').update(`${opportunityId} ${userId}`.toLowerCase()).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
