import { subscribe, unsubscribe, type Subscription } from 'lightning/empApi';

/** Our metadata selects opportunities for Change Data Capture. */
const CHANNEL = '/data/OpportunityChangeEvent';

/**
 * Tells of each change of the opportunity, whoever made it; returns what ends it. A page that cannot subscribe (a phone, an org
 * whose streaming clients are used up) goes on by polling.
 */
export function watchChanges(recordId: () => string | undefined, changed: () => void): () => void {
  let subscription: Subscription | null = null;
  let isOver = false;
  const end = () => {
    if (subscription) unsubscribe(subscription, () => undefined);
    subscription = null;
  };
  subscribe(CHANNEL, -1, ({ data }) => {
    const id = recordId();
    if (id !== undefined && data.payload.ChangeEventHeader.recordIds.some((other) => sameRecord(other, id))) changed();
  })
    .then((made) => {
      subscription = made;
      if (isOver) end();
    })
    .catch(() => undefined);
  return () => {
    isOver = true;
    end();
  };
}

/** Ids of 15 and of 18 characters name the same record. */
function sameRecord(a: string, b: string): boolean {
  return a.slice(0, 15) === b.slice(0, 15);
}
