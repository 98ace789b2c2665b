import { CosellError } from '../../core/errors/index.ts';
import type { OpportunityWrite, RequestAnswer } from '../port.ts';
import { type BatchItem, MOST_OPERATIONS, type Operation, operationsIn } from './batch-request.ts';
import { isGuid, parsePath } from './query.ts';
import { answerColumns, REQUEST_SET } from './requests.ts';

/**
 * Marks what the connector writes: the platform hands it to webhook steps as the shared variable `tag`.
 * learn.microsoft.com/power-apps/developer/data-platform/optional-parameters
 */
export const WRITE_TAG = 'cosell-connector';

/** What succeeds or fails as one. */
export interface Unit {
  readonly write: OpportunityWrite;
  /** An opportunity, with the answers to its requests; or one answer alone. */
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
export function wholeUnit(write: OpportunityWrite, now: string): Unit[] | null {
  if (Object.keys(write.values).length === 0) return null;
  if (write.answers.length === 0) return [opportunityUnit(write)];
  const fitting = write.answers.slice(0, MOST_OPERATIONS - 1);
  const changeSet = [opportunityPatch(write), ...fitting.map((answer) => answerPatch(answer, now))];
  const others = write.answers.slice(fitting.length).map((answer) => answerUnit(write, answer, now));
  return [{ write, of: 'opportunity', item: { changeSet } }, ...others];
}

/** @throws CosellError as `wholeUnit` */
export function opportunityUnit(write: OpportunityWrite): Unit {
  return { write, of: 'opportunity', item: opportunityPatch(write) };
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

function opportunityPatch(write: OpportunityWrite): Operation {
  Object.keys(write.values).forEach(refuseLookups);
  return patch('opportunities', write.opportunityId, write.values, etagOf(write));
}

function answerPatch(answer: RequestAnswer, now: string): Operation {
  return patch(REQUEST_SET, answer.requestId, answerColumns(answer, now), '*');
}

/** `If-Match` also keeps a PATCH from creating a row that was deleted meanwhile. */
function patch(set: string, id: string, body: Operation['body'] & object, ifMatch: string): Operation {
  if (!isGuid(id)) {
    throw new CosellError('opportunity-not-found', {
      message: `"${id}" is not the id of a Dynamics 365 row.`,
      cure: 'Check which CRM the connector is set up for.',
    });
  }
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

function refuseLookups(column: string): void {
  if (parsePath(column).navigation === null) return;
  throw new CosellError('crm-rejected', {
    message: `The connector cannot write through a lookup (${column}).`,
    cure: 'Map the field to a column of the opportunity itself, or switch the row off for updates in the CRM.',
    field: column,
  });
}
