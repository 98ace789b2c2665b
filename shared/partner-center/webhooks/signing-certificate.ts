import type { ParsedCertificate } from './certificate.ts';
import { Refused, type RefusalReason } from './refusal.ts';
import { isStrongRsaKey, isValidAt } from './trusted-path.ts';

/** Who signs Partner Center's webhook calls, and whose authority vouches for it (partner-center-webhooks.md §4). */
export const SIGNER = {
  host: 'pcnotifications-dispatch.microsoft.com',
  issuerOrganization: 'Microsoft Corporation',
} as const;

/**
 * Makes sure that a certificate is the one of Partner Center's dispatcher. Whether its issuer's name can be believed only
 * the path to a root tells.
 *
 * @param at milliseconds since 1970
 * @throws Refused
 */
export function assertSigningCertificate(certificate: ParsedCertificate, at: number): void {
  const { x509, issuerOrganizations, maySign } = certificate;
  const check = (reason: RefusalReason, isRight: boolean): void => {
    if (!isRight) throw new Refused(reason);
  };
  check('certificate-out-of-date', isValidAt(x509, at));
  // RFC 6125: the common name counts only where there is no alternative name; a wildcard would be somebody else's, too.
  check(
    'certificate-wrong-subject',
    x509.checkHost(SIGNER.host, { subject: 'default', wildcards: false }) !== undefined,
  );
  check(
    'certificate-wrong-issuer',
    issuerOrganizations.length === 1 && issuerOrganizations[0] === SIGNER.issuerOrganization,
  );
  check('certificate-wrong-key', !x509.ca && maySign && isStrongRsaKey(x509.publicKey));
}
