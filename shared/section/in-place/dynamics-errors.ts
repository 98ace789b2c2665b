import type { ClientProblem } from '../contract/index.ts';
import { kindOfStatus, kindWithoutAnswer, PortError, problem } from './port-error.ts';

/**
 * Dataverse's error numbers that matter to a person
 * (https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes).
 */
const KINDS: Readonly<Record<number, ClientProblem['kind']>> = {
  0x80040220: 'no-permission', // PrivilegeDenied
  0x80040221: 'no-permission', // the principal has no privilege at all
  0x80048306: 'no-permission', // access to this record denied
  0x8004f507: 'no-permission', // secured column
  0x80040217: 'no-permission', // ObjectDoesNotExist: deleted, or never visible
  0x80048408: 'record-locked', // closed or inactive record
  0x80043b10: 'record-locked',
  0x80044151: 'record-locked', // row locked by another transaction
  0x80060882: 'conflict', // ConcurrencyVersionMismatch
  0x80072321: 'throttled',
  0x80072322: 'throttled',
  0x80072326: 'throttled',
};

/**
 * Sorts what `context.webAPI` rejects with: documented are `errorCode` (a number, signed or not) and `message`
 * (https://learn.microsoft.com/power-apps/developer/component-framework/reference/webapi/createrecord); hosts add `httpStatus`.
 * Without a code and a status no answer came.
 */
export function fromDynamics(thrown: unknown): PortError {
  if (thrown instanceof PortError) return thrown;
  const { errorCode, message, httpStatus } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Readonly<
    Record<string, unknown>
  >;
  const code = codeOf(errorCode);
  const status = typeof httpStatus === 'number' ? httpStatus : null;
  const known = code === null ? undefined : KINDS[code];
  const text = typeof message === 'string' ? message : '';
  // A code that we do not know, without a status, is the refusal of a rule or plug-in.
  const unknown = code === null ? kindWithoutCode(text) : 'rejected';
  const kind = known ?? (status === null ? unknown : kindOfStatus(status));
  return new PortError(problem(kind, code === null ? text : `0x${code.toString(16)} ${text}`));
}

/** An expired session is answered before Dataverse gives it a number, and not every host tells the status: then only the words do. */
function kindWithoutCode(text: string): ClientProblem['kind'] {
  return /\b401\b|unauthorized/i.test(text) ? 'signed-out' : kindWithoutAnswer(text);
}

/** The number without sign, however the host spells it; 0 and nothing are no code. */
function codeOf(value: unknown): number | null {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number !== 0 ? number >>> 0 : null;
}
