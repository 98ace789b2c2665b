import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type { CrmOpportunity, Person, SyncRequest } from '../../core/model/index.ts';
import { needsOnlyContact } from '../../core/readiness/only-contact.ts';
import type { CrmLog, OpportunityRead } from '../port.ts';
import { canBeAsked, grantsWrite, principalAccess } from './access.ts';
import type { SendBatch } from './batch.ts';
import type { Operation } from './batch-request.ts';
import { membershipsOf } from './memberships.ts';
import { accountContactPaths, onlyContacts } from './only-contact.ts';
import { checkLookups } from './paths.ts';
import { type Connected, connectionsPath, groupConnections } from './people.ts';
import { type ColumnPath, isGuid, isIn, queryPath } from './query.ts';
import { queuedRequests, requestOf, type UncheckedRequest } from './requests.ts';
import { type Row, expandedRow, textOf } from './row.ts';
import type { RowReader } from './rows.ts';
import type { Schema } from './schema.ts';
import { accountIdOf, opportunityColumns, opportunityWithoutTeam, owningTeamOf, ownersOf, teamOf } from './snapshot.ts';
import type { TeamMembers } from './team-members.ts';

interface ReadTools {
  readonly fields: SectionFieldNames;
  readonly send: SendBatch;
  readonly reader: RowReader;
  readonly schema: Schema;
  readonly members: TeamMembers;
  readonly log: CrmLog;
}

/** An opportunity before the second call. */
interface Draft {
  readonly draft: Omit<CrmOpportunity, 'team'>;
  /** Set when a contact of this account is to stand in. */
  readonly accountId: string | null;
  /** Complete once the members of owning teams are known. */
  readonly team: () => readonly Person[];
  /** E-mails of those who stay in the team whatever connections there are. */
  readonly owners: () => ReadonlySet<string>;
}

/**
 * The port's `readOpportunities`: one `$batch` with the opportunities, their connections and their queued requests; a second
 * one only for edit rights of request makers, members of owning teams, and contacts of accounts where they decide
 * (only-contact.ts).
 */
export function createRead(paths: readonly ColumnPath[], { fields, send, reader, schema, members, log }: ReadTools) {
  const { select, expand } = opportunityColumns(paths);
  checkLookups({ expand });

  const opportunitiesOf = (ids: readonly string[]): Operation =>
    get(queryPath('opportunities', { select: [...select], expand, filter: isIn('opportunityid', ids) }));

  function draftOf(row: Row, connected: Connected | undefined): Draft {
    const owners = () => ownersOf(row, members.of(owningTeamOf(row) ?? ''));
    const draft = opportunityWithoutTeam(row, connected, paths, (path) => schema.typeOf(path));
    return {
      draft,
      accountId: needsOnlyContact('dynamics', fields, draft) ? accountIdOf(row) : null,
      team: () => teamOf(owners(), connected),
      owners: () => new Set(owners().flatMap(([, { email }]) => email?.toLowerCase() ?? [])),
    };
  }

  /** Numbers behind lookups need their table's metadata: is `100` an amount or a choice? */
  async function knowNumbers(rows: readonly Row[]): Promise<void> {
    const unknown = paths.filter(
      (path) =>
        path.navigation !== null &&
        schema.typeOf(path) === undefined &&
        rows.some((row) => typeof expandedRow(row, path.navigation ?? '')?.[path.column] === 'number'),
    );
    if (unknown.length > 0) await schema.load(unknown);
  }

  /** What the first answer leaves open, in one call or none: edit rights, members of owning teams, contacts of accounts. */
  async function lookFurther(
    requests: readonly UncheckedRequest[],
    teamIds: readonly string[],
    accountIds: readonly string[],
  ) {
    const asked = requests.filter(canBeAsked);
    const teams = members.missing(teamIds);
    const accounts = accountContactPaths(accountIds).map(get);
    const operations = [...teams, ...accounts, ...asked.map(principalAccess)];
    const parts = operations.length > 0 ? (await send(operations)).parts : [];
    const pages = parts.slice(0, teams.length + accounts.length).map((part) => reader.page(part).rows);
    members.learn(pages.slice(0, teams.length).flat());
    const rights = parts.slice(pages.length);
    const mayEdit = new Set(asked.filter((_, index) => rights[index] && grantsWrite(rights[index])));
    return {
      contactOfAccount: onlyContacts(accountIds, pages.slice(teams.length)),
      requests: requests.map((request): SyncRequest => ({ ...request, mayEdit: mayEdit.has(request) })),
    };
  }

  return async (ids: readonly string[]): Promise<OpportunityRead> => {
    const asked = [...new Set(ids.filter(isGuid).map((id) => id.toLowerCase()))];
    if (asked.length === 0) return { opportunities: [], missing: ids, requests: [] };
    const [rows = [], connectionRows = [], requestRows = [], ...metadata] = await reader.all([
      opportunitiesOf(asked),
      get(connectionsPath(asked)),
      queuedRequests(isIn('cosell_opportunityid', asked)),
      ...schema.missing(),
    ]);
    schema.learn(metadata);
    await knowNumbers(rows);

    const known = requestRows.map(requestOf).filter((request) => request !== null);
    if (known.length < requestRows.length) {
      log.warn({ rows: requestRows.length - known.length }, 'Queued requests of an unknown kind are left alone');
    }
    const teamIds = new Set(rows.map(owningTeamOf).filter((id) => id !== null));
    const connected = groupConnections(connectionRows);
    const drafts = rows.map((row) => draftOf(row, connected.get(textOf(row, 'opportunityid'))));
    const accountIds = new Set(drafts.map(({ accountId }) => accountId).filter((id) => id !== null));
    const { requests, contactOfAccount } = await lookFurther(known, [...teamIds], [...accountIds]);
    const owners = new Map(drafts.map((each) => [each.draft.id, each.owners()]));
    const memberships = membershipsOf(connectionRows, owners);
    const opportunities = drafts.map(({ draft, accountId, team }): CrmOpportunity => {
      const onlyContact = contactOfAccount.get(accountId ?? '');
      const contacts = onlyContact ? [onlyContact] : draft.contacts;
      return { ...draft, contacts, team: team(), memberships: memberships.get(draft.id) ?? [] };
    });
    const found = new Set(opportunities.map(({ id }) => id));
    return { opportunities, missing: ids.filter((id) => !found.has(id.toLowerCase())), requests };
  };
}

function get(path: string): Operation {
  return { method: 'GET', path };
}
