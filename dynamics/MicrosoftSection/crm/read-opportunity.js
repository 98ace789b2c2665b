import { crmPathsToRead } from "../../../shared/core/mapping/crm-paths.js";
import { needsOnlyContact } from "../../../shared/core/readiness/only-contact.js";
import { accountContacts, onlyContacts } from "../../../shared/crm/dynamics/only-contact.js";
import { connectionsOf, groupConnections } from "../../../shared/crm/dynamics/people.js";
import { parsePath, queryPath } from "../../../shared/crm/dynamics/query.js";
import { accountIdOf, opportunityColumns, opportunityWithoutTeam, owningTeamOf, teamOf, } from "../../../shared/crm/dynamics/snapshot.js";
import { createTeamMembers } from "../../../shared/crm/dynamics/team-members.js";
import { fromDynamics } from "../../../shared/section/in-place/dynamics-errors.js";
import { columnTypes } from "./column-types.js";
import { queryTable } from "./query-table.js";
/**
 * The opportunity with its people, as the connector's adapter delivers it (shared/crm/dynamics/read.ts), and apart from it who may
 * stand in as customer contact, read with the person's own rights: people whom they may not see are missing. @throws what the platform rejects with, when the opportunity itself can't be read
 */
export async function readOpportunity(api, id, policy) {
    const paths = crmPathsToRead(policy).map(parsePath);
    const { select, expand } = opportunityColumns(paths);
    const [row, connections] = await Promise.all([
        api.retrieveRecord('opportunity', id, queryPath('', { select: [...select], expand })),
        visible(api, connectionsOf([id]).path),
    ]);
    const connected = groupConnections(connections).get(id);
    const known = opportunityWithoutTeam(row, connected, paths, columnTypes(row, policy));
    const [members, accountContact] = await Promise.all([
        membersOf(api, owningTeamOf(row)),
        mayStandIn(known, policy) ? onlyContactOf(api, accountIdOf(row)) : null,
    ]);
    return { opportunity: { ...known, team: teamOf(row, connected, members) }, accountContact };
}
/** Whether somebody would stand in if the person asked for help and switched sync on, as they may do before they save. */
function mayStandIn(known, { fields }) {
    const values = { ...known.values, [fields.sync]: true, [fields.help]: known.values[fields.help] ?? 'asked' };
    return needsOnlyContact('dynamics', fields, { values, contacts: known.contacts });
}
async function membersOf(api, teamId) {
    if (teamId === null)
        return [];
    const team = createTeamMembers(() => 0);
    for (const { path } of team.missing([teamId]))
        team.learn(await visible(api, path));
    return team.of(teamId);
}
async function onlyContactOf(api, accountId) {
    if (accountId === null)
        return null;
    const answers = await Promise.all(accountContacts([accountId]).map(({ path }) => visible(api, path)));
    return onlyContacts([accountId], answers).get(accountId) ?? null;
}
/** Rows that the person may see; none when they may see nothing of the table. */
async function visible(api, path) {
    try {
        return await queryTable(api, path);
    }
    catch (thrown) {
        if (fromDynamics(thrown).problem.kind === 'no-permission')
            return [];
        throw thrown;
    }
}
