import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { signedHeaders, type SignOptions } from '../../../../shared/partner-center/webhooks/testkit/sign.ts';

/** A call before it is sent. */
export interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const PATH = '/webhooks/partner-center';

/** An event as Partner Center sends it, about a referral of its own. */
export const event = (changes: object = {}) => ({
  EventName: 'referral-updated',
  ResourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${randomUUID()}`,
  ResourceName: 'referral',
  AuditUri: null,
  ResourceChangeUtcDate: new Date().toISOString().replace('Z', '1234+00:00'),
  ...changes,
});

export async function signed(content: unknown, options: SignOptions): Promise<Sent> {
  const body = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  return { method: 'POST', headers: await signedHeaders(body, options), body };
}

export const withHeaders = (sent: Sent, changes: Readonly<Record<string, string | string[] | undefined>>): Sent => {
  const headers = Object.entries({ ...sent.headers, ...changes }).filter(([, value]) => value !== undefined);
  return { ...sent, headers: Object.fromEntries(headers) as Sent['headers'] };
};

export function send(port: number, { method, headers, body }: Sent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const withBody = method !== 'GET' && method !== 'HEAD';
    const call = request(
      {
        port,
        host: '127.0.0.1',
        method,
        path: PATH,
        headers: { ...headers, ...(withBody && { 'content-length': body.length }) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    call.on('error', reject);
    call.end(withBody ? body : undefined);
  });
}

export interface RawOptions {
  /** What is announced, whatever is sent. */
  readonly contentLength?: number;
  /** In pieces without a length. */
  readonly chunked?: boolean;
  /** Cut the connection after what was sent. */
  readonly hangUp?: boolean;
}

/** Writes the call by hand, to send less, more or other than is announced. Resolves with the status, 0 without an answer. */
export function sendRaw(port: number, { headers, body }: Sent, options: RawOptions): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
    const length = options.chunked
      ? 'transfer-encoding: chunked'
      : `content-length: ${options.contentLength ?? body.length}`;
    socket.write([`POST ${PATH} HTTP/1.1`, 'host: localhost', ...lines, length, '', ''].join('\r\n'));
    if (options.chunked) {
      for (let at = 0; at < body.length; at += 1_024) {
        const piece = body.subarray(at, at + 1_024);
        socket.write(`${piece.length.toString(16)}\r\n`);
        socket.write(piece);
        socket.write('\r\n');
      }
    } else socket.write(body, () => options.hangUp && socket.destroy());
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0)));
  });
}
