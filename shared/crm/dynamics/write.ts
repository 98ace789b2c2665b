import { CosellError } from '../../core/errors/index.ts';
import { failedAnswers } from '../failed-answers.ts';
import type { CrmLog, OpportunityWrite, RequestAnswer, WriteOutcome } from '../port.ts';
import type { SendBatch } from './batch.ts';
import type { PartAnswer } from './batch-response.ts';
import { splitEnd } from './close.ts';
import type { ColumnWriter } from './columns.ts';
import { errorFromAnswer } from './errors.ts';
import { isGuid } from './query.ts';
import { answerUnit, batchesOf, changesTeam, opportunityUnit, type Unit, wholeUnit } from './write-units.ts';

interface Failure {
  readonly unit: Unit;
  readonly error: CosellError;
}

/**
 * The port's `write`: one `$batch`, in which an opportunity, its sales team and the answers to its requests are one change set, so that no
 * request is done whose opportunity was not written. Each change set fails alone. A further call tells the requests of those
 * that were refused why.
 */
export function createWrite(send: SendBatch, writer: ColumnWriter, log: CrmLog, now: () => Date) {
  return async (batch: readonly OpportunityWrite[]): Promise<readonly WriteOutcome[]> => {
    const stamp = now().toISOString();
    const errors = new Map<OpportunityWrite, CosellError>();
    let isAnswered = false;

    async function run(units: readonly Unit[]): Promise<readonly Failure[]> {
      const failures: Failure[] = [];
      for (const some of batchesOf(units)) {
        try {
          const { parts } = await send(some.map(({ item }) => item));
          isAnswered = true;
          some.forEach((unit, index) => {
            const error = failureOf(parts[index], unit);
            if (error) failures.push({ unit, error });
          });
        } catch (thrown) {
          // Once something may have been written, only the rest fails.
          if (!isAnswered || !(thrown instanceof CosellError)) throw thrown;
          failures.push(...some.map((unit) => ({ unit, error: thrown })));
        }
      }
      return failures;
    }
    const note = (write: OpportunityWrite, error: CosellError): void => {
      if (!errors.has(write)) errors.set(write, error);
    };
    const noteUnanswered = (failures: readonly Failure[]): void => {
      for (const { unit, error } of failures) {
        if (error.code !== 'opportunity-not-found') note(unit.write, error);
        else {
          const { opportunityId } = unit.write;
          log.info({ opportunityId }, 'A request row was deleted before it was answered');
        }
      }
    };
    const answersTo = (write: OpportunityWrite, answers: readonly RequestAnswer[]): Unit[] =>
      answers.map((answer) => answerUnit(write, answer, stamp));

    await writer.prepare(batch.map(({ values }) => values));
    const planned = batch.flatMap((write): Unit[] => {
      try {
        return wholeUnit(write, stamp, writer) ?? answersTo(write, write.answers);
      } catch (thrown) {
        if (!(thrown instanceof CosellError)) throw thrown;
        note(write, thrown);
        const reachable = write.answers.filter(({ requestId }) => isGuid(requestId));
        return answersTo(write, failedAnswers(reachable, thrown));
      }
    });
    const failures = await run(planned);
    noteUnanswered(failures.filter(({ unit }) => unit.of === 'answer'));
    const refused = failures.filter(({ unit }) => unit.of === 'opportunity');

    // A row of the change set is gone, and the service does not say which: the opportunity is tried without its requests.
    const isUnclear = ({ unit, error }: Failure): boolean =>
      error.code === 'opportunity-not-found' && unit.write.answers.length > 0;
    const unclear = refused.filter(isUnclear).map(({ unit }) => unit.write);
    const alone = await run(unclear.map((write) => opportunityUnit(write, writer)));
    for (const { unit, error } of [...refused.filter((failure) => !isUnclear(failure)), ...alone]) {
      note(unit.write, isTeamGone(unit, error) ? changedSince(error) : error);
    }
    const unanswered = new Set(refused.map(({ unit }) => unit.write));
    const late = [...unanswered].flatMap((write) => {
      const error = errors.get(write);
      return answersTo(write, error ? failedAnswers(write.answers, error) : write.answers);
    });
    noteUnanswered(await run(late));
    return batch.map((write) => ({ opportunityId: write.opportunityId, error: errors.get(write) ?? null }));
  };
}

/** It may be a member who is gone, or a user: a look tells whether the opportunity is. */
function isTeamGone({ write }: Unit, { code }: CosellError): boolean {
  return code === 'opportunity-not-found' && changesTeam(write);
}

function changedSince({ httpStatus, reference }: CosellError): CosellError {
  return new CosellError('crm-conflict', {
    message: 'The sales team was changed in Dynamics 365 at the same moment.',
    cure: 'Nothing to do; the connector reads it again and goes on.',
    ...(httpStatus !== undefined && { httpStatus }),
    ...(reference !== undefined && { reference }),
  });
}

/** Only 2xx is success: an operation without a readable answer counts as failed. */
function failureOf(part: PartAnswer | undefined, { of, write }: Unit): CosellError | null {
  if (part && part.status >= 200 && part.status < 300) return null;
  const columns = of === 'opportunity' ? Object.keys(write.values) : [];
  return errorFromAnswer(part ?? { status: 502, headers: {}, body: null }, {
    columns,
    closes: of === 'opportunity' && splitEnd(write.values).end !== null,
  });
}
