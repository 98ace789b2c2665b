import { MICROSOFT, PARTNER } from './conventions.ts';
import type { Channel, StoredReferral } from './record.ts';
import { ServiceError, forbidden, notFound } from './service-error.ts';

/** Who acts: a signed-in client or a person on the pages. */
export interface Caller {
  readonly clientId: string;
  readonly organization: 'partner' | 'microsoft';
  readonly via: Channel;
}

const ORGANIZATION_OF: Readonly<Record<string, Caller['organization']>> = {
  sandbox: 'partner',
  seller: 'partner',
  microsoft: 'microsoft',
};

/**
 * The caller behind a bearer token (design.md §6).
 * @throws ServiceError 401 without a valid token, 403 for a user without a referral role.
 */
export function callerOf(owner: { readonly clientId: string } | 'expired' | null): Caller {
  if (owner === null || owner === 'expired') {
    throw new ServiceError({
      status: 401,
      code: 'unauthenticated',
      innerCode: owner === 'expired' ? 'tokenExpired' : 'invalidToken',
      message: owner === 'expired' ? 'The access token has expired.' : 'The access token is missing or not valid.',
    });
  }
  const organization = ORGANIZATION_OF[owner.clientId];
  if (!organization) throw forbidden('The signed-in user has neither the Referral admin nor the Referral user role.');
  return { clientId: owner.clientId, organization, via: 'API' };
}

/** The partner sees its own deals and what is shared with it; Microsoft sees its own and what the partner shared. */
export function maySee(caller: Caller, referral: StoredReferral): boolean {
  if (caller.organization === 'partner') return true;
  return (
    referral.organizationId === MICROSOFT.id ||
    referral.direction === 'Incoming' ||
    referral.type === 'Shared' ||
    referral.consent.consentToShareReferralWithMicrosoftSellers === true
  );
}

/** @throws ServiceError 404 for what the caller may not see, 403 for what belongs to the other side. */
export function assertMayChange(caller: Caller, referral: StoredReferral): void {
  if (!maySee(caller, referral)) throw notFound(referral.id);
  if (caller.organization === 'partner') {
    if (referral.organizationId !== PARTNER.id)
      throw forbidden('This referral belongs to Microsoft; only Microsoft changes it.');
    return;
  }
  const isOwnInvitation = referral.direction === 'Incoming' && referral.status === 'New';
  if (referral.organizationId !== MICROSOFT.id && !isOwnInvitation) {
    throw forbidden(
      'This referral belongs to the partner; Microsoft changes what it sent only until the partner has answered.',
    );
  }
}
