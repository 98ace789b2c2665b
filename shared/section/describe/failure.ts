import { ERROR_CODES, type ErrorCode } from '../../core/errors/codes.ts';
import type { IsoInstant, SyncStatus } from '../../core/model/index.ts';
import type { BasicFacts } from './facts.ts';

/** Why something was not done, and whose move it is. */
export interface Failure {
  /** `null`: one that this version does not know. */
  readonly code: ErrorCode | null;
  /** In the connector's own English words. */
  readonly message: string;
  readonly cure: string;
  readonly who: 'seller' | 'admin' | 'nobody';
  readonly attempt: number | null;
  readonly nextAttemptAt: IsoInstant | null;
  readonly reference: string | null;
  /** Whether the connector tries again by itself. */
  readonly retrying: boolean;
}

/** Statuses that say themselves why a request of this person failed. */
const TELLING: readonly (SyncStatus | null)[] = ['not-ready', 'conflict', 'failed', 'retrying', 'unlinked', 'closed'];

export function failureOf(facts: BasicFacts): Failure | null {
  const { state, status, details } = facts;
  const row = state.pending.phase === 'failed' ? state.pending.row : null;
  if (row !== null && (row.errorCode === 'not-permitted' || !TELLING.includes(status))) {
    return { ...known(row.errorCode), message: row.message ?? '', ...NOT_TRIED_AGAIN, cure: '', reference: null };
  }
  if (details === null || (status !== 'failed' && status !== 'retrying')) return null;
  const { code, message, cure, attempt, nextAttemptAt, history } = details;
  return {
    ...known(code),
    message,
    cure: cure ?? '',
    attempt,
    nextAttemptAt,
    reference: history.find((entry) => entry.errorCode === code)?.reference ?? null,
    retrying: status === 'retrying',
  };
}

const NOT_TRIED_AGAIN = { attempt: null, nextAttemptAt: null, retrying: false };

function known(code: string | null): Pick<Failure, 'code' | 'who'> {
  return isErrorCode(code) ? { code, who: ERROR_CODES[code].who } : { code: null, who: 'seller' };
}

export function isErrorCode(code: string | null): code is ErrorCode {
  return code !== null && Object.keys(ERROR_CODES).includes(code);
}
