import type { ClientProblem } from '../contract/index.ts';
import { kindOfStatus, kindWithoutAnswer, PortError, problem } from './port-error.ts';

/**
 * Dataverse's error numbers that matter to a person
 * (https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes).
 */
const CODES: Readonly<Partial<Record<ClientProblem['kind'], readonly number[]>>> = {
  'no-permission': [
    0x80040220, // PrivilegeDenied
    0x80040221, // the principal has no privilege at all
    0x80048306, // access to this record denied
    0x8004f507, // secured column
    0x80040217, // ObjectDoesNotExist: deleted, or never visible
  ],
  'record-locked': [
    0x80048408, // closed or inactive record
    0x80043b10,
    0x80044151, // row locked by another transaction
  ],
  conflict: [0x80060882], // ConcurrencyVersionMismatch
  throttled: [0x80072321, 0x80072322, 0x80072326],
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
  const kinds = Object.keys(CODES) as ClientProblem['kind'][];
  const known = kinds.find((kind) => code !== null && CODES[kind]?.includes(code));
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
