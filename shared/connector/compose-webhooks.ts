import { readFile } from 'node:fs/promises';
import { CosellError } from '../core/index.ts';
import { createAppSignIn, createDelegatedSignIn, type SignIn } from '../partner-center/index.ts';
import {
  createDownload,
  createReceiver,
  createRegistrationClient,
  createSigningKeys,
  createTrustedRoots,
  readRootsFile,
  type WebhookAnswer,
  type WebhookCall,
} from '../partner-center/webhooks/index.ts';
import { refreshTokensOf } from './compose.ts';
import type { Config } from './config/load.ts';
import type { ReferralEventIntake } from './intake/referral-events.ts';
import type { Log } from './operations/log.ts';
import type { TransactionalDb } from './store/db.ts';
import {
  deleteFormerRegistration,
  readFormerRegistration,
  saveFormerRegistration,
} from './store/former-registration.ts';
import type { RegistrationDeps } from './webhooks/registration.ts';

const HOUR_MS = 3_600_000;

/** How long after a change its event is accepted. */
export const freshnessMsOf = ({ partnerCenter }: Config): number => partnerCenter.webhooks.freshnessHours * HOUR_MS;

export interface EventReceiver {
  readonly receive: (call: WebhookCall) => Promise<WebhookAnswer>;
  close(): Promise<void>;
}

/** The receiver of Partner Center's events, as configured. @throws CosellError `config-invalid` */
export async function composeReceiver(config: Config, intake: ReferralEventIntake, log: Log): Promise<EventReceiver> {
  const { webhooks } = config.partnerCenter;
  const sandboxOrigin = webhooks.sandbox?.certificateOrigin ?? null;
  const hosts = { signing: webhooks.certificateHosts, issuing: webhooks.issuerHosts, sandboxOrigin };
  const download = createDownload({ sandboxOrigin });
  const keys = createSigningKeys({
    download,
    hosts,
    roots: createTrustedRoots(await extraRoots(webhooks.trustedRoots)),
    blocked: new Set(webhooks.blockedCertificates),
    now: Date.now,
  });
  const receive = createReceiver({
    keys,
    hosts,
    freshnessMs: freshnessMsOf(config),
    now: Date.now,
    accept: (event) =>
      intake(event).catch((thrown: unknown) => {
        log.error({ reason: String(thrown) }, 'An event of Partner Center could not be stored');
        throw thrown;
      }),
  });
  return { receive, close: () => download.close() };
}

/** Everything that `cosell webhook` works with, signed in as configured. */
export function composeRegistration(
  config: Config,
  db: TransactionalDb,
): RegistrationDeps & { close(): Promise<void> } {
  const { webhooks, authority } = config.partnerCenter;
  const signIn = registrationSignIn(config, db);
  const client = createRegistrationClient({ baseUrl: webhooks.baseUrl, signIn });
  return {
    port: client,
    publicUrl: webhooks.publicUrl,
    former: {
      read: () => readFormerRegistration(db, authority),
      save: (registration) => saveFormerRegistration(db, authority, registration),
      delete: () => deleteFormerRegistration(db, authority),
    },
    close: async () => {
      await client.close();
      await signIn.close();
    },
  };
}

/** Unlike referrals, webhooks can be managed without an account (partner-center-webhooks.md §1). */
function registrationSignIn(config: Config, db: TransactionalDb): SignIn {
  const { authority, clientId, webhooks } = config.partnerCenter;
  const clientSecret = config.secrets.partnerCenterClientSecret;
  const common = { authority, clientId, clientSecret, scope: webhooks.scope };
  if (webhooks.signIn === 'app') return createAppSignIn(common);
  return createDelegatedSignIn({ ...common, tokenStore: refreshTokensOf(config, db) });
}

async function extraRoots(file: string | null): Promise<readonly string[]> {
  if (file === null) return [];
  const key = 'partnerCenter.webhooks.trustedRoots';
  const content = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CosellError('config-invalid', {
      message: `The file ${file} cannot be read.`,
      cure: `Correct ${key}, or remove it: the usual roots are trusted without it.`,
      field: key,
      cause,
    });
  });
  return readRootsFile(content, key);
}
