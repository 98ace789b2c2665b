import { crmPathsToRead, crmPathsToWrite } from '../core/index.ts';
import { createDynamicsCrm } from '../crm/dynamics/index.ts';
import type { CrmAdapterOptions, CrmPort } from '../crm/port.ts';
import { createSalesforceCrm, type SalesforceSettings } from '../crm/salesforce/index.ts';
import {
  createDelegatedSignIn,
  createReferralsClient,
  redeemConsent,
  type ReferralsPort,
} from '../partner-center/index.ts';
import type { Config } from './config/load.ts';
import type { CrmConfig } from './config/schema.ts';
import type { Log } from './operations/log.ts';
import type { TransactionalDb } from './store/db.ts';
import { createRefreshTokenStore, type ConsentStore } from './store/refresh-tokens.ts';
import { createSeal } from './store/seal.ts';

/** The outside systems, signed in to as configured. */
export interface Systems {
  readonly partnerCenter: ReferralsPort;
  /** Reads one page of referrals, to see that signing in and reading work. */
  checkPartnerCenter(): Promise<void>;
  /** By name. */
  readonly crms: ReadonlyMap<string, CrmPort>;
  close(): Promise<void>;
}

/** The only place where adapters are made. None of them makes a call before it is used. */
export function composeSystems(config: Config, db: TransactionalDb, log: Log): Systems {
  const { partnerCenter: settings, secrets } = config;
  const signIn = createDelegatedSignIn({
    authority: settings.authority,
    clientId: settings.clientId,
    clientSecret: secrets.partnerCenterClientSecret,
    ...(settings.scope ? { scope: settings.scope } : {}),
    tokenStore: refreshTokensOf(config, db),
    log: log.child({ part: 'partner-center' }),
  });
  const client = createReferralsClient({
    baseUrl: settings.baseUrl,
    accessToken: () => signIn.accessToken(),
    onUnauthorized: (stale) => signIn.onUnauthorized(stale),
    timeoutMs: settings.timeoutMs,
    maxConcurrent: config.sync.concurrency,
    log: log.child({ part: 'partner-center' }),
  });
  const crms = new Map(config.crms.map((crm) => [crm.name, composeCrm(config, crm, log.child({ crm: crm.name }))]));
  return {
    partnerCenter: client,
    checkPartnerCenter: () => readOnePage(client),
    crms,
    close: async () => {
      await Promise.all([...crms.values()].map((crm) => crm.close()));
      await client.close();
      await signIn.close();
    },
  };
}

/** Where the consent for Partner Center is kept. */
export function refreshTokensOf({ partnerCenter: { clientId }, secrets }: Config, db: TransactionalDb): ConsentStore {
  const seal = createSeal(secrets.partnerCenterClientSecret, `partner-center refresh token of ${clientId}`);
  return createRefreshTokenStore(db, { clientId, initial: secrets.partnerCenterRefreshToken, seal });
}

/** Takes a new consent: exchanges it, makes sure that its account may read referrals, and stores it. @throws CosellError */
export async function takeConsent(config: Config, db: TransactionalDb, answer: string): Promise<void> {
  const { partnerCenter, secrets } = config;
  const { authority, clientId, scope, baseUrl, timeoutMs } = partnerCenter;
  const clientSecret = secrets.partnerCenterClientSecret;
  const { accessToken, refreshToken } = await redeemConsent(
    { authority, clientId, clientSecret, ...(scope ? { scope } : {}) },
    answer,
  );
  const client = createReferralsClient({
    baseUrl,
    timeoutMs,
    accessToken: () => Promise.resolve(accessToken),
    onUnauthorized: () => Promise.resolve(),
  });
  try {
    await readOnePage(client);
  } finally {
    await client.close();
  }
  await refreshTokensOf(config, db).replace(refreshToken);
}

async function readOnePage(client: ReferralsPort): Promise<void> {
  for await (const page of client.list({ top: 1 })) {
    if (page.length >= 0) return;
  }
}

function composeCrm(config: Config, crm: CrmConfig, log: Log): CrmPort {
  const policy = config.policies[crm.name];
  const clientSecret = config.secrets.crms[crm.name]?.clientSecret ?? '';
  if (!policy) throw new Error(`There is no policy for ${crm.name}.`);
  const options: CrmAdapterOptions = {
    paths: crmPathsToRead(policy),
    written: crmPathsToWrite(policy),
    fields: policy.fields,
    timeoutMs: crm.timeoutMs,
    log,
  };
  const { clientId } = crm;
  if (crm.kind === 'salesforce') {
    return createSalesforceCrm({ loginUrl: crm.loginUrl, auth: salesforceAuth(config, crm, clientSecret) }, options);
  }
  const { serverUrl, authority } = crm;
  return createDynamicsCrm({ serverUrl, authority, clientId, clientSecret, apiVersion: '9.2' }, options);
}

function salesforceAuth(
  { secrets }: Config,
  { name, clientId, username }: Extract<CrmConfig, { kind: 'salesforce' }>,
  clientSecret: string,
): SalesforceSettings['auth'] {
  const privateKey = secrets.crms[name]?.privateKey ?? null;
  if (username === null || privateKey === null) return { kind: 'client-credentials', clientId, clientSecret };
  return { kind: 'jwt', clientId, username, privateKey };
}
