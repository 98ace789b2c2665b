import { randomUUID } from 'node:crypto';
import { REFUSAL_STATUS, type RefusalReason } from '../../../../shared/partner-center/webhooks/refusal.ts';
import { pemOf } from '../../../../shared/partner-center/webhooks/testkit/issue.ts';
import type { SignOptions } from '../../../../shared/partner-center/webhooks/testkit/sign.ts';
import { startTestServer, type TestServer } from '../../../../shared/connector/testkit/database.ts';
import { until } from '../support/until.ts';
import { makeCertificates, serveCertificates, type CertificateServer, type Certificates } from './certificates.ts';
import { INSIDE_HOST, startReceiver, WINDOW_MS, type TestReceiver } from './receiver.ts';
import { event, send, sendRaw, signed, withHeaders, type RawOptions, type Sent } from './requests.ts';

let database: TestServer;
let certificates: Certificates;
let server: CertificateServer;
let receiver: TestReceiver;
let before: Awaited<ReturnType<TestReceiver['stored']>>;

beforeAll(async () => {
  [database, certificates] = await Promise.all([startTestServer(), makeCertificates()]);
  server = await serveCertificates(certificates.files);
  const { blocked, root } = certificates;
  receiver = await startReceiver(await database.createDatabase(), {
    origin: server.origin,
    root: pemOf(root),
    blocked,
    downloadMs: 1_500,
  });
}, 60_000);

afterAll(async () => {
  await receiver.close();
  await server.close();
  await database.stop();
});

beforeEach(async () => {
  receiver.fresh();
  before = await receiver.stored();
});

const at = (file: string): string => `${server.origin}/cert/${file}`;
const right = (): SignOptions => ({ privateKey: certificates.signer.privateKey, certificateUrl: at('good.cer') });
const good = (changes: object = {}): Promise<Sent> => signed(event(changes), right());
const body = (content: string | Buffer): Promise<Sent> => signed(Buffer.from(content), right());
const presenting = (file: string) => (): Promise<Sent> => signed(event(), { ...right(), certificateUrl: at(file) });
const fromUrl = (url: string) => (): Promise<Sent> => signed(event(), { ...right(), certificateUrl: url });
const header =
  (name: string, change: string | string[] | undefined | ((value: string) => string | undefined)) => async () => {
    const sent = await good();
    const value = typeof change === 'function' ? change(String(sent.headers[name])) : change;
    return withHeaders(sent, { [name]: value });
  };
const base64Of = (value: string): string => value.replace('Signature ', '');

/** What is wrong, the call, and the reason in the log; the status follows from the reason and is spelled out to be read. */
type Case = readonly [what: string, call: () => Promise<Sent>, status: number, reason: RefusalReason];

const HEADERS: readonly Case[] = [
  ['no signature at all', header('authorization', undefined), 401, 'signature-missing'],
  ['an empty signature header', header('authorization', ''), 401, 'signature-scheme'],
  [
    'the scheme Bearer',
    header('authorization', (value) => value.replace('Signature', 'Bearer')),
    401,
    'signature-scheme',
  ],
  ['the scheme Basic', header('authorization', 'Basic c2FuZGJveDpzYW5kYm94'), 401, 'signature-scheme'],
  ['no scheme', header('authorization', base64Of), 401, 'signature-scheme'],
  [
    'a scheme that only begins right',
    header('authorization', (value) => value.replace('Signature', 'Signatures')),
    401,
    'signature-scheme',
  ],
  ['the scheme alone', header('authorization', 'Signature'), 401, 'signature-malformed'],
  ['a signature that is no base64', header('authorization', 'Signature !!!!'), 401, 'signature-malformed'],
  [
    'a signature in URL-safe base64',
    header('authorization', `Signature ${'-_'.repeat(172)}`),
    401,
    'signature-malformed',
  ],
  [
    'a signature with something after it',
    header('authorization', (value) => `${value} more`),
    401,
    'signature-malformed',
  ],
  ['a signature of 8 bytes', header('authorization', 'Signature MTIzNDU2Nzg='), 401, 'signature-malformed'],
  ['a signature of 8 KB', header('authorization', `Signature ${'A'.repeat(8_192)}`), 401, 'signature-malformed'],
  ['a wrong scheme beside a right signature in its own header', beside('Bearer token'), 401, 'signature-scheme'],
  ['two signatures that differ', beside(`Signature ${'A'.repeat(344)}`), 401, 'signatures-differ'],
  [
    'two signatures in one header',
    header('x-ms-signature', ['Signature AAAA', 'Signature BBBB']),
    401,
    'signature-malformed',
  ],
  ['no certificate address', header('x-ms-certificate-url', undefined), 400, 'certificate-url-missing'],
  ['an empty certificate address', header('x-ms-certificate-url', ' '), 400, 'certificate-url-missing'],
  ['no algorithm', header('x-ms-signature-algorithm', undefined), 400, 'algorithm-missing'],
  ...[
    'rsa-sha1',
    'rsa-md5',
    'rsa',
    'sha256',
    'rsa-sha-256',
    'rsapss-sha256',
    'ecdsa-sha256',
    'hmac-sha256',
    'none',
  ].map((algorithm): Case => [
    `the algorithm ${algorithm}`,
    header('x-ms-signature-algorithm', algorithm),
    401,
    'algorithm-not-allowed',
  ]),
  ['no content type', header('content-type', undefined), 415, 'wrong-content-type'],
  ['a form', header('content-type', 'application/x-www-form-urlencoded'), 415, 'wrong-content-type'],
  ['text', header('content-type', 'text/plain'), 415, 'wrong-content-type'],
  ['JSON in UTF-16', header('content-type', 'application/json; charset=utf-16'), 415, 'wrong-content-type'],
  [
    'something that only begins with JSON',
    header('content-type', 'application/json-patch+json'),
    415,
    'wrong-content-type',
  ],
  ['a compressed body', header('content-encoding', 'gzip'), 415, 'encoded-body'],
  ...['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method): Case => [
    `the method ${method}`,
    async () => ({ ...(await good()), method }),
    405,
    'wrong-method',
  ]),
];

