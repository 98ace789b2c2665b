import { constants, verify as verifySignature } from 'node:crypto';
import { signingCertificateUrl, type CertificateHosts } from './certificate-url.ts';
import { Refused } from './refusal.ts';
import { readSignatureHeaders, type SignatureClaim, type WebhookHeaders } from './signature-headers.ts';
import type { SigningKeys } from './signing-keys.ts';

/** What the headers claim, with an address that may be asked for the certificate. */
export interface CheckedClaim extends Omit<SignatureClaim, 'certificateUrl'> {
  readonly certificateUrl: URL;
}

/** The part of the verification that needs no body: a call that is wrong already is not listened to. @throws Refused */
export function checkHeaders(headers: WebhookHeaders, hosts: CertificateHosts): CheckedClaim {
  const claim = readSignatureHeaders(headers);
  return { ...claim, certificateUrl: signingCertificateUrl(claim.certificateUrl, hosts) };
}

/**
 * Makes sure that Partner Center signed exactly these bytes: RSA PKCS#1 v1.5 over the raw body, before anything reads it
 * (partner-center-webhooks.md §4.1).
 *
 * @throws Refused
 */
export async function verifyBody(claim: CheckedClaim, body: Buffer, keys: SigningKeys): Promise<void> {
  const key = await keys(claim.certificateUrl);
  const isRight = verifySignature(claim.hash, body, { key, padding: constants.RSA_PKCS1_PADDING }, claim.signature);
  if (!isRight) throw new Refused('signature-wrong');
}
