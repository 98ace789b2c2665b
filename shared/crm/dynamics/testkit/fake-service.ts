import type { CrmLog } from '../../port.ts';
import type { SendBatch } from '../batch.ts';
import type { Operation } from '../batch-request.ts';
import { parseBatchResponse, type PartAnswer } from '../batch-response.ts';
import { ANSWER_TYPE, batchAnswer, type ScriptedPart } from './batch-answer.ts';

export const ROOT = '/api/data/v9.2/';
export const NOW = '2026-11-20T17:00:00.000Z';
export const silent: CrmLog = { debug: () => undefined, info: () => undefined, warn: () => undefined };

/** A GUID that is easy to tell apart. */
export function guid(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** A `SendBatch` that answers from a function and remembers what it was asked, call by call. */
export function fakeService(answer: (operation: Operation) => ScriptedPart): { send: SendBatch; calls: Operation[][] } {
  const calls: Operation[][] = [];
  return {
    calls,
    async send(operations) {
      calls.push([...operations]);
      const body = batchAnswer(operations.map(answer));
      const parts: PartAnswer[] = await parseBatchResponse(ANSWER_TYPE, Buffer.from(body));
      return { parts, at: NOW };
    },
  };
}

export function rows(...value: unknown[]): ScriptedPart {
  return { status: 200, body: { value } };
}
