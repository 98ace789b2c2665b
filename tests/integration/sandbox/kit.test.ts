import { once } from 'node:events';
import { connect } from 'node:net';
import { type StandIn, createStandIn, sendPage, html, isSameOrigin } from '../../../scripts/sandbox/kit/index.ts';
import { anyText, textLike } from './matchers.ts';

let standIn: StandIn;
let url: string;
let resets: number;

beforeEach(async () => {
  resets = 0;
  standIn = createStandIn({ name: 'Test', reset: () => void (resets += 1) });
  standIn.app.post('/echo', (request) => ({
    raw: Buffer.isBuffer(request.body),
    body: Buffer.isBuffer(request.body) ? request.body.toString() : (request.body ?? null),
  }));
  standIn.app.get('/page', (_request, reply) =>
    sendPage(reply, 200, { title: 'A <title>', system: 'Test', body: html`<p>text</p>` }),
  );
  standIn.app.get('/same', (request) => isSameOrigin(request));
  ({ url } = await standIn.listen(0));
});
afterEach(() => standIn.close());

const call = async (path: string, init?: RequestInit) => {
  const response = await fetch(url + path, init);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as unknown) : null,
  };
};
const post = (path: string, body: string, type: string) =>
  call(path, { method: 'POST', headers: { 'content-type': type }, body });
const fault = (body: object) => post('/_sandbox/faults', JSON.stringify(body), 'application/json');
const log = async () => (await call('/_sandbox/requests')).body as Record<string, unknown>[];

describe('a stand-in', () => {
  it.each([
    ['application/json', '{"a":1}', { raw: false, body: { a: 1 } }],
    ['application/json; charset=utf-8', '', { raw: false, body: null }],
    ['application/x-www-form-urlencoded', 'a=1&a=2', { raw: false, body: { a: ['1', '2'] } }],
    ['multipart/mixed; boundary=x', '--x--', { raw: true, body: '--x--' }],
    ['text/xml', '<a/>', { raw: true, body: '<a/>' }],
  ])('reads %s', async (type, body, expected) => {
    expect((await post('/echo', body, type)).body).toEqual(expected);
  });

  it('logs who asked for what and what the answer was, except its own controls', async () => {
    await call('/page?x=1', { headers: { authorization: `Bearer ${standIn.tokens.issue('seller')}` } });
    await call('/nowhere');
    expect(await log()).toEqual([
      { time: textLike(/^\d{4}-.*Z$/), method: 'GET', path: '/page?x=1', status: 200, clientId: 'seller' },
      { time: anyText, method: 'GET', path: '/nowhere', status: 404, clientId: null },
    ]);
    expect((await call('/_sandbox/requests', { method: 'DELETE' })).status).toBe(204);
    expect(await log()).toEqual([]);
  });

  it('answers instead of the service, also where there is no route, and only as often as asked', async () => {
    await fault({
      match: { path: '/nowhere' },
      times: 2,
      respond: { status: 503, headers: { 'retry-after': '3' }, body: 'busy' },
    });
    const hit = await call('/nowhere');
    expect([hit.status, hit.headers.get('retry-after'), hit.text]).toEqual([503, '3', 'busy']);
    expect([(await call('/nowhere')).status, (await call('/nowhere')).status]).toEqual([503, 404]);
    expect((await log()).map((entry) => entry.fault)).toEqual(['respond', 'respond', undefined]);
  });

  it('forgets faults', async () => {
    await fault({ respond: { status: 503 } });
    expect((await call('/_sandbox/faults', { method: 'DELETE' })).status).toBe(204);
    expect((await call('/page')).status).toBe(200);
  });

  it('says what is wrong with a fault', async () => {
    const { status, text } = await fault({ respond: { status: 1000 }, matches: {} });
    expect(status).toBe(400);
    expect(text).toContain('sandbox-bad-request');
    expect(text).toContain('respond.status');
  });

  it('resets', async () => {
    expect((await call('/_sandbox/reset', { method: 'POST' })).status).toBe(204);
    expect(resets).toBe(1);
  });

  it('serves pages with escaped titles and one stylesheet', async () => {
    const { headers, text } = await call('/page');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toContain('<h1>A &lt;title&gt;</h1>');
    expect((await call('/_sandbox/style.css')).status).toBe(200);
  });

  it.each([
    [() => ({ origin: url }), 'true'],
    [() => ({ referer: `${url}/page` }), 'true'],
    [() => ({ origin: 'null' }), 'false'],
    [() => ({ origin: 'http://localhost:1', referer: `${url}/page` }), 'false'],
    [() => ({}), 'false'],
  ])('knows its own pages (%#)', async (headers, expected) => {
    expect((await call('/same', { headers: headers() })).text).toBe(expected);
  });

  it('ends at once although a client keeps its connection open', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET /page HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'data');
    const closed = once(socket, 'close');
    await standIn.close();
    await expect(closed).resolves.toBeDefined();
  });
});
