import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WebhookReceiver {
  readonly url: string;
  /** Who gets the parsed bodies from now on; nobody with `null`. */
  deliverTo(receive: ((body: unknown) => Promise<void>) | null): void;
  close(): Promise<void>;
}

/** The connector's webhook address, reduced to what a test needs: answers 204 and hands the body on. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  let receive: ((body: unknown) => Promise<void>) | null = null;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      void Promise.resolve(receive?.(body)).finally(() => response.writeHead(204).end());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/dynamics`,
    deliverTo(receiver) {
      receive = receiver;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
