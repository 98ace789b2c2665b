import { CosellError } from '../core/errors/index.ts';
import { SYSTEM_CLOCK } from './clock.ts';
import { errorOfRefusedSignIn } from './sign-in-errors.ts';
import { DEFAULT_SCOPE, type DelegatedSignInOptions } from './sign-in.ts';
import { createTokenRequest } from './token-request.ts';

/** Nothing listens there: the browser ends on a page that cannot be opened, and its address holds the code. */
export const REDIRECT_URI = 'http://localhost:8400/';

export type ConsentOptions = Pick<
  DelegatedSignInOptions,
  'authority' | 'clientId' | 'clientSecret' | 'scope' | 'timeoutMs'
>;

export interface Consented {
  /** To see with whether the account may do what the connector does. */
  readonly accessToken: string;
  /** What the connector goes on with. */
  readonly refreshToken: string;
}

/** The address that a person opens to consent. Asks for an account, so that nobody consents as somebody else by accident. */
export function consentAddress({
  authority,
  clientId,
  scope = DEFAULT_SCOPE,
}: Omit<ConsentOptions, 'clientSecret'>): string {
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: REDIRECT_URI,
    scope: `${scope} offline_access`,
    prompt: 'select_account',
  });
  return `${authority.replace(/\/+$/, '')}/oauth2/v2.0/authorize?${query.toString()}`;
}

/**
 * Exchanges what the browser ended on, the whole address or only its code, for tokens.
 * learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#redeem-a-code-for-an-access-token
 *
 * @throws CosellError `partner-center-sign-in`, `-mfa-required`, `-unavailable`; `value-invalid` when there is no code in it
 */
export async function redeemConsent(options: ConsentOptions, answer: string): Promise<Consented> {
  const code = codeOf(answer.trim());
  const request = createTokenRequest({
    ...options,
    scope: options.scope ?? DEFAULT_SCOPE,
    timeoutMs: options.timeoutMs ?? 15_000,
    clock: SYSTEM_CLOCK,
  });
  try {
    const { accessToken, refreshToken } = await request.redeemCode(code, REDIRECT_URI);
    if (refreshToken !== null) return { accessToken, refreshToken };
    throw new CosellError('partner-center-sign-in', {
      message: 'Microsoft Entra gave no refresh token.',
      cure: 'Let the app registration have the delegated permission offline_access, then run `npx cosell consent` again.',
    });
  } finally {
    await request.close();
  }
}

function codeOf(answer: string): string {
  if (!URL.canParse(answer)) {
    if (/^[^\s?&=]+$/.test(answer)) return answer;
    throw noCode();
  }
  const { searchParams } = new URL(answer);
  const error = searchParams.get('error');
  if (error !== null) throw errorOfRefusedSignIn({ error, description: searchParams.get('error_description') ?? '' });
  const code = searchParams.get('code');
  if (code === null || code === '') throw noCode();
  return code;
}

const noCode = (): CosellError =>
  new CosellError('value-invalid', {
    message: 'There is no code in what was given.',
    cure: `Give the whole address that the browser ended on; it begins with ${REDIRECT_URI}?code=.`,
  });
