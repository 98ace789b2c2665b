import type { ClientProblem } from '../contract/index.ts';
import { cutText } from '../../core/model/text.ts';

const LONGEST_TECHNICAL = 500;

/** What a `SectionPort` rejects with: the platform's failure, sorted by what the person can do about it. */
export class PortError extends Error {
  readonly problem: ClientProblem;

  constructor(problem: ClientProblem) {
    super(problem.technical ?? problem.kind);
    this.name = 'PortError';
    this.problem = problem;
  }
}

/** The problem in anything that a port threw; what is not a `PortError` is `unknown`. */
export function problemOf(thrown: unknown): ClientProblem {
  if (thrown instanceof PortError) return thrown.problem;
  return problem('unknown', thrown instanceof Error ? thrown.message : null);
}

/** A problem without a field; the technical text is one line of at most 500 characters. */
export function problem(kind: ClientProblem['kind'], technical: string | null): ClientProblem {
  const line = (technical ?? '').replace(/\s+/g, ' ').trim();
  return { kind, technical: line === '' ? null : cutText(line, LONGEST_TECHNICAL), field: null };
}

/** No answer came: the network's fault when the browser's words say so (`Failed to fetch`, `NetworkError`, LDS: `Disconnected`). */
export function kindWithoutAnswer(message: string): ClientProblem['kind'] {
  return /fetch|network|offline|disconnect|connection/i.test(message) ? 'offline' : 'unknown';
}

/** By HTTP status alone, where the platform gave no code that says more. */
export function kindOfStatus(status: number): ClientProblem['kind'] {
  if (status === 401) return 'signed-out';
  if (status === 403 || status === 404) return 'no-permission';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 429 || status === 503) return 'throttled';
  return status >= 400 && status < 500 ? 'rejected' : 'unknown';
}
