import { sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { SignatureHash } from '../signature-headers.ts';

const signing = promisify<string, Buffer, KeyObject, Buffer>(sign);

export interface SignOptions {
  readonly privateKey: KeyObject;
  readonly certificateUrl: string;
  /** `x-ms-signature` instead of `Authorization`. */
  readonly inOwnHeader?: boolean;
  readonly hash?: SignatureHash;
}

/** The headers of a delivery as Partner Center signs it (partner-center-webhooks.md §3). */
export async function signedHeaders(body: Buffer, options: SignOptions): Promise<Record<string, string>> {
  const { privateKey, certificateUrl, inOwnHeader = false, hash = 'sha256' } = options;
  const signature = (await signing(hash, body, privateKey)).toString('base64');
  return {
    'content-type': 'application/json',
    [inOwnHeader ? 'x-ms-signature' : 'authorization']: `Signature ${signature}`,
    'x-ms-certificate-url': certificateUrl,
    'x-ms-signature-algorithm': `rsa-${hash}`,
  };
}
