import { setTimeout as wait } from 'node:timers/promises';
import { CosellError } from '../../core/errors/index.ts';
import { failedAnswers } from '../failed-answers.ts';
import type { CrmLog, OpportunityWrite, RequestAnswer, WriteOutcome } from '../port.ts';
import { answerRecord, opportunityRecord, type WriteRecord } from './records.ts';
import type { SalesforceConnection } from './connection.ts';
import { recordError, subrequestError } from './errors.ts';
import type { SchemaCache } from './schema.ts';
import { BATCH_SIZE } from './settings.ts';
import type { SaveResult } from './wire.ts';
import { changesTeam, writeTeams } from './write-teams.ts';

/** Collections of one composite call. */
const COLLECTIONS_PER_CALL = 5;
/** Audit trails are long; a call stays well below the 50 MB that Salesforce takes, and within its time. */
const MOST_CHARACTERS = 5_000_000;
/** Waits before a locked record is tried again; another transaction holds a row for a moment only. */
const LOCK_WAITS_MS = [200, 600];

/** One record to write, with where its outcome goes; `error` starts as what kept it from being sent. */
interface Slot {
  readonly write: number;
  readonly kind: 'opportunity' | 'answer';
  readonly record: WriteRecord;
  error: CosellError | null;
}

/**
 * Opportunities and request answers in one call (of at most 5 MB): `composite/sobjects` for up to 200 records of both kinds (grouped by kind:
 * at most ten changes of kind are allowed), `composite` with several of them above. Records are updates by id, so sending
 * them twice is harmless. Salesforce compares no versions on collections: `ifVersion` is not checked. Nor can a collection tie
 * an answer to its opportunity and let the others go on: where an opportunity is refused, one more call makes the requests that
 * were answered as done failed. Opportunities whose sales team changes go before the others, in one more call (write-teams.ts).
 * @throws CosellError when nothing was written
 */
export async function writeOpportunities(
  connection: SalesforceConnection,
  schemas: SchemaCache,
  batch: readonly OpportunityWrite[],
  log: CrmLog,
): Promise<readonly WriteOutcome[]> {
  const outcomes: CosellError[] = [];
  const slots: Slot[] = [];
  if (batch.length > 0) {
    const { opportunityFields } = await schemas.load();
    const teams = batch.filter(changesTeam);
    const refused = teams.length > 0 ? await writeTeams(connection, opportunityFields, teams) : [];
    for (const [write, each] of batch.entries()) {
      const { opportunityId, values } = each;
      if (changesTeam(each)) {
        const error = refused[teams.indexOf(each)] ?? null;
        if (error !== null) outcomes[write] = error;
        continue;
      }
      if (Object.keys(values).length === 0) continue;
      try {
        slots.push({
          write,
          kind: 'opportunity',
          record: opportunityRecord(opportunityId, values, opportunityFields),
          error: null,
        });
      } catch (thrown) {
        if (!(thrown instanceof CosellError)) throw thrown;
        outcomes[write] = thrown;
      }
    }
    for (const [write, { answers }] of batch.entries()) {
      const unsent = outcomes[write];
      slots.push(...answerSlots(write, unsent ? failedAnswers(answers, unsent) : answers));
    }
    try {
      await sendAll(connection, slots);
      await takeBack(connection, batch, slots, log);
    } catch (thrown) {
      // Once teams were written, only the rest fails.
      if (!(thrown instanceof CosellError) || !refused.includes(null)) throw thrown;
      for (const slot of slots) slot.error ??= thrown;
    }
  }
  for (const { write, kind, error } of slots) {
    // Nobody waits any more for the answer to a request row that was deleted.
    if (error === null || (kind === 'answer' && error.code === 'opportunity-not-found')) continue;
    outcomes[write] ??= error;
  }
  return batch.map(({ opportunityId }, index) => ({ opportunityId, error: outcomes[index] ?? null }));
}

function answerSlots(write: number, answers: readonly RequestAnswer[]): readonly Slot[] {
  return answers.map((answer) => ({ write, kind: 'answer', record: answerRecord(answer), error: null }));
}

/** Requests that were answered as done, with an opportunity that was refused in the same call, have failed. */
async function takeBack(
  connection: SalesforceConnection,
  batch: readonly OpportunityWrite[],
  slots: readonly Slot[],
  log: CrmLog,
): Promise<void> {
  const failed = slots.flatMap(({ write, kind, error }) => {
    const done = batch[write]?.answers.filter(({ status }) => status === 'done') ?? [];
    return kind === 'opportunity' && error !== null ? answerSlots(write, failedAnswers(done, error)) : [];
  });
  if (failed.length === 0) return;
  try {
    await sendAll(connection, failed);
  } catch (thrown) {
    // The opportunities that were written stay written, and the others have their error.
    if (!(thrown instanceof CosellError)) throw thrown;
    for (const slot of failed) slot.error = thrown;
  }
  for (const { write, error } of failed) {
    if (error === null || error.code === 'opportunity-not-found') continue;
    const { opportunityId } = batch[write] ?? {};
    log.warn({ opportunityId, code: error.code }, 'A request still says done, though its opportunity was refused');
  }
}

/** Sends all, then once more those that were locked. */
async function sendAll(connection: SalesforceConnection, slots: readonly Slot[]): Promise<void> {
  let left = slots;
  for (const pause of [...LOCK_WAITS_MS, null]) {
    for (const part of parted(left)) await send(connection, part);
    left = left.filter(({ error }) => error?.code === 'crm-record-locked');
    if (left.length === 0 || pause === null) return;
    await wait(pause);
  }
}

/** What one call carries: almost always everything. */
function parted(slots: readonly Slot[]): readonly (readonly Slot[])[] {
  const calls: Slot[][] = [];
  let size = 0;
  for (const slot of slots) {
    const length = JSON.stringify(slot.record).length;
    const current = calls.at(-1);
    size += length;
    if (current && current.length < BATCH_SIZE * COLLECTIONS_PER_CALL && size <= MOST_CHARACTERS) current.push(slot);
    else {
      calls.push([slot]);
      size = length;
    }
  }
  return calls;
}

async function send(connection: SalesforceConnection, slots: readonly Slot[]): Promise<void> {
  const collections: Slot[][] = [];
  for (let start = 0; start < slots.length; start += BATCH_SIZE)
    collections.push(slots.slice(start, start + BATCH_SIZE));
  const [only, ...more] = collections;
  if (only === undefined) return;
  const path = `${connection.dataUrl}/composite/sobjects`;
  const bodyOf = (part: readonly Slot[]) => ({ allOrNone: false, records: part.map(({ record }) => record) });
  if (more.length === 0) {
    note(only, await connection.send<readonly SaveResult[]>('PATCH', path, bodyOf(only)));
    return;
  }
  const answers = await connection.compositeWithRetries(
    collections.map((part, index) => ({ method: 'PATCH', url: path, referenceId: `part${index}`, body: bodyOf(part) })),
    () => false,
  );
  for (const [index, part] of collections.entries()) {
    const answer = answers.get(`part${index}`);
    if (answer && answer.httpStatusCode < 400) note(part, answer.body as readonly SaveResult[]);
    else for (const slot of part) slot.error = subrequestError(answer?.httpStatusCode ?? 500, answer?.body);
  }
}

/** Results come in the order of the records. */
function note(slots: readonly Slot[], results: readonly SaveResult[]): void {
  for (const [index, slot] of slots.entries()) {
    const result = results[index];
    slot.error = result?.success === true ? null : recordError(result?.errors ?? []);
  }
}
