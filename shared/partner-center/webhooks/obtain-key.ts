import type { KeyObject } from 'node:crypto';
import { readCertificates, type ParsedCertificate } from './certificate.ts';
import { issuerCertificateUrl, type CertificateHosts } from './certificate-url.ts';
import type { Download } from './download.ts';
import { Refused } from './refusal.ts';
import { assertSigningCertificate } from './signing-certificate.ts';
import { findTrustedPath } from './trusted-path.ts';
import type { TrustedRoots } from './trusted-roots.ts';

/** A public key that signatures may be checked with. */
export interface SigningKey {
  readonly key: KeyObject;
  /** Milliseconds since 1970: the end of the certificate that ends first on the path to the root. */
  readonly validUntil: number;
}

export interface ObtainKeyOptions {
  readonly download: Download;
  readonly hosts: CertificateHosts;
  readonly roots: TrustedRoots;
  /** SHA-256 fingerprints (small hex digits) of certificates that an administrator no longer trusts. */
  readonly blocked: ReadonlySet<string>;
}

/** How many issuers are fetched at most: the chains of the web have one or two. */
const MOST_ISSUERS = 3;

/**
 * Downloads a signing certificate and finds out whether it may be believed. What the file does not hold of the path is
 * fetched from where the certificates say, as .NET's `X509Certificate2.Verify` in Microsoft's sample does.
 *
 * @param at milliseconds since 1970
 * @throws Refused
 */
export async function obtainKey(options: ObtainKeyOptions, url: URL, at: number): Promise<SigningKey> {
  const [leaf, ...others] = readCertificates(await options.download(url));
  if (!leaf) throw new Refused('certificate-unreadable');
  assertSigningCertificate(leaf, at);
  const path = await completePath(options, leaf, others, at);
  const fingerprints = path.certificates.map(({ fingerprint }) => fingerprint);
  if (fingerprints.some((fingerprint) => options.blocked.has(fingerprint))) throw new Refused('certificate-blocked');
  const ends = [...path.certificates.map(({ x509 }) => x509), path.root].map((one) => one.validToDate.getTime());
  return { key: leaf.x509.publicKey, validUntil: Math.min(...ends) };
}

async function completePath(
  { download, hosts, roots }: ObtainKeyOptions,
  leaf: ParsedCertificate,
  delivered: readonly ParsedCertificate[],
  at: number,
) {
  let known = delivered;
  let last = leaf;
  for (let fetched = 0; ; fetched += 1) {
    const path = findTrustedPath(leaf, known, roots, at);
    if (path) return path;
    const url = fetched < MOST_ISSUERS ? issuerUrl(last, hosts) : null;
    if (!url) throw new Refused('certificate-not-trusted');
    const [issuer] = readCertificates(await download(url));
    if (!issuer || !last.x509.checkIssued(issuer.x509)) throw new Refused('certificate-not-trusted');
    known = [...known, issuer];
    last = issuer;
  }
}

function issuerUrl({ issuerUrls }: ParsedCertificate, hosts: CertificateHosts): URL | null {
  for (const text of issuerUrls) {
    const url = issuerCertificateUrl(text, hosts);
    if (url) return url;
  }
  return null;
}