const ADDRESSES: readonly Case[] = [
  ...[
    'not a URL',
    'file:///etc/passwd',
    'data:application/x-x509-ca-cert;base64,AAAA',
    'http://3psostorageacct.blob.core.windows.net/cert/pcnotifications-dispatch.microsoft.com.cer',
    'https://attacker.blob.core.windows.net/cert/pcnotifications-dispatch.microsoft.com.cer',
    'https://3psostorageacct.blob.core.windows.net.attacker.example/a.cer',
    `https://user@${INSIDE_HOST}/a.cer`,
    `https://${INSIDE_HOST}:8443/a.cer`,
    `https://${INSIDE_HOST}/a.cer#b`,
    `https://${INSIDE_HOST}/${'a'.repeat(3_000)}`,
    `http://${INSIDE_HOST}/a.cer`,
    'https://127.0.0.1/a.cer',
    'https://[::1]/a.cer',
    'https://169.254.169.254/latest/meta-data',
    'https://2130706433/a.cer',
    'http://localhost:1/a.cer',
    'https://localhost/a.cer',
  ].map((url): Case => [`a certificate from ${url.slice(0, 90)}`, fromUrl(url), 401, 'certificate-url-not-allowed']),
  [
    'an allowed name that leads into the network',
    fromUrl(`https://${INSIDE_HOST}/a.cer`),
    401,
    'certificate-address-not-public',
  ],
  ['a certificate that is not there', presenting('none.cer'), 401, 'certificate-not-delivered'],
  ['a certificate that is elsewhere by a redirect', presenting('redirect.cer'), 401, 'certificate-not-delivered'],
  ['a certificate larger than any', presenting('huge.cer'), 401, 'certificate-too-large'],
  ['a certificate server that fails', presenting('fails.cer'), 503, 'certificate-unavailable'],
  ['a certificate server that never ends', presenting('hangs.cer'), 503, 'certificate-unavailable'],
  ['a certificate server that breaks off', presenting('breaks-off.cer'), 503, 'certificate-unavailable'],
];

