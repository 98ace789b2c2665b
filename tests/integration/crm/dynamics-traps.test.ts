import { CosellError } from '../../../shared/core/errors/index.ts';
import { guid } from '../../../shared/crm/dynamics/testkit/fake-service.ts';
import type { OpportunityWrite } from '../../../shared/crm/port.ts';
import type { Reply } from '../partner-center/support/scripted-server.ts';
import { batch, type ScriptedDataverse, startScriptedDataverse, toAll, token } from './support/scripted-dataverse.ts';

let open: ScriptedDataverse[] = [];
const start = async (script: Parameters<typeof startScriptedDataverse>[0]): Promise<ScriptedDataverse> => {
  const dataverse = await startScriptedDataverse(script);
  open.push(dataverse);
  return dataverse;
};
afterEach(async () => {
  await Promise.all(open.map((dataverse) => dataverse.close()));
  open = [];
});

const write = (n: number): OpportunityWrite => ({ opportunityId: guid(n), values: { cosell_audit: 'x' }, answers: [] });
const written: Reply = batch({ status: 204 });
const oneWrite = ({ port }: ScriptedDataverse) => port.write([write(1)]);
const failureOf = async (action: Promise<unknown>): Promise<CosellError> =>
  action.then(
    () => Promise.reject(new Error('Expected a failure.')),
    (thrown: unknown) => (thrown instanceof CosellError ? thrown : Promise.reject(thrown as Error)),
  );

describe('what Dataverse and the network can do to a call', () => {
  it('takes an operation that failed without a body for a failure, not for a success', async () => {
    const parts = [{ status: 204 }, { status: 412 }, { status: 429, body: '<p>slow</p>' }, { status: 204 }];
    const dataverse = await start({ call: () => batch(...parts) });
    const outcomes = await dataverse.port.write([1, 2, 3, 4].map(write));
    expect(outcomes.map(({ error }) => error?.code ?? null)).toEqual([null, 'crm-conflict', 'crm-throttled', null]);
  });

  it('lets one bad record out of 200 fail alone, in one call', async () => {
    const error = { error: { code: '0x80044331', message: "The length of 'cosell_audit' is too long." } };
    const parts = Array.from({ length: 200 }, (_, n) => (n === 99 ? { status: 400, body: error } : { status: 204 }));
    const dataverse = await start({ call: () => batch(...parts) });
    const outcomes = await dataverse.port.write(Array.from({ length: 200 }, (_, n) => write(n)));
    expect(outcomes.filter(({ error }) => error !== null)).toEqual([outcomes[99]]);
    expect(outcomes[99]?.error).toMatchObject({ code: 'crm-rejected', field: 'cosell_audit' });
    expect(dataverse.calls()).toHaveLength(1);
    expect(dataverse.calls()[0]?.headers).toMatchObject({ prefer: 'odata.continue-on-error' });
  });

  it.each<[string, Reply]>([
    ['drops the connection after it acted', 'drop'],
    ['cuts the connection in the middle of the answer', 'cut'],
    ['answers 500', { status: 500, body: 'oops' }],
    ['answers 503', { status: 503 }],
    ['answers 429 with a short wait', { status: 429, headers: { 'retry-after': '0' } }],
    ['sends a login page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<html></html>' }],
    ['sends a part that is no JSON', batch({ status: 200, body: '{"value":[{"error"' })],
    ['answers fewer operations than asked', { ...(written as object), body: '--batchresponse_3f1a--' } as Reply],
  ])('tries again when the service %s', async (_what, bad) => {
    const dataverse = await start({ call: (_request, index) => (index === 0 ? bad : written) });
    expect(await oneWrite(dataverse)).toEqual([{ opportunityId: guid(1), error: null }]);
    expect(dataverse.calls()).toHaveLength(2);
  });

  it('gives up after three tries and says that the service may have acted', async () => {
    const dataverse = await start({ call: () => 'drop' });
    expect(await failureOf(oneWrite(dataverse))).toMatchObject({ code: 'crm-unavailable', mayHaveActed: true });
    expect(dataverse.calls()).toHaveLength(3);
  });

  it('does not wait long for a service that asks for patience', async () => {
    const dataverse = await start({
      call: () => ({ status: 429, headers: { 'retry-after': '30' }, body: { error: { code: '0x80072322' } } }),
    });
    expect(await failureOf(oneWrite(dataverse))).toMatchObject({ code: 'crm-throttled', retryAfterSeconds: 30 });
    expect(dataverse.calls()).toHaveLength(1);
  });

  it('ends a call in time when the service does not answer, and does not repeat it', async () => {
    const dataverse = await start({ call: () => 'hang', timeoutMs: 300 });
    expect(await failureOf(oneWrite(dataverse))).toMatchObject({ code: 'crm-unavailable', mayHaveActed: true });
    expect(dataverse.calls()).toHaveLength(1);
  });

  it('ends a call whose answer has no end', async () => {
    const dataverse = await start({ call: () => 'flood', timeoutMs: 300 });
    expect(await failureOf(oneWrite(dataverse))).toMatchObject({ code: 'crm-unavailable', mayHaveActed: true });
  });

  it('does not repeat what the service refuses', async () => {
    const forbidden = { error: { code: '0x80040220', message: 'is missing prvReadOpportunity privilege' } };
    const dataverse = await start({ call: () => ({ status: 403, body: forbidden }) });
    const error = await failureOf(oneWrite(dataverse));
    expect(error.code).toBe('crm-forbidden');
    expect(error.cure).toContain('prvReadOpportunity');
    expect(dataverse.calls()).toHaveLength(1);
  });

  it.each([400, 404, 405])(
    'blames no opportunity when the call as a whole is answered %i, and tries later',
    async (status) => {
      const dataverse = await start({ call: () => ({ status }) });
      for (const call of [() => oneWrite(dataverse), () => dataverse.port.readOpportunities([guid(1)])]) {
        const error = await failureOf(call());
        expect(error).toMatchObject({ code: 'internal', retryable: true, httpStatus: status });
        expect(error.cure).toContain('serverUrl');
      }
    },
  );

  it('reads nothing out of a failed part of a read', async () => {
    const dataverse = await start({ call: (request) => toAll(request, { status: 404 }) });
    expect((await failureOf(dataverse.port.readOpportunities([guid(1)]))).code).toBe('opportunity-not-found');
  });
});

