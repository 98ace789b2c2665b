import { createServer, type IncomingHttpHeaders } from 'node:http';

/** One call that a receiver was sent. */
export interface ReceivedCall {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface EventReceiver {
  readonly url: string;
  readonly calls: ReceivedCall[];
  /** The statuses of the next answers; 200 afterwards. */
  readonly statuses: number[];
  close(): Promise<void>;
}

/** Somebody's webhook: keeps what it is sent, and answers what it is told to. */
export async function startEventReceiver(): Promise<EventReceiver> {
  const calls: ReceivedCall[] = [];
  const statuses: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls.push({ headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver listens on no TCP port.');
  return {
    url: `http://localhost:${address.port}/hook`,
    calls,
    statuses,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
