import type { NewReferral, Referral } from '../../../../shared/core/model/index.ts';
import { createReferralsClient, type ReferralsClientOptions } from '../../../../shared/partner-center/index.ts';
import { CosellError } from '../../../../shared/core/errors/index.ts';
import { startScriptedServer, type Reply, type ScriptedServer, type Seen } from './scripted-server.ts';

export const ID = 'c5fbb3b6-be74-4795-9fb5-4324c73fed37';
export const E_TAG = '"00006d10-0000-0000-0000-5c70aa630000"';

export const referral = (over: Partial<Referral> = {}): Referral => ({
  id: ID,
  engagementId: '65edc0b5-3485-41b7-a17e-dfa9ef4706e2',
  status: 'Active',
  substatus: 'Accepted',
  type: 'Independent',
  eTag: E_TAG,
  ...over,
});

export const newReferral: NewReferral = {
  type: 'Independent',
  name: 'Fabrikam renewal',
  details: { dealValue: 10000 },
};

export interface Bench {
  readonly server: ScriptedServer;
  readonly client: ReturnType<typeof createReferralsClient>;
  /** Tokens that the client reported as refused. */
  readonly refused: string[];
}

/** A client with short waits against a scripted server; closed by `closeBenches`. */
export async function startBench(
  script: (request: Seen, index: number) => Reply | Promise<Reply>,
  options: Partial<ReferralsClientOptions> = {},
): Promise<Bench> {
  const server = await startScriptedServer(script);
  const refused: string[] = [];
  const client = createReferralsClient({
    baseUrl: server.url,
    accessToken: () => Promise.resolve(`token-${refused.length}`),
    onUnauthorized: (token) => {
      refused.push(token);
      return Promise.resolve();
    },
    retryDelayMs: 1,
    timeoutMs: 2_000,
    totalTimeoutMs: 5_000,
    ...options,
  });
  const bench = { server, client, refused };
  open.push(bench);
  return bench;
}

const open: Bench[] = [];

export async function closeBenches(): Promise<void> {
  for (const { server, client } of open.splice(0)) {
    // The server first: its connections end, and with them whatever the client still waits for.
    await server.close();
    await client.close();
  }
}

/** The CosellError that `work` must fail with. */
export async function failure(work: Promise<unknown>): Promise<CosellError> {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof CosellError) return thrown;
    throw thrown;
  }
  throw new Error('expected a failure, got none');
}
