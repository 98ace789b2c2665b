import { REQUEST_ACTIONS } from '../../core/mapping/choices.ts';
import type { RequestAction, SyncRequest } from '../../core/model/index.ts';
import type { CrmLog } from '../port.ts';
import type { Query, SalesforceConnection } from './connection.ts';
import { REQUEST } from './settings.ts';
import { idKey, idList } from './soql.ts';
import { instantOf } from './values.ts';
import type { SObjectRecord } from './wire.ts';

/** Queries of one composite call. */
const QUERIES_PER_CALL = 5;

/** Queued requests of these opportunities, oldest first; rows of the same second go by their running number. */
export function requestQuery(ids: readonly string[]): Query {
  const { object, opportunity, action, reason, status } = REQUEST;
  return {
    soql: `SELECT Id, ${opportunity}, ${action}, ${reason}, CreatedById, CreatedDate FROM ${object} WHERE ${opportunity} IN (${idList(ids)}) AND ${status} = 'queued' ORDER BY CreatedDate, Name`,
  };
}

/** Which of these opportunities a user may edit. `UserRecordAccess` takes one user and up to 200 records a query. */
export function accessQuery(userId: string, ids: readonly string[]): Query {
  return {
    soql: `SELECT RecordId, HasEditAccess FROM UserRecordAccess WHERE UserId = '${userId}' AND RecordId IN (${idList(ids)})`,
  };
}

/**
 * The same for the maker of the first row of the `requests` query in the same call. Most reads find requests of one person,
 * or none (then this part fails alone): so edit rights cost no further call.
 */
export function firstMakerAccessQuery(ids: readonly string[]): Query {
  return { ...accessQuery('@{requests.records[0].CreatedById}', ids), optional: true };
}

/** Rows as requests, with the edit rights of their makers; one more call for each five makers beyond the first. */
export async function toRequests(
  connection: SalesforceConnection,
  rows: readonly SObjectRecord[],
  firstMakersAccess: readonly SObjectRecord[] | null,
  log: CrmLog,
): Promise<readonly SyncRequest[]> {
  const editable = new Set<string>();
  const note = (maker: string, access: readonly SObjectRecord[]): void => {
    for (const row of access) if (row.HasEditAccess === true) editable.add(`${maker} ${idKey(textOf(row.RecordId))}`);
  };
  const [first] = rows;
  const firstMaker = first === undefined ? null : textOf(first.CreatedById);
  if (firstMaker !== null && firstMakersAccess) note(firstMaker, firstMakersAccess);

  const makers = [...new Set(rows.map((row) => textOf(row.CreatedById)))].filter(
    (maker) => maker !== firstMaker || firstMakersAccess === null,
  );
  for (let start = 0; start < makers.length; start += QUERIES_PER_CALL) {
    const access = await connection.queries(
      Object.fromEntries(
        makers
          .slice(start, start + QUERIES_PER_CALL)
          .map((maker) => [maker, accessQuery(maker, opportunitiesOf(rows, maker))]),
      ),
    );
    for (const [maker, found] of Object.entries(access)) note(maker, found ?? []);
  }
  return rows.flatMap((row) => toRequest(row, editable, log));
}

function opportunitiesOf(rows: readonly SObjectRecord[], maker: string): readonly string[] {
  return [...new Set(rows.filter((row) => row.CreatedById === maker).map((row) => textOf(row[REQUEST.opportunity])))];
}

function toRequest(row: SObjectRecord, editable: ReadonlySet<string>, log: CrmLog): readonly SyncRequest[] {
  const action = row[REQUEST.action];
  if (!isAction(action)) {
    log.warn({ requestId: row.Id }, 'A request row has an action that the connector does not know; it is left alone.');
    return [];
  }
  const opportunityId = textOf(row[REQUEST.opportunity]);
  const requestedBy = textOf(row.CreatedById);
  const reason = textOf(row[REQUEST.reason]);
  return [
    {
      id: textOf(row.Id),
      opportunityId,
      action,
      reason: reason === '' ? null : reason,
      requestedBy,
      requestedAt: instantOf(textOf(row.CreatedDate)),
      mayEdit: editable.has(`${requestedBy} ${idKey(opportunityId)}`),
    },
  ];
}

function isAction(value: unknown): value is RequestAction {
  return REQUEST_ACTIONS.some((action) => action === value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
