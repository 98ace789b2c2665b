import { SECTION_FIELDS } from '../../../../shared/core/mapping/section-fields.ts';
import { createDynamicsCrm } from '../../../../shared/crm/dynamics/index.ts';
import { ANSWER_TYPE, batchAnswer, type ScriptedPart } from '../../../../shared/crm/dynamics/testkit/batch-answer.ts';
import { silent } from '../../../../shared/crm/dynamics/testkit/fake-service.ts';
import type { CrmPort } from '../../../../shared/crm/port.ts';
import {
  type Reply,
  type ScriptedServer,
  type Seen,
  startScriptedServer,
} from '../../partner-center/support/scripted-server.ts';

export interface ScriptedDataverse {
  readonly port: CrmPort;
  /** Requests by what they were for. */
  signIns(): readonly Seen[];
  calls(): readonly Seen[];
  close(): Promise<void>;
}

interface Script {
  /** Answer to the n-th Web API request. */
  readonly call: (request: Seen, index: number) => Reply;
  /** Answer to the n-th sign-in; by default `token-1`, `token-2` … */
  readonly signIn?: (index: number) => Reply;
  readonly timeoutMs?: number;
}

const isSignIn = ({ url }: Seen): boolean => url.includes('/oauth2/v2.0/token');

/** The adapter against a server that misbehaves as told: sign-in and Web API on one port. */
export async function startScriptedDataverse({
  call,
  signIn = token,
  timeoutMs = 5000,
}: Script): Promise<ScriptedDataverse> {
  const server: ScriptedServer = await startScriptedServer((request) => {
    const alike = server.seen.filter((seen) => isSignIn(seen) === isSignIn(request));
    return isSignIn(request) ? signIn(alike.length - 1) : call(request, alike.length - 1);
  });
  const port = createDynamicsCrm(
    {
      serverUrl: server.url,
      authority: `${server.url}/sandbox`,
      clientId: 'sandbox',
      clientSecret: 'top-secret',
      apiVersion: '9.2',
    },
    { paths: ['name'], fields: SECTION_FIELDS.dynamics, timeoutMs, log: silent },
  );
  return {
    port,
    signIns: () => server.seen.filter(isSignIn),
    calls: () => server.seen.filter((seen) => !isSignIn(seen)),
    close: () => server.close(),
  };
}

export function token(index: number): Reply {
  return { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: `token-${index + 1}` } };
}

export function batch(...parts: readonly ScriptedPart[]): Reply {
  return { status: 200, headers: { 'content-type': ANSWER_TYPE }, body: batchAnswer(parts) };
}

/** As many equal answers as the request has operations. */
export function toAll(request: Seen, part: ScriptedPart): Reply {
  return batch(...Array.from({ length: request.body.split('Content-Type: application/http').length - 1 }, () => part));
}
