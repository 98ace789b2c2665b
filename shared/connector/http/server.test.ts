import type { FastifyInstance } from 'fastify';
import { CosellError } from '../../core/index.ts';
import type { ChangeHint } from '../../crm/port.ts';
import { createMetrics } from '../operations/metrics.ts';
import { SILENT } from '../testkit/world.ts';
import type { Health } from './health.ts';
import { createHttp } from './server.ts';

const HINT: ChangeHint = { object: 'opportunity', id: 'o1', opportunityId: 'o1', changedAt: '2026-11-20T10:00:00Z' };
const DATABASE = { name: 'database', ok: true, code: null, message: null };
const READY: Health = { ready: true, checks: [DATABASE], systems: [] };

interface Scene {
  readonly health?: Health;
  readonly intake?: () => Promise<void>;
}

const apps: FastifyInstance[] = [];

function open({ health = READY, intake = () => Promise.resolve() }: Scene = {}) {
  const taken: { readonly crm: string; readonly hints: readonly ChangeHint[] }[] = [];
  const hints = (body: unknown): readonly ChangeHint[] => {
    if (typeof body === 'object' && body && 'good' in body) return [HINT];
    throw new CosellError('value-invalid', { message: 'It is no execution context.', cure: 'Send one.' });
  };
  const app = createHttp({
    page: { version: '1.2.3', links: [{ label: 'Hand<book>', url: 'https://example.com/?a=1&b=2' }] },
    health: () => Promise.resolve(health),
    metrics: createMetrics(
      () => Promise.resolve([{ queue: 'sync-x', state: 'waiting', jobs: 7 }]),
      () =>
        Promise.resolve([
          { name: 'emea', ok: false },
          { name: 'apac', ok: true },
        ]),
    ),
    webhooks: [
      { crmName: 'emea', key: 'key of emea', hints },
      { crmName: 'apac', key: 'key of apac', hints },
    ],
    intake: async (crm, given) => {
      await intake();
      taken.push({ crm, hints: given });
    },
    receive: () => Promise.reject(new Error('This test sends nothing of Partner Center.')),
    log: SILENT,
  });
  apps.push(app);
  return { app, taken };
}

afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
});

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Over a socket, as everybody else does. */
async function ask(app: FastifyInstance, path: string, init: RequestInit = {}): Promise<Answer> {
  const base = app.server.listening
    ? `http://127.0.0.1:${portOf(app)}`
    : await app.listen({ host: '127.0.0.1', port: 0 });
  const answer = await fetch(`${base}${path}`, init);
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

const post = (app: FastifyInstance, headers: Record<string, string>, body: string): Promise<Answer> =>
  ask(app, '/webhooks/dynamics', { method: 'POST', headers, body });

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

describe('POST /webhooks/dynamics', () => {
  it('takes in a change of the environment whose key it is', async () => {
    const { app, taken } = open();
    const answer = await post(app, { ...JSON_TYPE, 'x-cosell-webhook-key': 'key of apac' }, '{"good":true}');
    expect(answer.status).toBe(200);
    expect(taken).toEqual([{ crm: 'apac', hints: [HINT] }]);
  });

  it.each([
    ['no key', {}],
    ['an empty key', { 'x-cosell-webhook-key': '' }],
    ['a wrong key', { 'x-cosell-webhook-key': 'key of apa' }],
  ])('answers 401 to %s, and looks at nothing', async (_what, headers) => {
    const { app, taken } = open();
    const answer = await post(app, { ...JSON_TYPE, ...headers }, 'not even JSON');
    expect(answer.status).toBe(401);
    expect(taken).toEqual([]);
  });

  it.each([
    ['another body', 400, JSON_TYPE, '{"bad":true}'],
    ['a body that is no JSON', 400, JSON_TYPE, '{'],
    ['an empty body', 400, JSON_TYPE, ''],
    ['another type', 415, { 'content-type': 'text/csv' }, 'a;b'],
    ['a body too large', 413, JSON_TYPE, JSON.stringify({ good: 'x'.repeat(600_000) })],
  ])('answers %s with %i', async (_what, status, headers, body) => {
    const { app, taken } = open();
    const answer = await post(app, { ...headers, 'x-cosell-webhook-key': 'key of emea' }, body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ error: 'value-invalid' });
    expect(taken).toEqual([]);
  });

  it('answers 503 when the change cannot be stored, so that it is sent again', async () => {
    const { app } = open({ intake: () => Promise.reject(new Error('the disk is full')) });
    const answer = await post(app, { ...JSON_TYPE, 'x-cosell-webhook-key': 'key of emea' }, '{"good":true}');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).not.toBeNull();
    expect(answer.body).not.toContain('disk');
  });

  it('takes nothing in by GET', async () => {
    const { app } = open();
    expect((await ask(app, '/webhooks/dynamics')).status).toBe(404);
  });
});

describe('what else it answers', () => {
  it('says on its page what it is, how it is and where to go, with everything escaped', async () => {
    const { app } = open();
    const answer = await ask(app, '/');
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.body).toContain('1.2.3');
    expect(answer.body).toContain('<a href="https://example.com/?a=1&amp;b=2">Hand&lt;book&gt;</a>');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is alive even when it is not ready', async () => {
    const checks = [{ ...DATABASE, ok: false, code: 'internal', message: 'The database is away.' }];
    const { app } = open({ health: { ready: false, checks, systems: [] } });
    expect((await ask(app, '/healthz')).status).toBe(200);
    const ready = await ask(app, '/readyz');
    expect(ready.status).toBe(503);
    expect(JSON.parse(ready.body)).toMatchObject({ status: 'not ready', checks });
    expect((await ask(app, '/')).body).toContain('The database is away.');
  });

  it('is ready although a system outside is away, and names it', async () => {
    const away = { name: 'partner-center', ok: false, code: 'partner-center-sign-in', message: 'Consent is missing.' };
    const { app } = open({ health: { ...READY, systems: [{ ...DATABASE, name: 'emea' }, away] } });
    const ready = await ask(app, '/readyz');
    expect(ready.status).toBe(200);
    expect(JSON.parse(ready.body)).toMatchObject({ status: 'degraded', degraded: [away] });
    expect((await ask(app, '/')).body).toContain('Consent is missing.');
    await app.close();
    const well = JSON.parse((await ask(open().app, '/readyz')).body) as object;
    expect(well).toMatchObject({ status: 'ready', degraded: [] });
  });

  it('counts', async () => {
    const { app } = open();
    const answer = await ask(app, '/metrics');
    expect(answer.body).toContain('cosell_queue_jobs{queue="sync-x",state="waiting"} 7');
    expect(answer.body).toContain('cosell_system_up{system="emea"} 0');
    expect(answer.body).toContain('cosell_system_up{system="apac"} 1');
  });
});
