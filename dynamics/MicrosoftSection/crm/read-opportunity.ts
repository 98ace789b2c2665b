import { crmPathsToRead } from '../../../shared/core/mapping/crm-paths.ts';
import type { CrmOpportunity, Person } from '../../../shared/core/model/index.ts';
import type { SyncPolicy } from '../../../shared/core/policy/types.ts';
import { needsOnlyContact } from '../../../shared/core/readiness/only-contact.ts';
import { accountContactPaths, onlyContacts } from '../../../shared/crm/dynamics/only-contact.ts';
import { connectionsPath, groupConnections } from '../../../shared/crm/dynamics/people.ts';
import { pathOf, queryPath } from '../../../shared/crm/dynamics/query.ts';
import type { Row } from '../../../shared/crm/dynamics/row.ts';
import {
  accountIdOf,
  opportunityColumns,
  opportunityWithoutTeam,
  ownersOf,
  owningTeamOf,
  teamOf,
} from '../../../shared/crm/dynamics/snapshot.ts';
import { type Members, membersOf, teamsPath } from '../../../shared/crm/dynamics/teams.ts';
import type { SectionRecord } from '../../../shared/section/contract/index.ts';
import { fromDynamics } from '../../../shared/section/in-place/dynamics-errors.ts';
import { columnTypes } from './column-types.ts';
import { queryTable, type WebApi } from './query-table.ts';

type ReadRow = Pick<SectionRecord, 'opportunity' | 'accountContact'>;

/** The part of the policy that decides what is read. */
type ReadPolicy = Pick<SyncPolicy, 'fields' | 'mapping'>;

/**
 * The opportunity with its people, as the connector's adapter delivers it (shared/crm/dynamics/read.ts), and apart from it who may
 * stand in as customer contact, read with the person's own rights: people whom they may not see are missing. @throws what the platform rejects with, when the opportunity itself can't be read
 */
export async function readOpportunity(api: WebApi, id: string, policy: ReadPolicy): Promise<ReadRow> {
  const paths = crmPathsToRead(policy)
    .map(pathOf)
    .filter((path) => path !== null);
  const { select, expand } = opportunityColumns(paths);
  const [row, connections] = await Promise.all([
    api.retrieveRecord('opportunity', id, queryPath('', { select: [...select], expand })) as Promise<Row>,
    visible(api, connectionsPath([id])),
  ]);
  const connected = groupConnections(connections).get(id);
  const known = opportunityWithoutTeam(row, connected, paths, columnTypes(row, policy));
  const [members, accountContact] = await Promise.all([
    teamMembers(api, owningTeamOf(row)),
    mayStandIn(known, policy) ? onlyContactOf(api, accountIdOf(row)) : null,
  ]);
  return { opportunity: { ...known, team: teamOf(ownersOf(row, members), connected) }, accountContact };
}

/** Whether somebody would stand in if the person asked for help and switched sync on, as they may do before they save. */
function mayStandIn(known: Pick<CrmOpportunity, 'values' | 'contacts'>, { fields }: ReadPolicy): boolean {
  const values = { ...known.values, [fields.sync]: true, [fields.help]: known.values[fields.help] ?? 'asked' };
  return needsOnlyContact('dynamics', fields, { values, contacts: known.contacts });
}

async function teamMembers(api: WebApi, teamId: string | null): Promise<Members> {
  return teamId === null ? [] : (await visible(api, teamsPath([teamId]))).flatMap(membersOf);
}

async function onlyContactOf(api: WebApi, accountId: string | null): Promise<Person | null> {
  if (accountId === null) return null;
  const answers = await Promise.all(accountContactPaths([accountId]).map((path) => visible(api, path)));
  return onlyContacts([accountId], answers).get(accountId) ?? null;
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
