import type { WebhookEvent } from './event.ts';
import { Refused } from './refusal.ts';

/** Clocks differ. */
const AHEAD_MS = 5 * 60_000;

/**
 * Refuses what is too old to be a delivery, or dated ahead of time. Within the window the intake knows what it has had.
 *
 * @param now milliseconds since 1970
 * @param windowMs how long after a change its event may still arrive
 * @throws Refused
 */
export function assertFresh({ changedAt }: WebhookEvent, now: number, windowMs: number): void {
  if (now - changedAt > windowMs) throw new Refused('event-too-old');
  if (changedAt - now > AHEAD_MS) throw new Refused('event-from-the-future');
}
