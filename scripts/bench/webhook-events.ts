import { Pool } from 'undici';
import { signedHeaders } from '../../shared/partner-center/webhooks/testkit/sign.ts';
import { SIGNING_FILES, signingMaterial } from '../sandbox/partner-center/webhooks/signing-material.ts';
import { CERTIFICATE_PATH } from '../sandbox/partner-center/webhooks/certificates.ts';
import type { Change } from './change-values.ts';
import { inParallel } from './in-parallel.ts';
import type { BenchWorld } from './world.ts';

const CONCURRENCY = 16;

/** A signed event, ready to be sent. */
export interface PreparedEvent {
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** Signs an event for each change, so that signing, which is Partner Center's work, is not measured. */
export async function prepareEvents(world: BenchWorld, changes: readonly Change[]): Promise<readonly PreparedEvent[]> {
  const { privateKey } = await signingMaterial();
  const certificateUrl = `http://localhost:${world.ports.partnerCenter}${CERTIFICATE_PATH}/${SIGNING_FILES.signerCertificate}`;
  return Promise.all(
    changes.map(async ({ referralId, changedAt }) => {
      const body = Buffer.from(
        JSON.stringify({
          EventName: 'referral-updated',
          ResourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${referralId}`,
          ResourceName: 'referral',
          AuditUri: null,
          ResourceChangeUtcDate: changedAt,
        }),
      );
      return { body, headers: await signedHeaders(body, { privateKey, certificateUrl }) };
    }),
  );
}

/** Delivers the events, 16 at a time. Resolves when the connector has answered all. @throws Error when it refuses one */
export async function deliver(world: BenchWorld, events: readonly PreparedEvent[]): Promise<void> {
  const pool = new Pool(`http://localhost:${world.ports.connector}`, { connections: CONCURRENCY });
  await inParallel(events, CONCURRENCY, async ({ headers, body }) => {
    const answer = await pool.request({ method: 'POST', path: '/webhooks/partner-center', headers, body });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) throw new Error(`An event was answered with ${answer.statusCode}: ${text}`);
  });
  await pool.close();
}
