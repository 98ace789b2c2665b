import { CosellError } from '../../core/errors/index.ts';
import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type { IsoInstant } from '../../core/model/index.ts';
import type { CatchUpPage, ChangeHint, CrmLog } from '../port.ts';
import type { Operation } from './batch-request.ts';
import { isSynced } from './concerned.ts';
import { BEGINNING, type Cursor, readCursor, writeCursor } from './cursor.ts';
import { queryPath } from './query.ts';
import { queuedRequests, REQUEST_SET } from './requests.ts';
import { type Row, optionalText, textOf } from './row.ts';
import type { RowReader } from './rows.ts';
import { isoInstant } from './values.ts';

/** Few calls for long lists; Dataverse allows 5,000. */
const PAGE_SIZE = 2_000;
/**
 * How far a finished run's position stays behind the service's clock: `modifiedon` is set when a change begins and becomes
 * visible when its transaction ends, which takes at most two minutes.
 */
const LAG_MS = 120_000;

/** Lookups whose rows belong to the deal: a change there concerns the opportunity. */
const CUSTOMER_LOOKUPS = ['parentaccountid', 'parentcontactid', 'customerid_account', 'customerid_contact'];

/**
 * The port's `catchUp`. Pages by the service's own paging cookie in order of `modifiedon`, so nothing is missed at equal times;
 * a row that changes meanwhile moves to the end of the order or into the next run.
 */
export function createCatchUp(fields: SectionFieldNames, reader: RowReader, log: CrmLog) {
  const prefer = { Prefer: `odata.maxpagesize=${PAGE_SIZE}` };

  function firstPages(since: IsoInstant | null): string[] {
    const changed = (condition: string): string =>
      queryPath('opportunities', {
        select: ['opportunityid', 'modifiedon'],
        filter: since === null ? isSynced(fields) : `(${condition}) and ${isSynced(fields)}`,
        orderBy: 'modifiedon asc,opportunityid asc',
      });
    const queued = queuedRequests(null).path;
    if (since === null) return [changed(''), queued];
    const after = since.replace(/\.\d+Z$/, 'Z');
    return [
      changed(`modifiedon ge ${after}`),
      changed(CUSTOMER_LOOKUPS.map((lookup) => `${lookup}/modifiedon ge ${after}`).join(' or ')),
      queryPath('connections', {
        select: ['connectionid', '_record1id_value', 'modifiedon'],
        filter: `record1objecttypecode eq 3 and (modifiedon ge ${after} or record2id_contact/modifiedon ge ${after})`,
        orderBy: 'modifiedon asc,connectionid asc',
      }),
      queued,
    ];
  }

  async function* run(start: Cursor): AsyncGenerator<CatchUpPage> {
    let next: readonly string[] = start.run?.next ?? firstPages(start.since);
    let until = start.run?.until ?? null;
    do {
      const operations = next.map((path): Operation => ({ method: 'GET', path, headers: prefer }));
      const { pages, at } = await reader.pages(operations);
      until ??= later(start.since, new Date(Date.parse(at) - LAG_MS).toISOString());
      const hints = pages.flatMap((page, index) => page.rows.map((row) => hintOf(next[index] ?? '', row, at)));
      next = pages.map((page) => page.next).filter((path) => path !== null);
      const cursor: Cursor =
        next.length > 0
          ? { v: 1, since: start.since, run: { until, next: [...next] } }
          : { v: 1, since: until, run: null };
      yield { hints: hints.filter((hint) => hint !== null), cursor: writeCursor(cursor) };
    } while (next.length > 0);
  }

  return async function* catchUp(text: string | null): AsyncGenerator<CatchUpPage> {
    const start = readCursor(text);
    try {
      yield* run(start);
    } catch (thrown) {
      // A paging cookie of an earlier run may be refused, after an update of the service or of our fields.
      if (start.run === null || !(thrown instanceof CosellError) || thrown.code !== 'crm-rejected') throw thrown;
      log.warn({ code: thrown.code }, 'The catch-up cannot go on where it was cut and starts its run again');
      yield* run({ ...BEGINNING, since: start.since });
    }
  };
}

/** @param path of the query that the row came from: its entity set says what the row is */
function hintOf(path: string, row: Row, now: IsoInstant): ChangeHint | null {
  if (path.startsWith(REQUEST_SET)) {
    const opportunityId = optionalText(row, '_cosell_opportunityid_value');
    const changedAt = isoInstant(textOf(row, 'createdon'));
    return opportunityId === null
      ? null
      : { object: 'request', id: textOf(row, 'cosell_requestid'), opportunityId, changedAt };
  }
  const changedAt = isoInstant(optionalText(row, 'modifiedon') ?? now);
  if (path.startsWith('connections')) {
    const opportunityId = optionalText(row, '_record1id_value');
    return opportunityId === null
      ? null
      : { object: 'contact-role', id: textOf(row, 'connectionid'), opportunityId, changedAt };
  }
  const id = textOf(row, 'opportunityid');
  const version = optionalText(row, '@odata.etag');
  return { object: 'opportunity', id, opportunityId: id, changedAt, ...(version === null ? {} : { version }) };
}

function later(one: IsoInstant | null, other: IsoInstant): IsoInstant {
  return one !== null && one > other ? one : other;
}
