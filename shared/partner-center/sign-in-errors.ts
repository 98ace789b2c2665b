import { CosellError, type ErrorCode } from '../core/errors/index.ts';

interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly cure: string;
  readonly field?: string;
}

const CONSENT_AGAIN = 'Sign in and consent again with `npx cosell consent`';

const EXPIRED: Refusal = {
  code: 'partner-center-sign-in',
  message: 'The consent for Partner Center has expired or was withdrawn.',
  cure: `${CONSENT_AGAIN}.`,
};
const NO_CONSENT: Refusal = {
  code: 'partner-center-sign-in',
  message: 'Nobody has consented yet that the connector may use Partner Center.',
  cure: 'Sign in and consent with `npx cosell consent`.',
};
const MFA: Refusal = {
  code: 'partner-center-mfa-required',
  message: 'The sign-in to Partner Center must be made with multi-factor authentication.',
  cure: `${CONSENT_AGAIN}, this time with multi-factor authentication.`,
};
const POLICY: Refusal = {
  code: 'partner-center-sign-in',
  message: "Your organisation's access rules do not let the connector sign in to Partner Center.",
  cure: `Let the rules admit the connector's account, then sign in and consent again with \`npx cosell consent\`.`,
};
const SECRET: Refusal = {
  code: 'partner-center-sign-in',
  message: 'The client secret of the connector is wrong or has expired.',
  cure: 'Make a new client secret in Microsoft Entra and set COSELL_PARTNER_CENTER_CLIENT_SECRET to it.',
  field: 'COSELL_PARTNER_CENTER_CLIENT_SECRET',
};
const APPLICATION: Refusal = {
  code: 'partner-center-sign-in',
  message: 'Microsoft Entra does not know the application of the connector in this tenant.',
  cure: 'Correct the client id and the tenant in the configuration.',
  field: 'partnerCenter.clientId',
};
const ACCOUNT: Refusal = {
  code: 'partner-center-sign-in',
  message: 'The account that consented is disabled, locked or must change its password.',
  cure: `Put the account in order, then sign in and consent again with \`npx cosell consent\`.`,
};
const CODE: Refusal = {
  code: 'partner-center-sign-in',
  message: 'The code of the consent was used already.',
  cure: 'Run `npx cosell consent` again.',
};
const REDIRECT: Refusal = {
  code: 'partner-center-sign-in',
  message: 'The redirect address of the consent is not one of the app registration.',
  cure: 'Add http://localhost:8400/ as a Web redirect address to the app registration, then run `npx cosell consent` again.',
};
const ANY: Refusal = {
  code: 'partner-center-sign-in',
  message: 'Microsoft Entra refused the sign-in to Partner Center.',
  cure: `${CONSENT_AGAIN}.`,
};

/** Numbers of learn.microsoft.com/entra/identity-platform/reference-error-codes, without their prefix AADSTS. */
const BY_NUMBER: Readonly<Record<string, Refusal>> = {
  50072: MFA,
  50074: MFA,
  50076: MFA,
  50078: MFA,
  50079: MFA,
  50158: MFA,
  53000: POLICY,
  53001: POLICY,
  53003: POLICY,
  50105: POLICY,
  70000: EXPIRED,
  70008: EXPIRED,
  700082: EXPIRED,
  700084: EXPIRED,
  50173: EXPIRED,
  54005: CODE,
  50011: REDIRECT,
  65001: EXPIRED,
  50053: ACCOUNT,
  50055: ACCOUNT,
  50057: ACCOUNT,
  50144: ACCOUNT,
  7000215: SECRET,
  7000222: SECRET,
  700016: APPLICATION,
  90002: APPLICATION,
};

/** The `error` of RFC 6749 §5.2, for answers without a known number. */
const BY_ERROR: Readonly<Record<string, Refusal>> = {
  invalid_grant: EXPIRED,
  interaction_required: EXPIRED,
  consent_required: EXPIRED,
  invalid_client: SECRET,
  unauthorized_client: APPLICATION,
};

/** What the token endpoint said when it refused; none of it is shown as it is. */
export interface RefusedSignIn {
  readonly error: string;
  readonly description: string;
  readonly reference?: string;
}

/** Maps a refused sign-in: `partner-center-mfa-required` or `partner-center-sign-in`, each with its cure. */
export function errorOfRefusedSignIn(refused: RefusedSignIn): CosellError {
  const numbers = [...refused.description.matchAll(/AADSTS(\d+)/g)].map((match) => match[1] ?? '');
  const known = numbers.find((number) => Object.hasOwn(BY_NUMBER, number));
  const refusal =
    (known === undefined ? undefined : BY_NUMBER[known]) ??
    (Object.hasOwn(BY_ERROR, refused.error) ? BY_ERROR[refused.error] : undefined) ??
    ANY;
  const number = numbers[0] === undefined ? '' : ` (AADSTS${numbers[0]})`;
  return build(refusal, number, refused.reference);
}

/** There is no refresh token in the store. */
export const errorOfNoConsent = (): CosellError => build(NO_CONSENT, '', undefined);

/** The token endpoint could not be reached, could not answer, or answered with something else than tokens. */
export function errorOfUnavailableSignIn(details: {
  readonly httpStatus?: number;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}): CosellError {
  const throttled = details.retryAfterSeconds !== undefined;
  return new CosellError(throttled ? 'partner-center-throttled' : 'partner-center-unavailable', {
    message: 'Microsoft Entra could not be reached, or could not answer the sign-in to Partner Center.',
    cure: 'Nothing to do: the connector tries again by itself.',
    ...details,
  });
}

function build(refusal: Refusal, number: string, reference: string | undefined): CosellError {
  return new CosellError(refusal.code, {
    message: refusal.message.replace(/\.$/, `${number}.`),
    cure: refusal.cure,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(reference === undefined ? {} : { reference }),
  });
}
