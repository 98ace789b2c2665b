import { Refused } from './refusal.ts';

/** Names in lower case, as Node gives them. */
export type WebhookHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export type SignatureHash = 'sha256' | 'sha384' | 'sha512';

/** What a call says of its own signature; nothing of it is believed yet. */
export interface SignatureClaim {
  readonly signature: Buffer;
  readonly hash: SignatureHash;
  readonly certificateUrl: string;
}

/** From 1024 to 16384 bits; which sizes are strong enough is the certificate's matter. */
const SIGNATURE = /^signature +((?:[a-z0-9+/]{4}){42,682}(?:[a-z0-9+/]{2}==|[a-z0-9+/]{3}=)?)$/i;

/**
 * Reads the headers of partner-center-webhooks.md §3. The signature comes in `Authorization`, or in `x-ms-signature` when the
 * registration asks for that. Should a call carry both, both have to be right: Microsoft's sample lets a wrong scheme pass
 * beside a right one (§4.2).
 *
 * @throws Refused
 */
export function readSignatureHeaders(headers: WebhookHeaders): SignatureClaim {
  const given = [headers.authorization, headers['x-ms-signature']].filter((value) => value !== undefined);
  const [first, second] = given.map(signatureIn);
  if (first === undefined) throw new Refused('signature-missing');
  if (second !== undefined && second !== first) throw new Refused('signatures-differ');
  const certificateUrl = single(headers['x-ms-certificate-url']);
  if (!certificateUrl) throw new Refused('certificate-url-missing');
  const algorithm = single(headers['x-ms-signature-algorithm']);
  if (!algorithm) throw new Refused('algorithm-missing');
  return { signature: Buffer.from(first, 'base64'), hash: hashOf(algorithm), certificateUrl };
}

function signatureIn(value: string | readonly string[]): string {
  const text = single(value) ?? '';
  if (!/^signature( |$)/i.test(text)) throw new Refused('signature-scheme');
  const base64 = SIGNATURE.exec(text)?.[1];
  if (base64 === undefined) throw new Refused('signature-malformed');
  return base64;
}

/** RSA with PKCS#1 v1.5 padding; nothing weaker than SHA-256. */
function hashOf(algorithm: string): SignatureHash {
  const hash = /^rsa-(sha256|sha384|sha512)$/i.exec(algorithm)?.[1];
  if (hash === undefined) throw new Refused('algorithm-not-allowed');
  return hash.toLowerCase() as SignatureHash;
}

/** A header that came several times, joined: that is none of the forms that are accepted. */
const single = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' || value === undefined ? value?.trim() : value.join(', ');
