export type Listener = (message: unknown) => void;

interface Message {
  readonly channel: string;
  readonly clientId?: string;
  readonly successful?: boolean;
  readonly error?: string;
  readonly data?: unknown;
}

/** A Bayeux client as small as it gets: one connection, long polling. https://docs.cometd.org/current/reference/#_bayeux */
function createCometd() {
  const listeners = new Map<string, Set<Listener>>();
  let clientId: Promise<string> | null = null;
  let nextId = 0;

  const send = async (message: object): Promise<readonly Message[]> => {
    nextId += 1;
    const response = await fetch('/cometd/64.0', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ id: String(nextId), ...message }]),
    });
    const messages = (await response.json()) as readonly Message[];
    for (const { channel, data } of messages) {
      if (data !== undefined) listeners.get(channel)?.forEach((listener) => listener({ channel, data }));
    }
    return messages;
  };

  const request = async (message: { readonly channel: string }): Promise<Message> => {
    const answer = (await send(message)).find(({ channel }) => channel === message.channel);
    if (answer?.successful !== true) throw new Error(answer?.error ?? 'The org did not answer.');
    return answer;
  };

  const handshake = async (): Promise<string> => {
    const types = ['long-polling'];
    const answer = await request({ channel: '/meta/handshake', version: '1.0', supportedConnectionTypes: types } as {
      channel: string;
    });
    return answer.clientId ?? '';
  };

  const poll = async (id: string): Promise<void> => {
    while (listeners.size > 0)
      await request({ channel: '/meta/connect', clientId: id, connectionType: 'long-polling' } as { channel: string });
    clientId = null;
  };

  return {
    /** @returns what ends the subscription */
    async subscribe(channel: string, replayId: number, listener: Listener): Promise<() => void> {
      clientId ??= handshake();
      const id = await clientId.catch((error: unknown) => {
        clientId = null;
        throw error;
      });
      await request({
        channel: '/meta/subscribe',
        clientId: id,
        subscription: channel,
        ext: { replay: { [channel]: replayId } },
      } as { channel: string });
      const isFirst = listeners.size === 0;
      const all = listeners.get(channel) ?? new Set();
      listeners.set(channel, all.add(listener));
      if (isFirst) void poll(id).catch(() => listeners.clear());
      return () => {
        all.delete(listener);
        if (all.size === 0) listeners.delete(channel);
      };
    },
  };
}

export const cometd = createCometd();
