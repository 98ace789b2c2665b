import type { CrmOpportunity, SyncRequest } from '../../core/model/index.ts';
import type { CrmLog, OpportunityRead } from '../port.ts';
import { canBeAsked, grantsWrite, principalAccess } from './access.ts';
import type { SendBatch } from './batch.ts';
import type { Operation } from './batch-request.ts';
import {
  CONTACT_COLUMNS,
  type Connected,
  connectionsOf,
  contactOf,
  groupConnections,
  USER_COLUMNS,
  userOf,
} from './people.ts';
import { type ColumnPath, groupByNavigation, isGuid, isIn, queryPath } from './query.ts';
import { queuedRequests, requestOf, type UncheckedRequest } from './requests.ts';
import { type Row, type RowReader, expandedRow, optionalText, textOf } from './rows.ts';
import type { Schema } from './schema.ts';
import type { TeamMembers } from './team-members.ts';
import { canonicalValue, isoInstant } from './values.ts';

interface ReadTools {
  readonly send: SendBatch;
  readonly reader: RowReader;
  readonly schema: Schema;
  readonly members: TeamMembers;
  readonly log: CrmLog;
}

const PRIMARY_CONTACT = 'parentcontactid';
const OWNER = 'owninguser';

/**
 * The port's `readOpportunities`: one `$batch` with the opportunities, their connections and their queued requests; a second
 * one only for edit rights of request makers and members of owning teams.
 */
export function createRead(paths: readonly ColumnPath[], { send, reader, schema, members, log }: ReadTools) {
  const { select, expand } = groupByNavigation([
    ...paths,
    ...['opportunityid', 'modifiedon', '_owningteam_value'].map((column) => ({
      path: column,
      navigation: null,
      column,
    })),
    ...CONTACT_COLUMNS.map((column) => ({ path: '', navigation: PRIMARY_CONTACT, column })),
    ...USER_COLUMNS.map((column) => ({ path: '', navigation: OWNER, column })),
  ]);

  const opportunitiesOf = (ids: readonly string[]): Operation => {
    const path = queryPath('opportunities', { select: [...select], expand, filter: isIn('opportunityid', ids) });
    return { method: 'GET', path };
  };

  function valuesOf(row: Row): CrmOpportunity['values'] {
    return Object.fromEntries(
      paths.map((path) => {
        const source = path.navigation === null ? row : expandedRow(row, path.navigation);
        return [path.path, canonicalValue(source?.[path.column], schema.typeOf(path))];
      }),
    );
  }

  function opportunityOf(row: Row, connected: Connected | undefined): CrmOpportunity {
    const primary = expandedRow(row, PRIMARY_CONTACT);
    const owner = expandedRow(row, OWNER);
    const contacts = new Map([...(primary ? [contactOf(primary)] : []), ...(connected?.contacts ?? [])]);
    const team = new Map([
      ...(owner ? [userOf(owner)] : []),
      ...members.of(optionalText(row, '_owningteam_value') ?? ''),
      ...(connected?.users ?? []),
    ]);
    return {
      id: textOf(row, 'opportunityid'),
      version: textOf(row, '@odata.etag'),
      modifiedAt: isoInstant(textOf(row, 'modifiedon')),
      values: valuesOf(row),
      contacts: [...contacts.values()],
      team: [...team.values()],
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

  /** Edit rights of request makers and members of owning teams that are not known yet, in one call or none. */
  async function rightsAndMembers(requests: readonly UncheckedRequest[], teamIds: readonly string[]) {
    const asked = requests.filter(canBeAsked);
    const teams = members.missing(teamIds);
    const operations = [...teams, ...asked.map(principalAccess)];
    const parts = operations.length > 0 ? (await send(operations)).parts : [];
    members.learn(parts.slice(0, teams.length).flatMap((part) => reader.page(part).rows));
    const rights = parts.slice(teams.length);
    const mayEdit = new Set(asked.filter((_, index) => rights[index] && grantsWrite(rights[index])));
    return requests.map((request): SyncRequest => ({ ...request, mayEdit: mayEdit.has(request) }));
  }

  return async (ids: readonly string[]): Promise<OpportunityRead> => {
    const asked = [...new Set(ids.filter(isGuid).map((id) => id.toLowerCase()))];
    if (asked.length === 0) return { opportunities: [], missing: ids, requests: [] };
    const [rows = [], connectionRows = [], requestRows = [], ...metadata] = await reader.all([
      opportunitiesOf(asked),
      connectionsOf(asked),
      queuedRequests(isIn('cosell_opportunityid', asked)),
      ...schema.missing(),
    ]);
    schema.learn(metadata);
    await knowNumbers(rows);

    const known = requestRows.map(requestOf).filter((request) => request !== null);
    if (known.length < requestRows.length) {
      log.warn({ rows: requestRows.length - known.length }, 'Queued requests of an unknown kind are left alone');
    }
    const teamIds = new Set(rows.map((row) => optionalText(row, '_owningteam_value')).filter((id) => id !== null));
    const requests = await rightsAndMembers(known, [...teamIds]);

    const connected = groupConnections(connectionRows);
    const opportunities = rows.map((row) => {
      const id = textOf(row, 'opportunityid');
      return opportunityOf(row, connected.get(id));
    });
    const found = new Set(opportunities.map(({ id }) => id));
    return { opportunities, missing: ids.filter((id) => !found.has(id.toLowerCase())), requests };
  };
}
