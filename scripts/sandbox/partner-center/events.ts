import { MICROSOFT, RESOURCE_URI_BASE } from './conventions.ts';
import type { StoredReferral } from './record.ts';

/** The body of a webhook delivery (learn.microsoft.com/partner-center/developer/partner-center-webhook-events). */
export interface ReferralEvent {
  readonly EventName: 'referral-created' | 'referral-updated' | 'related-referral-created' | 'related-referral-updated';
  readonly ResourceUri: string;
  readonly ResourceName: 'referral';
  readonly AuditUri: null;
  readonly ResourceChangeUtcDate: string;
}

export type EventListener = (event: ReferralEvent) => void;

/** Everything the service would tell a registered webhook, in the order it happened. Delivery listens here. */
export interface EventLog {
  record(what: 'created' | 'updated', referral: StoredReferral): void;
  /** Oldest first. */
  entries(): readonly ReferralEvent[];
  /** Calls `listener` for every later event; returns how to stop. */
  onChange(listener: EventListener): () => void;
  clear(): void;
}

export function createEventLog(): EventLog {
  let log: ReferralEvent[] = [];
  const listeners = new Set<EventListener>();
  return {
    record(what, referral) {
      const event = eventOf(what, referral);
      log.push(event);
      for (const listener of listeners) listener(event);
    },
    entries: () => log,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear() {
      log = [];
    },
  };
}

/** From the partner's point of view Microsoft's referral in the same engagement is the related one. */
function eventOf(what: 'created' | 'updated', referral: StoredReferral): ReferralEvent {
  return {
    EventName: referral.organizationId === MICROSOFT.id ? `related-referral-${what}` : `referral-${what}`,
    ResourceUri: `${RESOURCE_URI_BASE}/${referral.id}`,
    ResourceName: 'referral',
    AuditUri: null,
    ResourceChangeUtcDate: referral.updatedDateTime.replace('Z', '+00:00'),
  };
}
