import type { KeyObject, X509Certificate } from 'node:crypto';
import type { ParsedCertificate } from './certificate.ts';
import type { TrustedRoots } from './trusted-roots.ts';

/** From the leaf up to the root, the root last. */
export interface TrustedPath {
  readonly certificates: readonly ParsedCertificate[];
  readonly root: X509Certificate;
}

/** Leaf, three authorities and the root: the web's own chains have one or two between. */
const LONGEST_PATH = 4;
const SMALLEST_RSA_BITS = 2_048;

/** Signatures on certificates: RSA (PKCS#1 v1.5) and ECDSA with SHA-2, no SHA-1. RFC 4055 §5, RFC 5758 §3.2. */
const STRONG_SIGNATURES: ReadonlySet<string> = new Set([
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
]);

/**
 * Looks for a way from the leaf over `others` to a root, with RFC 5280 §6's checks at every step: names, key identifiers,
 * key usage and signatures by OpenSSL; validity, authority, path length, algorithm and restrictions here. The walk is
 * bounded by the length of a path and the few certificates there are.
 *
 * @param at milliseconds since 1970
 * @returns `null` when there is none
 */
export function findTrustedPath(
  leaf: ParsedCertificate,
  others: readonly ParsedCertificate[],
  roots: TrustedRoots,
  at: number,
): TrustedPath | null {
  const walk = (path: readonly ParsedCertificate[]): TrustedPath | null => {
    const last = path.at(-1);
    if (!last || last.isRestricted || !isValidAt(last.x509, at) || !STRONG_SIGNATURES.has(last.signatureAlgorithm)) {
      return null;
    }
    const root = roots(last.x509.issuer).find((one) => isIssuedBy(last.x509, one) && isValidAt(one, at));
    if (root) return { certificates: path, root };
    if (path.length === LONGEST_PATH) return null;
    for (const next of others) {
      const isNew = path.every(({ fingerprint }) => fingerprint !== next.fingerprint);
      const hasRoom = next.pathLength === null || next.pathLength >= path.length - 1;
      if (!isNew || !hasRoom || !isIssuedBy(last.x509, next.x509)) continue;
      const found = walk([...path, next]);
      if (found) return found;
    }
    return null;
  };
  return walk([leaf]);
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return (
    issuer.ca &&
    certificate.fingerprint256 !== issuer.fingerprint256 &&
    certificate.checkIssued(issuer) &&
    isStrongKey(issuer.publicKey) &&
    certificate.verify(issuer.publicKey)
  );
}

export const isValidAt = (certificate: X509Certificate, at: number): boolean =>
  certificate.validFromDate.getTime() <= at && at <= certificate.validToDate.getTime();

/** An elliptic curve, or RSA of enough bits. */
function isStrongKey(key: KeyObject): boolean {
  return key.asymmetricKeyType === 'ec' || isStrongRsaKey(key);
}

export function isStrongRsaKey(key: KeyObject): boolean {
  return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= SMALLEST_RSA_BITS;
}