const CERTIFICATES: readonly Case[] = [
  ['a file that is no certificate', presenting('no-certificate.cer'), 401, 'certificate-unreadable'],
  ['half a certificate', presenting('broken.cer'), 401, 'certificate-unreadable'],
  ['a broken certificate in PEM form', presenting('broken-pem.cer'), 401, 'certificate-unreadable'],
  ['an empty file', presenting('empty.cer'), 401, 'certificate-unreadable'],
  ['a self-signed certificate', presenting('self-signed.cer'), 401, 'certificate-not-trusted'],
  ['a foreign root', presenting('foreign-root.cer'), 401, 'certificate-not-trusted'],
  ['a foreign root that comes along', presenting('foreign-root-with-it.cer'), 401, 'certificate-not-trusted'],
  ['a certificate without its issuer', presenting('leaf-only.cer'), 401, 'certificate-not-trusted'],
  ['an issuer address inside the network', presenting('leaf-unknown-issuer-url.cer'), 401, 'certificate-not-trusted'],
  ['an expired certificate', presenting('expired.cer'), 401, 'certificate-out-of-date'],
  ['a certificate of tomorrow', presenting('not-yet-valid.cer'), 401, 'certificate-out-of-date'],
  ['an expired issuer', presenting('expired-issuer.cer'), 401, 'certificate-not-trusted'],
  ['the right issuer but a wrong subject', presenting('wrong-subject.cer'), 401, 'certificate-wrong-subject'],
  [
    'the right common name beside another alternative name',
    presenting('other-alternative-name.cer'),
    401,
    'certificate-wrong-subject',
  ],
  ['a wildcard', presenting('wildcard.cer'), 401, 'certificate-wrong-subject'],
  ['a name that only begins right', presenting('longer-name.cer'), 401, 'certificate-wrong-subject'],
  ['another issuer under the same root', presenting('wrong-issuer.cer'), 401, 'certificate-wrong-issuer'],
  [
    'an issuer that has Microsoft in its common name',
    presenting('spoofed-issuer.cer'),
    401,
    'certificate-wrong-issuer',
  ],
  ['an issuer that is no authority', presenting('not-an-authority.cer'), 401, 'certificate-not-trusted'],
  ['an authority below one that allows none', presenting('path-too-long.cer'), 401, 'certificate-not-trusted'],
  ['an issuer with a restriction nobody knows', presenting('restricted-issuer.cer'), 401, 'certificate-not-trusted'],
  ['an issuer for other names', presenting('name-constraints.cer'), 401, 'certificate-not-trusted'],
  ['an authority as the signer', presenting('authority-itself.cer'), 401, 'certificate-wrong-key'],
  ['a certificate that is not for signatures', presenting('may-not-sign.cer'), 401, 'certificate-wrong-key'],
  ['a certificate signed with SHA-1', presenting('sha1.cer'), 401, 'certificate-not-trusted'],
  ['a key of 1024 bits', withKey('small'), 401, 'certificate-wrong-key'],
  ['a key on an elliptic curve', presenting('curve.cer'), 401, 'certificate-wrong-key'],
  ['a certificate that an administrator has blocked', presenting('blocked.cer'), 401, 'certificate-blocked'],
  ['a right certificate of another key', presenting('other-key.cer'), 401, 'signature-wrong'],
];

const BODIES: readonly Case[] = [
  [
    'an altered body',
    async () => ({ ...(await good()), body: Buffer.from(JSON.stringify(event())) }),
    401,
    'signature-wrong',
  ],
  ['a body with one more space', altered((text) => `${text} `), 401, 'signature-wrong'],
  [
    'the same JSON written otherwise',
    altered((text) => JSON.stringify(JSON.parse(text), null, 1)),
    401,
    'signature-wrong',
  ],
  ['a signature of nothing', signatureOf(''), 401, 'signature-wrong'],
  ['another hash than the one that is named', header('x-ms-signature-algorithm', 'rsa-sha512'), 401, 'signature-wrong'],
  ['no body', () => body(''), 400, 'body-empty'],
  ['a body of 17 KB', () => good({ AuditUri: 'x'.repeat(17_000) }), 413, 'body-too-large'],
  ['a body of 5 MB', () => good({ AuditUri: 'x'.repeat(5_000_000) }), 413, 'body-too-large'],
  ['something that is no JSON', () => body('referral-updated'), 400, 'event-unreadable'],
  ['half of an event', () => body('{"EventName":"referral-updated"'), 400, 'event-unreadable'],
  ['bytes that are no UTF-8', () => body(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])), 400, 'event-unreadable'],
  ['a list of events', () => body(JSON.stringify([event()])), 400, 'event-unreadable'],
  ['null', () => body('null'), 400, 'event-unreadable'],
  ['no event name', () => good({ EventName: undefined }), 400, 'event-unreadable'],
  ['a name that is a number', () => good({ EventName: 7 }), 400, 'event-unreadable'],
  ['no resource', () => good({ ResourceUri: undefined }), 400, 'event-unreadable'],
  ['no time', () => good({ ResourceChangeUtcDate: undefined }), 400, 'event-unreadable'],
  ['a time in words', () => good({ ResourceChangeUtcDate: 'yesterday' }), 400, 'event-unreadable'],
  [
    'a month that does not exist',
    () => good({ ResourceChangeUtcDate: '2026-13-01T00:00:00Z' }),
    400,
    'event-unreadable',
  ],
  ['a resource that is no address', () => good({ ResourceUri: 'referrals' }), 400, 'event-without-referral'],
  [
    'a resource that is no referral',
    () => good({ ResourceUri: `https://x.example/engagements/v1/orders/${randomUUID()}` }),
    400,
    'event-without-referral',
  ],
  [
    'a referral id with other signs',
    () => good({ ResourceUri: 'https://x.example/v1/referrals/a%27%20or%201' }),
    400,
    'event-without-referral',
  ],
  [
    'an event older than the window',
    () => good({ ResourceChangeUtcDate: minutesAgo(WINDOW_MS / 60_000 + 1) }),
    400,
    'event-too-old',
  ],
  [
    'an event of years ago',
    () => good({ ResourceChangeUtcDate: '2018-02-17T00:05:39.5485487+00:00' }),
    400,
    'event-too-old',
  ],
  ['an event of tomorrow', () => good({ ResourceChangeUtcDate: minutesAgo(-24 * 60) }), 400, 'event-from-the-future'],
];

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

