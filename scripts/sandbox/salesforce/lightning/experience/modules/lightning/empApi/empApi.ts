import { type Listener, cometd } from '../../../lds/cometd.ts';

interface Subscription {
  readonly id: number;
  readonly channel: string;
  readonly replayId: number;
}

const errorListeners = new Set<Listener>();
const subscriptions = new Map<number, () => void>();
let last = 0;

/**
 * Events of the org, over the org's own CometD. https://developer.salesforce.com/docs/component-library/bundle/lightning-emp-api
 * @throws the answer of the org to who may not subscribe: change events need "View All"
 */
export async function subscribe(channel: string, replayId: number, onMessage: Listener): Promise<Subscription> {
  const stop = await cometd.subscribe(channel, replayId, onMessage).catch((error: unknown) => {
    for (const listener of errorListeners) listener(error);
    throw error;
  });
  last += 1;
  subscriptions.set(last, stop);
  return { id: last, channel, replayId };
}

export function unsubscribe({ id, channel }: Subscription, onDone?: Listener): Promise<object> {
  subscriptions.get(id)?.();
  subscriptions.delete(id);
  const answer = { channel: '/meta/unsubscribe', subscription: channel, successful: true };
  onDone?.(answer);
  return Promise.resolve(answer);
}

export function onError(listener: Listener): void {
  errorListeners.add(listener);
}

export function isEmpEnabled(): Promise<boolean> {
  return Promise.resolve(true);
}

export function setDebugFlag(): void {
  // There is nothing more to tell: the request log of the sandbox has every call.
}
