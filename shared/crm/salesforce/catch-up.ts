import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type { CatchUpPage, ChangeHint } from '../port.ts';
import type { Query, SalesforceConnection } from './connection.ts';
import { back, BEGINNING, type Cursor, later, type Mark, parseCursor, type Source } from './cursor.ts';
import { REQUEST } from './settings.ts';
import { relevant } from './soql.ts';
import { instantOf } from './values.ts';
import type { SObjectRecord } from './wire.ts';

/** The most that one query answers at once; more would be a call of its own anyway. */
const PAGE_SIZE = 2000;
const MOST_REQUESTS = 2000;
/**
 * A transaction stamps its rows before it commits, so a row can appear with a stamp that was already passed. Each run
 * therefore starts a while back; seeing a row twice is harmless.
 */
const OVERLAP_MS = 60_000;

/** What makes an opportunity worth a look: its own change, or one of its account, a contact role, a contact. */
const SOURCES: Readonly<Record<Source, { object: string; stamp: string; opportunity: string; prefix: string }>> = {
  opportunities: { object: 'Opportunity', stamp: 'SystemModstamp', opportunity: 'Id', prefix: '' },
  accounts: { object: 'Opportunity', stamp: 'Account.SystemModstamp', opportunity: 'Id', prefix: '' },
  roles: {
    object: 'OpportunityContactRole',
    stamp: 'SystemModstamp',
    opportunity: 'OpportunityId',
    prefix: 'Opportunity.',
  },
  contacts: {
    object: 'OpportunityContactRole',
    stamp: 'Contact.SystemModstamp',
    opportunity: 'OpportunityId',
    prefix: 'Opportunity.',
  },
};
const ALL_SOURCES = Object.keys(SOURCES) as Source[];

/**
 * Opportunities with sync on or a referral that changed since the cursor, oldest change first, and all queued requests, by
 * one call a page. From `null`: all of them; the other sources then start from the latest change there is.
 * @throws CosellError `value-invalid` for a cursor that is not ours
 */
export async function* catchUp(
  connection: SalesforceConnection,
  fields: SectionFieldNames,
  stored: string | null,
): AsyncGenerator<CatchUpPage> {
  let cursor = stored === null ? null : parseCursor(stored);
  const from: Partial<Record<Source, Mark>> = {};
  for (const source of ALL_SOURCES) if (cursor) from[source] = back(cursor[source], OVERLAP_MS);
  if (!cursor) from.opportunities = BEGINNING;

  for (let first = true; first || Object.keys(from).length > 0; first = false) {
    const asked: Record<string, Query> = { ...(cursor === null && HEADS), ...(first && { requests: QUEUED }) };
    for (const source of ALL_SOURCES) {
      const mark = from[source];
      if (mark) asked[source] = pageQuery(source, mark, fields, stored !== null);
    }
    const rows = await connection.queries(asked);
    cursor ??= headsOf(rows);
    const hints: ChangeHint[] = (rows.requests ?? []).map(requestHint);
    for (const source of ALL_SOURCES) {
      const found = from[source] === undefined ? [] : (rows[source] ?? []);
      hints.push(...found.map((row) => opportunityHint(source, row)));
      const last = found.at(-1);
      const mark = last && { at: stampOf(source, last), id: String(last.Id) };
      if (mark) cursor = { ...cursor, [source]: later(cursor[source], mark) };
      if (mark && found.length === PAGE_SIZE) from[source] = mark;
      else delete from[source];
    }
    yield { hints: distinct(hints), cursor: JSON.stringify(cursor) };
  }
}

/** Rows after the mark in the order of their stamps; equal stamps go by id. From a cursor on, deletions count as changes. */
function pageQuery(source: Source, { at, id }: Mark, fields: SectionFieldNames, deletedToo: boolean): Query {
  const { object, stamp, opportunity, prefix } = SOURCES[source];
  const after = id === '' ? `${stamp} >= ${at}` : `(${stamp} > ${at} OR (${stamp} = ${at} AND Id > '${id}'))`;
  const columns = [...new Set(['Id', opportunity, stamp])].join(', ');
  return {
    soql: `SELECT ${columns} FROM ${object} WHERE ${relevant(fields, prefix)} AND ${after} ORDER BY ${stamp}, Id LIMIT ${PAGE_SIZE}`,
    deletedToo,
  };
}

const QUEUED: Query = {
  soql: `SELECT Id, ${REQUEST.opportunity}, CreatedDate FROM ${REQUEST.object} WHERE ${REQUEST.status} = 'queued' ORDER BY CreatedDate, Id LIMIT ${MOST_REQUESTS}`,
};

/** The latest change of what hangs on opportunities, asked before the first page of a run from the beginning. */
const HEADS: Readonly<Record<'accountHead' | 'roleHead' | 'contactHead', Query>> = {
  accountHead: headQuery('Account'),
  roleHead: headQuery('OpportunityContactRole'),
  contactHead: headQuery('Contact'),
};

function headQuery(object: string): Query {
  return { soql: `SELECT SystemModstamp FROM ${object} ORDER BY SystemModstamp DESC LIMIT 1` };
}

function headsOf(rows: Readonly<Record<string, readonly SObjectRecord[] | null>>): Cursor {
  const head = (name: keyof typeof HEADS): Mark => {
    const [row] = rows[name] ?? [];
    return row ? { at: instantOf(String(row.SystemModstamp)), id: '' } : BEGINNING;
  };
  return {
    opportunities: BEGINNING,
    accounts: head('accountHead'),
    roles: head('roleHead'),
    contacts: head('contactHead'),
  };
}

function stampOf(source: Source, row: SObjectRecord): string {
  const [parent = '', field] = SOURCES[source].stamp.split('.');
  const value = field === undefined ? row[parent] : (row[parent] as SObjectRecord | null)?.[field];
  return instantOf(String(value));
}

function opportunityHint(source: Source, row: SObjectRecord): ChangeHint {
  const id = String(row[SOURCES[source].opportunity]);
  const version = source === 'opportunities' ? { version: String(row.SystemModstamp) } : {};
  return { object: 'opportunity', id, opportunityId: id, changedAt: stampOf(source, row), ...version };
}

function requestHint(row: SObjectRecord): ChangeHint {
  return {
    object: 'request',
    id: String(row.Id),
    opportunityId: String(row[REQUEST.opportunity]),
    changedAt: instantOf(String(row.CreatedDate)),
  };
}

/** One hint per opportunity: each stands for a fresh look at all of it. */
function distinct(hints: readonly ChangeHint[]): readonly ChangeHint[] {
  return [...new Map([...hints].reverse().map((hint) => [hint.opportunityId, hint])).values()].reverse();
}
