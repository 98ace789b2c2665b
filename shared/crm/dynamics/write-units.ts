import { CosellError } from '../../core/errors/index.ts';
import type { OpportunityWrite, RequestAnswer } from '../port.ts';
import { type BatchItem, MOST_OPERATIONS, type Operation, operationsIn } from './batch-request.ts';
import { closeOperation, splitEnd } from './close.ts';
import type { ColumnWriter } from './columns.ts';
import { teamOperations } from './memberships.ts';
import { isGuid } from './query.ts';
import { answerColumns, REQUEST_SET } from './requests.ts';

/**
 * Marks what the connector writes: the platform hands it to webhook steps as the shared variable `tag`.
 * learn.microsoft.com/power-apps/developer/data-platform/optional-parameters
 */
export const WRITE_TAG = 'cosell-connector';

/** What succeeds or fails as one. */
export interface Unit {
  readonly write: OpportunityWrite;
  /** An opportunity with its sales team and the answers to its requests; or one answer alone. */
  readonly of: 'opportunity' | 'answer';
  readonly item: BatchItem;
}

/** Our own weak ETags, as `@odata.etag` brings them; `*` means "whatever is there, but don't create". */
const ETAG = /^W\/"[\w.-]+"$/;

/**
 * The opportunity with the answers to its requests; `null` when there is nothing to write in it. Answers beyond what one
 * `$batch` takes stand alone.
 * @throws CosellError `crm-rejected`, `value-invalid`, `opportunity-not-found` for what cannot be sent at all
 */
export function wholeUnit(write: OpportunityWrite, now: string, writer: ColumnWriter): Unit[] | null {
  if (Object.keys(write.values).length === 0 && !changesTeam(write)) return null;
  if (write.answers.length === 0) return [opportunityUnit(write, writer)];
  const operations = opportunityOperations(write, writer);
  const fitting = write.answers.slice(0, MOST_OPERATIONS - operations.length);
  const changeSet = [...operations, ...fitting.map((answer) => answerPatch(answer, now))];
  const others = write.answers.slice(fitting.length).map((answer) => answerUnit(write, answer, now));
  return [{ write, of: 'opportunity', item: { changeSet } }, ...others];
}

/** @throws CosellError as `wholeUnit` */
export function opportunityUnit(write: OpportunityWrite, writer: ColumnWriter): Unit {
  const [operation, ...more] = opportunityOperations(write, writer);
  const item = operation !== undefined && more.length === 0 ? operation : { changeSet: [operation, ...more] };
  return { write, of: 'opportunity', item: item as BatchItem };
}

/** @throws CosellError `opportunity-not-found` when the request's id is none */
export function answerUnit(write: OpportunityWrite, answer: RequestAnswer, now: string): Unit {
  return { write, of: 'answer', item: answerPatch(answer, now) };
}

/** As many to a `$batch` as it takes. */
export function batchesOf(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const batches: Unit[][] = [];
  let size = 0;
  for (const unit of units) {
    const { length } = operationsIn(unit.item);
    const current = batches.at(-1);
    size += length;
    if (current && size <= MOST_OPERATIONS) current.push(unit);
    else {
      batches.push([unit]);
      size = length;
    }
  }
  return batches;
}

export function changesTeam({ team }: OpportunityWrite): boolean {
  return team !== undefined && team.add.length + team.remove.length > 0;
}

/** The sales team, the columns, and after them the end: a closed opportunity takes no more of the platform's own columns. */
function opportunityOperations(write: OpportunityWrite, writer: ColumnWriter): readonly Operation[] {
  const { opportunityId } = write;
  const { values, end } = splitEnd(write.values);
  const body = writer.columnsOf(values);
  const columns = Object.keys(body).length === 0 ? [] : [patch('opportunities', opportunityId, body, etagOf(write))];
  assertRowId(opportunityId);
  const writes = [...(write.team ? teamOperations(opportunityId, write.team, WRITE_TAG) : []), ...columns];
  if (end === null) return writes;
  return [...writes, closeOperation(opportunityId, end, WRITE_TAG)];
}

function answerPatch(answer: RequestAnswer, now: string): Operation {
  return patch(REQUEST_SET, answer.requestId, answerColumns(answer, now), '*');
}

/** `If-Match` also keeps a PATCH from creating a row that was deleted meanwhile. */
function patch(set: string, id: string, body: Operation['body'] & object, ifMatch: string): Operation {
  assertRowId(id);
  return { method: 'PATCH', path: `${set}(${id})?tag=${WRITE_TAG}`, headers: { 'If-Match': ifMatch }, body };
}

function etagOf({ ifVersion }: OpportunityWrite): string {
  if (ifVersion === undefined) return '*';
  if (ETAG.test(ifVersion)) return ifVersion;
  throw new CosellError('value-invalid', {
    message: 'The version of the opportunity is not one that Dynamics 365 gave out.',
    cure: 'Nothing to do; the connector reads the opportunity again.',
  });
}

function assertRowId(id: string): void {
  if (isGuid(id)) return;
  throw new CosellError('opportunity-not-found', {
    message: `"${id}" is not the id of a Dynamics 365 row.`,
    cure: 'Check which CRM the connector is set up for.',
  });
}
