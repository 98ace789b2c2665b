export { createAppSignIn, type SignIn } from './app-sign-in.ts';
export { consentAddress, redeemConsent, REDIRECT_URI } from './consent.ts';
export { createReferralsClient, type ReferralsClientOptions } from './client.ts';
export { createDelegatedSignIn, type DelegatedSignInOptions } from './sign-in.ts';
export type { ReferralQuery, ReferralsPort, RefreshTokenStore } from './port.ts';
