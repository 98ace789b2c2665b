import { runOperation } from '../api/route.ts';
import type { ApiContext, ApiResponse } from '../api/types.ts';
import { DataverseError, errorBody } from '../errors.ts';
import type { Environment } from '../environment.ts';
import { type ContentIds, remember, resolveReferences } from './references.ts';
import type { BatchItem, BatchOperation } from './request.ts';
import type { AnswerItem, BatchAnswer } from './response.ts';

/** A failed operation's answer, so that its change set can be taken back and answered. */
class OperationFailed extends Error {
  readonly answer: BatchAnswer;
  constructor(answer: BatchAnswer) {
    super('operation failed');
    this.answer = answer;
  }
}

/**
 * Runs the items in order, each single operation and each change set as one transaction, and publishes the changes of each after its
 * commit. Without `continueOnError` it stops at the first failure.
 */
export function runBatch(
  environment: Environment,
  context: Omit<ApiContext, 'events'>,
  items: readonly BatchItem[],
  continueOnError: boolean,
): { answers: AnswerItem[]; failed: ApiResponse | null } {
  const answers: AnswerItem[] = [];
  let failed: ApiResponse | null = null;
  for (const item of items) {
    try {
      answers.push(
        item.kind === 'single'
          ? single(environment, context, item.operation)
          : changeset(environment, context, item.operations),
      );
    } catch (error) {
      if (!(error instanceof OperationFailed)) throw error;
      answers.push(error.answer);
      failed ??= error.answer.response;
      if (!continueOnError) break;
    }
  }
  return { answers, failed };
}

function single(environment: Environment, context: Omit<ApiContext, 'events'>, operation: BatchOperation): BatchAnswer {
  return committed(environment, context, (full) => run(environment, full, operation, new Map()));
}

function changeset(
  environment: Environment,
  context: Omit<ApiContext, 'events'>,
  operations: readonly BatchOperation[],
): BatchAnswer[] {
  const ids: ContentIds = new Map();
  return committed(environment, context, (full) =>
    operations.map((operation) => run(environment, full, operation, ids)),
  );
}

function committed<T>(
  environment: Environment,
  context: Omit<ApiContext, 'events'>,
  work: (context: ApiContext) => T,
): T {
  const full: ApiContext = { ...context, events: [] };
  const result = environment.store.transaction(() => work(full));
  environment.publish(full.events);
  return result;
}

function run(
  environment: Environment,
  context: ApiContext,
  { contentId, request }: BatchOperation,
  ids: ContentIds,
): BatchAnswer {
  try {
    const response = runOperation(environment, context, resolveReferences(request, ids));
    remember(ids, contentId, response);
    return { contentId, response };
  } catch (error) {
    if (!(error instanceof DataverseError)) throw error;
    throw new OperationFailed({
      contentId,
      response: { status: error.status, headers: error.headers, body: errorBody(error) },
    });
  }
}