describe('signing in', () => {
  const refuse = (...tokens: string[]) => ({
    call: ({ headers }: { headers: Readonly<Record<string, string | undefined>> }): Reply =>
      tokens.includes(headers.authorization?.replace('Bearer ', '') ?? '') ? { status: 401 } : written,
  });

  it('shares one sign-in among calls at the same time and keeps the token', async () => {
    const dataverse = await start(refuse());
    await Promise.all(Array.from({ length: 8 }, () => oneWrite(dataverse)));
    await oneWrite(dataverse);
    expect(dataverse.signIns()).toHaveLength(1);
  });

  it('takes one new token for all calls whose token was refused', async () => {
    const dataverse = await start(refuse('token-1'));
    await Promise.all(Array.from({ length: 8 }, () => oneWrite(dataverse)));
    expect(dataverse.signIns()).toHaveLength(2);
    const last = await oneWrite(dataverse);
    expect(last[0]?.error).toBeNull();
    expect(dataverse.signIns()).toHaveLength(2);
  });

  it('does not try for ever when new tokens are refused too', async () => {
    const dataverse = await start(refuse('token-1', 'token-2'));
    expect((await failureOf(oneWrite(dataverse))).code).toBe('crm-sign-in');
    expect(dataverse.calls()).toHaveLength(2);
  });

  it('says that the credentials are wrong, without showing them', async () => {
    const body = {
      error: 'invalid_client',
      error_description: 'AADSTS7000215: top-secret is invalid',
      error_codes: [7000215],
    };
    const dataverse = await start({ call: () => written, signIn: () => ({ status: 401, body }) });
    const error = await failureOf(oneWrite(dataverse));
    expect(error).toMatchObject({ code: 'crm-sign-in', whoActs: 'admin' });
    expect(`${error.message} ${error.cure}`).not.toContain('top-secret');
    expect(dataverse.calls()).toEqual([]);
  });

  it.each<[string, Reply]>([
    ['is down', { status: 503, headers: { 'retry-after': '60' } }],
    ['drops the connection', 'drop'],
    ['sends no JSON', { status: 200, body: '<html>' }],
  ])('signs in at the next try when the authority %s', async (_what, bad) => {
    const dataverse = await start({ call: () => written, signIn: (index) => (index === 0 ? bad : token(index)) });
    expect(await oneWrite(dataverse)).toEqual([{ opportunityId: guid(1), error: null }]);
  });
});

describe('checking', () => {
  it('survives an answer that is cut, which the library waits for without end', async () => {
    const dataverse = await start({ call: () => 'cut', timeoutMs: 300 });
    expect(await dataverse.port.check()).toEqual([expect.objectContaining({ level: 'error', subject: 'Connection' })]);
  });

  it('signs in again when the token was refused', async () => {
    const dataverse = await start({
      call: ({ headers, url }) => {
        if (headers.authorization === 'Bearer token-1')
          return { status: 401, body: { error: { code: '', message: '' } } };
        return url.endsWith('/WhoAmI()') ? { status: 200, body: { UserId: guid(1) } } : { status: 403 };
      },
    });
    const findings = await dataverse.port.check();
    expect(dataverse.signIns()).toHaveLength(2);
    expect(findings).toEqual([expect.objectContaining({ level: 'error', subject: 'Connection' })]);
  });
});
