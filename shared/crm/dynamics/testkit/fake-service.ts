import type { CrmLog } from '../../port.ts';
import type { SendBatch } from '../batch.ts';
import { type BatchItem, type Operation, operationsIn } from '../batch-request.ts';
import { parseBatchResponse, type PartAnswer } from '../batch-response.ts';
import { ANSWER_TYPE, batchAnswer, type ScriptedPart } from './batch-answer.ts';

export const ROOT = '/api/data/v9.2/';
export const NOW = '2026-11-20T17:00:00.000Z';
export const silent: CrmLog = { debug: () => undefined, info: () => undefined, warn: () => undefined };

/** A GUID that is easy to tell apart. */
export function guid(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** A `SendBatch` that answers from a function and remembers what it was asked, call by call. Of a change set the first failure answers. */
export function fakeService(answer: (operation: Operation) => ScriptedPart): {
  send: SendBatch;
  /** Operations by call, whether in change sets or not. */
  calls: Operation[][];
  items: BatchItem[][];
} {
  const calls: Operation[][] = [];
  const sent: BatchItem[][] = [];
  const answerItem = (item: BatchItem): ScriptedPart => {
    const answers = operationsIn(item).map(answer);
    return answers.find(({ status }) => status >= 300) ?? answers[0] ?? { status: 204 };
  };
  return {
    calls,
    items: sent,
    async send(items) {
      calls.push(items.flatMap(operationsIn));
      sent.push([...items]);
      const body = batchAnswer(items.map(answerItem));
      const parts: PartAnswer[] = await parseBatchResponse(ANSWER_TYPE, Buffer.from(body));
      return { parts, at: NOW };
    },
  };
}

export function rows(...value: unknown[]): ScriptedPart {
  return { status: 200, body: { value } };
}
