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
  readonly clientSecret: string;
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
export function crmVariable(crm: string, what: 'CLIENT_SECRET' | 'WEBHOOK_KEY'): string {
  return `COSELL_CRM_${crm.toUpperCase().replaceAll('-', '_')}_${what}`;
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
  const ofCrms = crms.map((crm): [string, CrmSecrets] => {
    const clientSecret = demand(crmVariable(crm.name, 'CLIENT_SECRET'), `the client secret of ${crm.clientId}`);
    const header = 'the key that the Dataverse webhook sends in x-cosell-webhook-key';
    const webhookKey = crm.kind === 'dynamics' ? demand(crmVariable(crm.name, 'WEBHOOK_KEY'), header) : null;
    return [crm.name, { clientSecret, webhookKey }];
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
