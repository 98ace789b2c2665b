import type { EventLog, ReferralEvent } from '../events.ts';
import type { Deliveries } from './delivery.ts';
import type { Registrations } from './registration.ts';

/** Sends the service's events to whoever is registered for them. */
export interface Dispatch {
  /** Sends everything that ever happened again, in another order. @returns how many events that are */
  replay(): number;
  /** Events that happen meanwhile are lost, as after ten attempts in vain. */
  pause(): void;
  resume(): void;
  reset(): void;
}

export function createDispatch(events: EventLog, registrations: Registrations, deliveries: Deliveries): Dispatch {
  let paused = false;

  function send(event: ReferralEvent): boolean {
    const registration = registrations.current();
    if (!registration?.WebhookEvents.includes(event.EventName)) return false;
    const { WebhookUrl: url, signatureTokenToMsSignatureHeader: inOwnHeader } = registration;
    deliveries.send(event, { url, inOwnHeader });
    return true;
  }

  events.onChange((event) => {
    if (!paused) send(event);
  });
  return {
    replay: () => shuffled(events.entries()).filter(send).length,
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
    },
    reset: () => {
      paused = false;
      deliveries.reset();
    },
  };
}

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other] as Item, mixed[last] as Item];
  }
  return mixed;
}
