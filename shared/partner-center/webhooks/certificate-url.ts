import { isIP } from 'node:net';
import { Refused } from './refusal.ts';

/** From where certificates may be downloaded. */
export interface CertificateHosts {
  /** Host names, https on its own port only. */
  readonly signing: readonly string[];
  /** Host names of the authorities' own certificates, http or https on their own ports. */
  readonly issuing: readonly string[];
  /** The sandbox's own origin on this machine; `null` everywhere else. */
  readonly sandboxOrigin: string | null;
}

/** partner-center-webhooks.md §3 (sample of X-MS-Certificate-Url). Others' storage accounts are names under the same domain. */
export const SIGNING_HOSTS = ['3psostorageacct.blob.core.windows.net'] as const;

/** Where Microsoft's and DigiCert's certificates say that their issuers' certificates are (RFC 5280 §4.2.2.1). */
export const ISSUING_HOSTS = ['www.microsoft.com', 'caissuers.microsoft.com', 'cacerts.digicert.com'] as const;

const LONGEST_URL = 2_048;

/** The address that a call names for its certificate. @throws Refused `certificate-url-not-allowed` */
export function signingCertificateUrl(text: string, hosts: CertificateHosts): URL {
  const url = readUrl(text);
  const allowed = url?.protocol === 'https:' && url.port === '' && isListed(url.hostname, hosts.signing);
  if (url && (allowed || url.origin === hosts.sandboxOrigin)) return url;
  throw new Refused('certificate-url-not-allowed');
}

/**
 * The address that a certificate names for its issuer's; `null` when it is not to be asked. Plain http is what authorities
 * use: a certificate proves itself by its signature, not by how it came.
 */
export function issuerCertificateUrl(text: string, hosts: CertificateHosts): URL | null {
  const url = readUrl(text);
  if (!url) return null;
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  const allowed = isWeb && url.port === '' && isListed(url.hostname, hosts.issuing);
  return allowed || url.origin === hosts.sandboxOrigin ? url : null;
}

/** No numbers in place of names, whatever the list says: a name is resolved and its addresses are looked at. */
const isListed = (hostname: string, listed: readonly string[]): boolean =>
  isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && listed.includes(hostname);

function readUrl(text: string): URL | null {
  if (text.length > LONGEST_URL || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.username || url.password || url.hash ? null : url;
}
