import { Pool } from 'undici';
import type { BenchWorld, CrmName } from './world.ts';
import type { LinkedDeal } from './crm-rows.ts';
import { inParallel } from './in-parallel.ts';

const CONCURRENCY = 16;

/**
 * What anybody would write first: per event one GET of the referral, one look-up of the opportunity, one PATCH. No signature, no queue,
 * nothing remembered, nothing merged, no audit: the lower bound of work without batching. On the fastest client there is.
 *
 * @returns milliseconds for all
 */
export async function runBareLoop(world: BenchWorld, crmName: CrmName, deals: readonly LinkedDeal[]): Promise<number> {
  const { ports } = world;
  const partnerCenter = await connect(`http://localhost:${ports.partnerCenter}`, '/sandbox/oauth2/v2.0/token');
  const crm =
    crmName === 'salesforce'
      ? await connect(`http://localhost:${ports.salesforce}`, '/services/oauth2/token')
      : await connect(`http://localhost:${ports.dynamics}`, '/sandbox/oauth2/v2.0/token');
  const write = crmName === 'salesforce' ? writeSalesforce : writeDynamics;
  const started = performance.now();
  await inParallel(deals, CONCURRENCY, async ({ referralId }) => {
    const referral = await partnerCenter('GET', `/v1.0/engagements/referrals/${referralId}`);
    const { dealValue } = (referral as { details: { dealValue: number } }).details;
    await write(crm, referralId, dealValue);
  });
  return performance.now() - started;
}

type Call = (method: 'GET' | 'PATCH', path: string, body?: object) => Promise<unknown>;

async function writeSalesforce(call: Call, referralId: string, amount: number): Promise<void> {
  const soql = `SELECT Id FROM Opportunity WHERE Referral_Identifier__c = '${referralId}'`;
  const found = await call('GET', `/services/data/v64.0/query?q=${encodeURIComponent(soql)}`);
  const [row] = (found as { records: readonly { Id: string }[] }).records;
  await call('PATCH', `/services/data/v64.0/sobjects/Opportunity/${row?.Id}`, { Amount: amount });
}

async function writeDynamics(call: Call, referralId: string, amount: number): Promise<void> {
  const filter = encodeURIComponent(`cosell_referralidentifier eq '${referralId}'`);
  const found = await call('GET', `/api/data/v9.2/opportunities?$select=opportunityid&$filter=${filter}`);
  const [row] = (found as { value: readonly { opportunityid: string }[] }).value;
  await call('PATCH', `/api/data/v9.2/opportunities(${row?.opportunityid})`, { estimatedvalue: amount });
}

async function connect(origin: string, tokenPath: string): Promise<Call> {
  const pool = new Pool(origin, { connections: CONCURRENCY });
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'seller',
    client_secret: 'seller',
  });
  const answer = await pool.request({
    method: 'POST',
    path: tokenPath,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  const { access_token: token } = (await answer.body.json()) as { access_token: string };
  return async (method, path, body) => {
    const { statusCode, body: stream } = await pool.request({
      method,
      path,
      headers: {
        authorization: `Bearer ${token}`,
        'client-request-id': crypto.randomUUID(),
        ...(body ? { 'content-type': 'application/json', 'if-match': '*' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await stream.text();
    if (statusCode >= 300) throw new Error(`${method} ${path}: ${statusCode} ${text}`);
    return text === '' ? null : (JSON.parse(text) as unknown);
  };
}
