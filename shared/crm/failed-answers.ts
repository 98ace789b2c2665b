import type { CosellError } from '../core/errors/index.ts';
import type { RequestAnswer } from './port.ts';

/** Answers to the requests of an opportunity that could not be written: what would have been done has failed, and why. */
export function failedAnswers(answers: readonly RequestAnswer[], error: CosellError): readonly RequestAnswer[] {
  return answers.map((answer) =>
    answer.status === 'done'
      ? {
          requestId: answer.requestId,
          status: 'failed',
          message: `${error.message} ${error.cure}`,
          errorCode: error.code,
        }
      : answer,
  );
}
