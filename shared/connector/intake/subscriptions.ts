import { CosellError } from '../../core/index.ts';

/**
 * How the subscription to a CRM's change events began: `live` or `failed` (the CRM is away; it is tried again), `none` where
 * the CRM pushes to us, `elsewhere` while another connector process holds it.
 */
export type SubscriptionState = 'pending' | 'live' | 'failed' | 'none' | 'elsewhere';

/** Whether the change events of all CRMs have been taken care of since this process started. */
export interface Subscriptions {
  /** A stream that was live once stays so: it connects again by itself and catches up. */
  tell(crm: string, state: Exclude<SubscriptionState, 'pending'>): void;
  /** @throws CosellError `crm-unavailable` while a CRM has not been subscribed to, or tried, for the first time */
  requireBegun(): void;
}

export function createSubscriptions(crms: readonly string[]): Subscriptions {
  const states = new Map<string, SubscriptionState>(crms.map((crm) => [crm, 'pending']));
  return {
    tell: (crm, state) => {
      if (states.get(crm) !== 'live') states.set(crm, state);
    },
    requireBegun: () => {
      const waiting = [...states].filter(([, state]) => state === 'pending').map(([crm]) => crm);
      if (waiting.length === 0) return;
      throw new CosellError('crm-unavailable', {
        message: `The change events of ${waiting.join(', ')} are not subscribed to yet.`,
        cure: 'Nothing to do: the connector is still starting.',
      });
    },
  };
}