function beside(authorization: string) {
  return async (): Promise<Sent> =>
    withHeaders(await signed(event(), { ...right(), inOwnHeader: true }), { authorization });
}

function altered(change: (text: string) => string) {
  return async (): Promise<Sent> => {
    const sent = await good();
    return { ...sent, body: Buffer.from(change(sent.body.toString())) };
  };
}

function signatureOf(other: string) {
  return async (): Promise<Sent> => ({ ...(await body(other)), body: (await good()).body });
}

function withKey(name: string) {
  return (): Promise<Sent> => {
    const { privateKey } = certificates.keys[name] ?? certificates.signer;
    return signed(event(), { privateKey, certificateUrl: at(`${name}-key.cer`) });
  };
}

async function assertNoTrace(status: number, reason: RefusalReason): Promise<void> {
  const line = { route: '/webhooks/partner-center', status, reason };
  await until('the log line', () => receiver.log.length > 0);
  expect(receiver.log).toEqual([{ level: 'warn', context: line, message: 'Refused a webhook call' }]);
  expect(await receiver.counted()).toEqual([
    `cosell_webhooks_total{source="partner-center",status="${status}",outcome="${reason}"} 1`,
  ]);
  expect(await receiver.stored()).toEqual(before);
}

describe('a forged or broken event is refused, and leaves nothing but a log line and a count:', () => {
  const cases = [...HEADERS, ...ADDRESSES, ...CERTIFICATES, ...BODIES];

  it.each(cases)('%s', async (_what, call, status, reason) => {
    const answer = await send(receiver.port, await call());
    expect(receiver.log.map(({ context }) => context)).toEqual([{ route: '/webhooks/partner-center', status, reason }]);
    expect(answer.status).toBe(status);
    await assertNoTrace(status, reason);
  });

  it.each<[string, RawOptions, Buffer | null, number, RefusalReason]>([
    ['a body that is announced and does not come', { contentLength: 5_000 }, null, 408, 'body-too-slow'],
    ['a body in pieces that never ends', { chunked: true }, null, 408, 'body-too-slow'],
    ['a body in pieces that is too large', { chunked: true }, Buffer.alloc(200_000, 'x'), 413, 'body-too-large'],
    ['a body that is announced as giant', { contentLength: 10_000_000_000 }, null, 413, 'body-too-large'],
    ['a sender who hangs up', { contentLength: 5_000, hangUp: true }, null, 0, 'body-broken-off'],
  ])('%s', async (_what, options, content, status, reason) => {
    const sent = await good();
    expect(await sendRaw(receiver.port, content ? { ...sent, body: content } : sent, options)).toBe(status);
    await until('the log line', () => receiver.log.length > 0);
    await assertNoTrace(REFUSAL_STATUS[reason], reason);
  });

  it('there are more than sixty of them', () => {
    expect(cases.length).toBeGreaterThan(60);
  });

  it('every 401 looks the same', async () => {
    const calls = cases.filter(([, , status]) => status === 401).map(([, call]) => call);
    const answers = new Set<string>();
    for (const call of calls) {
      receiver.fresh();
      const { body: text, headers } = await send(receiver.port, await call());
      answers.add(JSON.stringify([text, Object.keys(headers).sort()]));
    }
    expect([...answers]).toHaveLength(1);
  });
});

describe('an event that cannot be stored', () => {
  it('is answered 503, and accepted when it comes again', async () => {
    const sent = await good();
    receiver.breakStorage(true);
    const refused = await send(receiver.port, sent);
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);
    await assertNoTrace(503, 'not-stored');
    receiver.breakStorage(false);
    expect((await send(receiver.port, sent)).status).toBe(200);
    expect((await receiver.stored()).events).toBe(before.events + 1);
  });
});
