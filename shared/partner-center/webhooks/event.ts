import { z } from 'zod';
import { Refused } from './refusal.ts';
import { withSmallInitials } from './small-initials.ts';

/** learn.microsoft.com/partner-center/developer/partner-center-webhook-events; partner-center-webhooks.md §2. */
export const REFERRAL_EVENTS = [
  'referral-created',
  'referral-updated',
  'related-referral-created',
  'related-referral-updated',
] as const;
export const TEST_EVENT = 'test-created';

/** A verified call, as far as we read it. `other`: an event of another product that shares the tenant's registration. */
export type WebhookEvent = {
  readonly name: string;
  /** Tells one event from another: there is no event id. */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
} & ({ readonly kind: 'referral'; readonly referralId: string } | { readonly kind: 'test' | 'other' });

const bodySchema = z.preprocess(
  withSmallInitials,
  z.object({
    eventName: z.string().min(1).max(200),
    resourceUri: z.string().min(1).max(2_000),
    resourceChangeUtcDate: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/),
  }),
);

/**
 * Reads a body whose signature was verified.
 *
 * @throws Refused `event-unreadable`, `event-without-referral`
 */
export function parseEvent(body: Buffer): WebhookEvent {
  const { eventName: name, resourceUri, resourceChangeUtcDate } = readBody(body);
  const changedAt = Date.parse(hasZone(resourceChangeUtcDate) ? resourceChangeUtcDate : `${resourceChangeUtcDate}Z`);
  if (Number.isNaN(changedAt)) throw new Refused('event-unreadable');
  const event = { name, key: [name, resourceUri, resourceChangeUtcDate].join('\n'), changedAt };
  if (name === TEST_EVENT) return { ...event, kind: 'test' };
  if (!REFERRAL_EVENTS.some((one) => one === name)) return { ...event, kind: 'other' };
  return { ...event, kind: 'referral', referralId: referralIdIn(resourceUri) };
}

function readBody(body: Buffer): z.infer<typeof bodySchema> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return bodySchema.parse(JSON.parse(text));
  } catch (thrown) {
    throw new Refused('event-unreadable', thrown);
  }
}

const hasZone = (instant: string): boolean => /(Z|[+-]\d\d:\d\d)$/.test(instant);

/**
 * The id at the end of `…/engagements/v1/referrals/{id}`. The address names another host than the API has and is never
 * called, so nothing but its end counts.
 */
function referralIdIn(resourceUri: string): string {
  const path = URL.canParse(resourceUri) ? new URL(resourceUri).pathname : '';
  const id = /\/referrals\/([\w-]{1,100})\/?$/i.exec(path)?.[1];
  if (id === undefined) throw new Refused('event-without-referral');
  return id.toLowerCase();
}
