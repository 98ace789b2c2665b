import { createPrivateKey } from 'node:crypto';
import type { CrmConfig } from './schema.ts';
import type { ConfigProblem } from './problems.ts';

/** What is never in the file. */
export interface Secrets {
  readonly partnerCenterClientSecret: string;
  /** The first refresh token; afterwards the rotated one in the database counts. */
  readonly partnerCenterRefreshToken: string | null;
  /** By the name of the CRM. */
  readonly crms: Readonly<Record<string, CrmSecrets>>;
}

export interface CrmSecrets {
  /** Empty where a private key takes its place. */
  readonly clientSecret: string;
  /** PEM, for Salesforce with `auth: jwt`. */
  readonly privateKey: string | null;
  /** What the Dataverse webhook sends in its header; `null` for a Salesforce org. */
  readonly webhookKey: string | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a variable says; blank is as good as not set. */
export function given(value: string | undefined): string | null {
  const text = value?.trim() ?? '';
  return text === '' ? null : text;
}

/** `COSELL_CRM_<NAME>_CLIENT_SECRET`: the name in capitals, hyphens as underscores. */
export function crmVariable(crm: string, what: 'CLIENT_SECRET' | 'WEBHOOK_KEY' | 'PRIVATE_KEY'): string {
  return `COSELL_CRM_${crm.toUpperCase().replaceAll('-', '_')}_${what}`;
}

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

/** Reads the secrets of these CRMs; what is missing comes as problems, with the name of the variable. */
export function readSecrets(
  crms: readonly CrmConfig[],
  environment: Environment,
): { readonly secrets: Secrets; readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const demand = (name: string, what: string): string => {
    const value = given(environment[name]);
    if (value === null) {
      problems.push({ key: name, problem: 'is not set', cure: `Set this environment variable to ${what}.` });
    }
    return value ?? '';
  };
  const demandKey = (name: string): string => {
    const pem = demand(name, 'the private key (PEM) whose certificate the connected app holds')
      .replaceAll('\\n', '\n')
      .trim();
    if (pem !== '' && !isRsaKey(pem)) {
      const problem = 'is not an unencrypted RSA private key in PEM form';
      problems.push({
        key: name,
        problem,
        cure: 'Set it to the content of the key file; line ends may be written as \\n.',
      });
    }
    return pem;
  };
  const ofCrms = crms.map((crm): [string, CrmSecrets] => {
    const isJwt = crm.kind === 'salesforce' && crm.auth === 'jwt';
    const clientSecret = isJwt
      ? ''
      : demand(crmVariable(crm.name, 'CLIENT_SECRET'), `the client secret of ${crm.clientId}`);
    const privateKey = isJwt ? demandKey(crmVariable(crm.name, 'PRIVATE_KEY')) : null;
    const header = 'the key that the Dataverse webhook sends in x-cosell-webhook-key';
    const webhookKey = crm.kind === 'dynamics' ? demand(crmVariable(crm.name, 'WEBHOOK_KEY'), header) : null;
    return [crm.name, { clientSecret, privateKey, webhookKey }];
  });
  const secrets: Secrets = {
    partnerCenterClientSecret: demand(
      'COSELL_PARTNER_CENTER_CLIENT_SECRET',
      'the client secret of the app registration for Partner Center',
    ),
    partnerCenterRefreshToken: given(environment.COSELL_PARTNER_CENTER_REFRESH_TOKEN),
    crms: Object.fromEntries(ofCrms),
  };
  return { secrets, problems };
}
