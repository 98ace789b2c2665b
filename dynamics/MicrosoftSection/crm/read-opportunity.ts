import { crmPathsToRead } from '../../../shared/core/mapping/crm-paths.ts';
import type { CrmOpportunity } from '../../../shared/core/model/index.ts';
import type { SyncPolicy } from '../../../shared/core/policy/types.ts';
import { needsOnlyContact } from '../../../shared/core/readiness/only-contact.ts';
import { accountContacts, onlyContacts } from '../../../shared/crm/dynamics/only-contact.ts';
import { connectionsOf, groupConnections } from '../../../shared/crm/dynamics/people.ts';
import { parsePath, queryPath } from '../../../shared/crm/dynamics/query.ts';
import type { Row } from '../../../shared/crm/dynamics/rows.ts';
import {
  accountIdOf,
  opportunityColumns,
  opportunityWithoutTeam,
  owningTeamOf,
  teamOf,
} from '../../../shared/crm/dynamics/snapshot.ts';
import { createTeamMembers } from '../../../shared/crm/dynamics/team-members.ts';
import { fromDynamics } from '../../../shared/section/in-place/dynamics-errors.ts';
import { columnTypes } from './column-types.ts';
import { queryTable, type WebApi } from './query-table.ts';

/** The part of the policy that decides what is read. */
type ReadPolicy = Pick<SyncPolicy, 'fields' | 'mapping'>;

/**
 * The opportunity with its people, as the connector's adapter delivers it (shared/crm/dynamics/read.ts), read with the person's
 * own rights: people whom they may not see are missing. @throws what the platform rejects with, when the opportunity itself can't be read
 */
export async function readOpportunity(api: WebApi, id: string, policy: ReadPolicy): Promise<CrmOpportunity> {
  const paths = crmPathsToRead(policy).map(parsePath);
  const { select, expand } = opportunityColumns(paths);
  const [row, connections] = await Promise.all([
    api.retrieveRecord('opportunity', id, queryPath('', { select: [...select], expand })) as Promise<Row>,
    visible(api, connectionsOf([id]).path),
  ]);
  const connected = groupConnections(connections).get(id);
  const known = opportunityWithoutTeam(row, connected, paths, columnTypes(row, policy));
  const [members, standIn] = await Promise.all([
    membersOf(api, owningTeamOf(row)),
    mayStandIn(known, policy) ? onlyContactOf(api, accountIdOf(row)) : null,
  ]);
  return { ...known, contacts: standIn ?? known.contacts, team: teamOf(row, connected, members) };
}

/** As if the person had already asked for help and switched sync on: before they save, the preview must show whom Microsoft will see. */
function mayStandIn(known: Pick<CrmOpportunity, 'values' | 'contacts'>, { fields }: ReadPolicy): boolean {
  const values = { ...known.values, [fields.sync]: true, [fields.help]: known.values[fields.help] ?? 'asked' };
  return needsOnlyContact('dynamics', fields, { values, contacts: known.contacts });
}

async function membersOf(
  api: WebApi,
  teamId: string | null,
): Promise<ReturnType<ReturnType<typeof createTeamMembers>['of']>> {
  if (teamId === null) return [];
  const team = createTeamMembers(() => 0);
  for (const { path } of team.missing([teamId])) team.learn(await visible(api, path));
  return team.of(teamId);
}

async function onlyContactOf(api: WebApi, accountId: string | null): Promise<CrmOpportunity['contacts'] | null> {
  if (accountId === null) return null;
  const answers = await Promise.all(accountContacts([accountId]).map(({ path }) => visible(api, path)));
  const contact = onlyContacts([accountId], answers).get(accountId);
  return contact === undefined ? null : [contact];
}

/** Rows that the person may see; none when they may see nothing of the table. */
async function visible(api: WebApi, path: string): Promise<readonly Row[]> {
  try {
    return await queryTable(api, path);
  } catch (thrown) {
    if (fromDynamics(thrown).problem.kind === 'no-permission') return [];
    throw thrown;
  }
}
