import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { Agent, request } from 'undici';
import { isPublicAddress } from './public-address.ts';
import { Refused } from './refusal.ts';

/** Gets the bytes behind an address that was found to be allowed. @throws Refused */
export type Download = (url: URL) => Promise<Buffer>;

type LookedUp = (error: NodeJS.ErrnoException | null, addresses: string | LookupAddress[], family?: number) => void;
/** As `dns.lookup` with `all`. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface DownloadOptions {
  /** The sandbox's own origin; the only one that may be on this machine. */
  readonly sandboxOrigin: string | null;
  /** Longest time from connecting to the last byte; 5 s. */
  readonly timeoutMs?: number;
  /** A certificate is about 2 KB, a chain about 6; 64 KB. */
  readonly maxBytes?: number;
  readonly resolve?: Resolve;
}

const NOT_PUBLIC = 'ENOTPUBLIC';
const CONNECTIONS = 4;

/**
 * Downloads certificates: no redirects, bounded in time and size, and never from an address inside the network, whatever DNS
 * says. The address that was looked at is the one that is connected to.
 */
export function createDownload(options: DownloadOptions): Download & { close(): Promise<void> } {
  const { timeoutMs = 5_000, maxBytes = 65_536, resolve = systemLookup } = options;
  const settings = { connections: CONNECTIONS, connectTimeout: timeoutMs, allowH2: false };
  const outside = new Agent({ ...settings, connect: { lookup: publicOnly(resolve) } });
  const sandbox = new Agent(settings);

  async function download(url: URL): Promise<Buffer> {
    const dispatcher = url.origin === options.sandboxOrigin ? sandbox : outside;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const { statusCode, body } = await request(url, { dispatcher, signal, headers: { accept: '*/*' } });
      if (statusCode !== 200) {
        // The answer is of no interest any more.
        body.on('error', () => undefined).destroy();
        throw new Refused(statusCode >= 500 ? 'certificate-unavailable' : 'certificate-not-delivered');
      }
      return await readBounded(body, maxBytes);
    } catch (thrown) {
      if (thrown instanceof Refused) throw thrown;
      throw new Refused(isNotPublic(thrown) ? 'certificate-address-not-public' : 'certificate-unavailable', thrown);
    }
  }

  return Object.assign(download, {
    close: async () => {
      await Promise.all([outside.destroy(), sandbox.destroy()]);
    },
  });
}

async function readBounded(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop early destroys the body and its connection.
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw new Refused('certificate-too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A name with even one address inside is refused: which one is taken is not ours to say. */
function publicOnly(resolve: Resolve) {
  return (hostname: string, options: LookupOptions, done: LookedUp): void => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
        return done(
          Object.assign(new Error('the name leads to an address inside the network'), { code: NOT_PUBLIC }),
          [],
        );
      }
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

/** Where several addresses are tried at once, the failures come bundled. */
function isNotPublic(thrown: unknown): boolean {
  if (thrown instanceof AggregateError) return thrown.errors.some(isNotPublic);
  return thrown instanceof Error && 'code' in thrown && thrown.code === NOT_PUBLIC;
}
