import type { Readable } from 'node:stream';
import { Refused } from './refusal.ts';

export interface BodyLimits {
  readonly maxBytes: number;
  /** Longest time until the last byte. */
  readonly timeoutMs: number;
}

/** Reads a body to its end, within limits of size and time. @throws Refused */
export function readBody(stream: Readable, { maxBytes, timeoutMs }: BodyLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      stream.off('data', onData).off('end', onEnd).off('close', onBroken).off('error', onBroken);
      // Whatever goes wrong with what is left of it concerns nobody any more.
      stream.on('error', () => undefined);
      end();
    };
    const refuse = (reason: ConstructorParameters<typeof Refused>[0]): void =>
      settle(() => reject(new Refused(reason)));
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > maxBytes) refuse('body-too-large');
      else chunks.push(chunk);
    };
    const onEnd = (): void => (size === 0 ? refuse('body-empty') : settle(() => resolve(Buffer.concat(chunks))));
    const onBroken = (): void => refuse('body-broken-off');
    const timer = setTimeout(() => refuse('body-too-slow'), timeoutMs);
    stream.on('data', onData).on('end', onEnd).on('close', onBroken).on('error', onBroken);
  });
}
