import type { Answer } from './transport.ts';

/** A wait beyond a day is taken for a mistake of the other side. */
const LONGEST_SECONDS = 24 * 60 * 60;

/**
 * Whole seconds the other side asks us to stay away, or `undefined` when it does not ask. Reads `Retry-After` as
 * seconds or as an HTTP date (RFC 9110 §10.2.3; compared with the answer's own `Date`, so that a wrong clock here
 * does not matter), else the sentence of Partner Center's 429 body ("Try again in 57 seconds.",
 * partner-center-referrals.md §8).
 */
export function retryAfterSeconds(answer: Answer, now: number): number | undefined {
  const seconds = fromHeader(answer.headers, now) ?? (answer.status === 429 ? fromBody(answer.text) : undefined);
  return seconds === undefined ? undefined : Math.min(Math.max(Math.ceil(seconds), 0), LONGEST_SECONDS);
}

function fromHeader(headers: Answer['headers'], now: number): number | undefined {
  const value = headers['retry-after']?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const until = Date.parse(value);
  if (Number.isNaN(until)) return undefined;
  const answeredAt = Date.parse(headers.date ?? '');
  return (until - (Number.isNaN(answeredAt) ? now : answeredAt)) / 1000;
}

function fromBody(text: string | null): number | undefined {
  const match = /try again in (\d{1,9}) seconds?/i.exec(text ?? '');
  return match ? Number(match[1]) : undefined;
}
