import { CosellError } from '../../core/errors/index.ts';
import type { CrmLog, OpportunityWrite, WriteOutcome } from '../port.ts';
import type { SendBatch } from './batch.ts';
import { MOST_OPERATIONS, type Operation } from './batch-request.ts';
import type { PartAnswer } from './batch-response.ts';
import { errorFromAnswer } from './errors.ts';
import { isGuid, parsePath } from './query.ts';
import { answerColumns, REQUEST_SET } from './requests.ts';

/**
 * Marks what the connector writes: the platform hands it to webhook steps as the shared variable `tag`.
 * learn.microsoft.com/power-apps/developer/data-platform/optional-parameters
 */
export const WRITE_TAG = 'cosell-connector';

interface Planned {
  readonly write: OpportunityWrite;
  readonly operation: Operation;
  readonly columns: readonly string[] | null;
}

/** Our own weak ETags, as `@odata.etag` brings them; `*` means "whatever is there, but don't create". */
const ETAG = /^W\/"[\w.-]+"$/;

/** The port's `write`: one `$batch`, in which every row is an operation of its own. */
export function createWrite(send: SendBatch, log: CrmLog, now: () => Date) {
  return async (batch: readonly OpportunityWrite[]): Promise<readonly WriteOutcome[]> => {
    const errors = new Map<OpportunityWrite, CosellError>();
    const planned = batch.flatMap((write) => {
      try {
        return operationsOf(write, now().toISOString());
      } catch (thrown) {
        if (!(thrown instanceof CosellError)) throw thrown;
        errors.set(write, thrown);
        return [];
      }
    });
    for (let from = 0; from < planned.length; from += MOST_OPERATIONS) {
      const some = planned.slice(from, from + MOST_OPERATIONS);
      const { parts } = await send(some.map(({ operation }) => operation));
      some.forEach(({ write, columns }, index) => {
        const error = failureOf(parts[index], columns);
        if (!error) return;
        if (columns === null && error.code === 'opportunity-not-found') {
          log.info({ opportunityId: write.opportunityId }, 'A request row was deleted before it was answered');
        } else if (!errors.has(write)) errors.set(write, error);
      });
    }
    return batch.map((write) => ({ opportunityId: write.opportunityId, error: errors.get(write) ?? null }));
  };
}

function operationsOf(write: OpportunityWrite, now: string): Planned[] {
  const columns = Object.keys(write.values);
  columns.forEach(refuseLookups);
  const opportunity: Planned[] =
    columns.length === 0
      ? []
      : [{ write, columns, operation: patch('opportunities', write.opportunityId, write.values, etagOf(write)) }];
  const answers = write.answers.map((answer): Planned => ({
    write,
    columns: null,
    operation: patch(REQUEST_SET, answer.requestId, answerColumns(answer, now), '*'),
  }));
  return [...opportunity, ...answers];
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

/** Only 2xx is success: an operation without a readable answer counts as failed. */
function failureOf(part: PartAnswer | undefined, columns: readonly string[] | null): CosellError | null {
  if (part && part.status >= 200 && part.status < 300) return null;
  return errorFromAnswer(part ?? { status: 502, headers: {}, body: null }, { columns: columns ?? [] });
}
