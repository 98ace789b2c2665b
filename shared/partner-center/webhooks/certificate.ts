import { X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  BasicConstraints,
  Certificate,
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
  KeyUsage,
  KeyUsageFlags,
} from '@peculiar/asn1-x509';
import { Refused } from './refusal.ts';

/** A certificate together with what Node does not tell of it. */
export interface ParsedCertificate {
  readonly x509: X509Certificate;
  /** Values of O in the issuer's name. */
  readonly issuerOrganizations: readonly string[];
  /** Of the signature on this certificate. */
  readonly signatureAlgorithm: string;
  /** How many authorities may follow below this one; `null` without a limit. */
  readonly pathLength: number | null;
  /** It carries a restriction that we would have to enforce and do not: such a certificate must not be relied on (RFC 5280 §4.2). */
  readonly isRestricted: boolean;
  /** Key usage allows signatures, or is not limited. */
  readonly maySign: boolean;
  /** Where the issuer's certificate can be had. */
  readonly issuerUrls: readonly string[];
  /** SHA-256 in small hex digits. */
  readonly fingerprint: string;
}

const ORGANIZATION = '2.5.4.10';
/** Extensions that are enforced, or that restrict nothing we do. */
const UNDERSTOOD: readonly string[] = [
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_extKeyUsage,
  id_ce_certificatePolicies,
  id_ce_subjectAltName,
];
const MOST_CERTIFICATES = 8;
const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** Reads one DER certificate or up to eight in PEM form. @throws Refused `certificate-unreadable` */
export function readCertificates(bytes: Buffer): readonly ParsedCertificate[] {
  const text = bytes.subarray(0, 1_024).includes('-----BEGIN') ? bytes.toString('latin1') : null;
  const encoded = text === null ? [bytes] : (text.match(PEM_BLOCK) ?? []).slice(0, MOST_CERTIFICATES);
  if (encoded.length === 0) throw new Refused('certificate-unreadable');
  try {
    return encoded.map((one) => parse(new X509Certificate(one)));
  } catch (thrown) {
    throw new Refused('certificate-unreadable', thrown);
  }
}

function parse(x509: X509Certificate): ParsedCertificate {
  const { tbsCertificate, signatureAlgorithm } = AsnConvert.parse(x509.raw, Certificate);
  const extensions = [...(tbsCertificate.extensions ?? [])];
  const find = (id: string) => extensions.find((extension) => extension.extnID === id)?.extnValue.buffer;
  const basic = find(id_ce_basicConstraints);
  const usage = find(id_ce_keyUsage);
  return {
    x509,
    issuerOrganizations: tbsCertificate.issuer.flatMap((part) =>
      part.filter(({ type }) => type === ORGANIZATION).map(({ value }) => value.toString()),
    ),
    signatureAlgorithm: signatureAlgorithm.algorithm,
    pathLength: basic ? (AsnConvert.parse(basic, BasicConstraints).pathLenConstraint ?? null) : null,
    isRestricted: extensions.some(
      ({ extnID, critical }) => extnID === id_ce_nameConstraints || (critical && !UNDERSTOOD.includes(extnID)),
    ),
    maySign: !usage || (AsnConvert.parse(usage, KeyUsage).toNumber() & KeyUsageFlags.digitalSignature) !== 0,
    issuerUrls: [...(x509.infoAccess ?? '').matchAll(/^CA Issuers - URI:(\S+)$/gm)].map(([, url]) => url ?? ''),
    fingerprint: x509.fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}
