import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPartnerCenter, type PartnerCenter } from '../../../../scripts/sandbox/partner-center/index.ts';
import { startTestServer, type TestServer } from '../../../../shared/connector/testkit/database.ts';
import { derOf, issue, pemOf } from '../../../../shared/partner-center/webhooks/testkit/issue.ts';
import type { SignOptions } from '../../../../shared/partner-center/webhooks/testkit/sign.ts';
import { makeCertificates, serveCertificates, type CertificateServer, type Certificates } from './certificates.ts';
import { startReceiver, type TestReceiver } from './receiver.ts';
import { event, send, signed, withHeaders, type Sent } from './requests.ts';

let database: TestServer;
let certificates: Certificates;
let server: CertificateServer;
let receiver: TestReceiver;

beforeAll(async () => {
  [database, certificates] = await Promise.all([startTestServer(), makeCertificates()]);
  server = await serveCertificates(certificates.files);
  const trust = { origin: server.origin, root: pemOf(certificates.root) };
  receiver = await startReceiver(await database.createDatabase(), trust);
}, 60_000);

afterAll(async () => {
  await receiver.close();
  await server.close();
  await database.stop();
});

beforeEach(() => {
  receiver.fresh();
  server.asked.length = 0;
});

const right = (file = 'good.cer'): SignOptions => ({
  privateKey: certificates.signer.privateKey,
  certificateUrl: `${server.origin}/cert/${file}`,
});

/** Sends it, and says what was stored by it. */
async function taken(sent: Sent): Promise<{ status: number; events: number; jobs: readonly string[] }> {
  const before = await receiver.stored();
  const { status } = await send(receiver.port, sent);
  const after = await receiver.stored();
  return { status, events: after.events - before.events, jobs: after.jobs.slice(before.jobs.length) };
}

const idIn = ({ ResourceUri }: { ResourceUri: string }): string => ResourceUri.split('/').at(-1) ?? '';

describe('a right event is stored, and then answered 200:', () => {
  it.each<[string, Partial<SignOptions>, (sent: Sent) => Sent]>([
    ['signed in Authorization', {}, (sent) => sent],
    ['signed in x-ms-signature', { inOwnHeader: true }, (sent) => sent],
    ['signed alike in both', {}, (sent) => withHeaders(sent, { 'x-ms-signature': String(sent.headers.authorization) })],
    ['with SHA-384', { hash: 'sha384' }, (sent) => sent],
    ['with SHA-512', { hash: 'sha512' }, (sent) => sent],
    ['with the algorithm in capitals', {}, (sent) => withHeaders(sent, { 'x-ms-signature-algorithm': 'RSA-SHA256' })],
    ['with a character set', {}, (sent) => withHeaders(sent, { 'content-type': 'application/json; charset=utf-8' })],
    ['with a root that comes along', { certificateUrl: 'good-with-root.cer' }, (sent) => sent],
    ['with a common name only', { certificateUrl: 'good-common-name-only.cer' }, (sent) => sent],
  ])('%s', async (_what, options, change) => {
    const content = event();
    const { certificateUrl, ...others } = options;
    const sent = change(await signed(content, { ...right(certificateUrl), ...others }));
    expect(await taken(sent)).toEqual({ status: 200, events: 1, jobs: [idIn(content)] });
    expect(receiver.log).toEqual([]);
  });

  it.each(['referral-created', 'referral-updated', 'related-referral-created', 'related-referral-updated'])(
    '%s',
    async (EventName) => {
      const content = event({ EventName });
      expect(await taken(await signed(content, right()))).toEqual({ status: 200, events: 1, jobs: [idIn(content)] });
    },
  );

  it('with the names of the swagger, and an id in capitals', async () => {
    const id = crypto.randomUUID().toUpperCase();
    const content = {
      eventName: 'referral-created',
      resourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${id}?x=1`,
      resourceName: 'referral',
      resourceChangeUtcDate: new Date().toISOString().replace('Z', ''),
    };
    expect(await taken(await signed(content, right()))).toMatchObject({ status: 200, jobs: [id.toLowerCase()] });
  });

  it('with a DER certificate whose issuer has to be fetched', async () => {
    const { root, signer } = certificates;
    const from = Date.now() - 1_000;
    const until = Date.now() + 86_400_000;
    const issuing = await issue({
      subject: 'CN=Fetched CA, O=Microsoft Corporation',
      issuer: root,
      authority: {},
      from,
      until,
    });
    const leaf = await issue({
      subject: signer.certificate.subject,
      issuer: issuing,
      keys: signer.keys,
      hosts: ['pcnotifications-dispatch.microsoft.com'],
      issuerUrl: `${server.origin}/issuers/fetched.crt`,
      from,
      until,
    });
    Object.assign(certificates.files, { 'fetched.crt': derOf(issuing), 'lonely.cer': derOf(leaf) });
    expect(await taken(await signed(event(), right('lonely.cer')))).toMatchObject({ status: 200, events: 1 });
    expect(server.asked).toEqual(['/cert/lonely.cer', '/issuers/fetched.crt']);
  });
});

describe('an event that is nothing to us is answered 200 and not stored:', () => {
  it.each([
    ['the validation event', { EventName: 'test-created', ResourceName: 'test', ResourceUri: 'http://x.example/a' }],
    ['an event of another product', { EventName: 'invoice-ready', ResourceUri: 'https://x.example/invoices/1' }],
  ])('%s', async (_what, changes) => {
    expect(await taken(await signed(event(changes), right()))).toEqual({ status: 200, events: 0, jobs: [] });
    expect(receiver.log).toEqual([]);
  });
});

describe('what comes again', () => {
  it('is answered 200 and changes nothing, also signed anew', async () => {
    const content = event();
    await taken(await signed(content, right()));
    for (const hash of ['sha256', 'sha512'] as const) {
      expect(await taken(await signed(content, { ...right(), hash }))).toEqual({ status: 200, events: 0, jobs: [] });
    }
    const counted = (await receiver.counted()).join('\n');
    expect(counted).toContain('outcome="duplicate"} 2');
    expect(counted).toContain('outcome="taken"} 1');
  });

  it('at the same time is stored once', async () => {
    const sent = await signed(event(), right());
    const before = await receiver.stored();
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(receiver.port, sent)));
    const after = await receiver.stored();
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect([after.events - before.events, after.jobs.length - before.jobs.length]).toEqual([1, 1]);
  });

  it('about the same referral waits as one job', async () => {
    const { ResourceUri } = event();
    const before = await receiver.stored();
    for (const EventName of ['referral-created', 'referral-updated', 'referral-updated']) {
      const ResourceChangeUtcDate = new Date().toISOString();
      await send(receiver.port, await signed(event({ EventName, ResourceUri, ResourceChangeUtcDate }), right()));
    }
    const after = await receiver.stored();
    expect([after.events - before.events, after.jobs.length - before.jobs.length]).toEqual([3, 1]);
  });
});

describe('the certificate', () => {
  it('is downloaded once for many events', async () => {
    const events = await Promise.all(Array.from({ length: 30 }, () => signed(event(), right())));
    await Promise.all(events.map((sent) => send(receiver.port, sent)));
    expect(server.asked).toEqual(['/cert/good.cer']);
  });

  it('of made-up addresses is asked for a few times a minute, while the right one goes on working', async () => {
    await send(receiver.port, await signed(event(), right()));
    const sent = await signed(event(), right());
    const statuses: number[] = [];
    for (let index = 0; index < 60; index += 1) {
      const url = `${server.origin}/cert/made-up-${index}.cer`;
      statuses.push((await send(receiver.port, withHeaders(sent, { 'x-ms-certificate-url': url }))).status);
    }
    expect(new Set(statuses)).toEqual(new Set([401, 503]));
    expect(server.asked.length).toBeLessThanOrEqual(21);
    expect((await send(receiver.port, sent)).status).toBe(200);
  });
});

describe('an event signed with the plain openssl command', () => {
  let partnerCenter: PartnerCenter;
  let url: string;
  let folder: string;
  let sandboxReceiver: TestReceiver;

  /** docs/developers.md: all that a tester needs. */
  const KEYS = path.resolve('.cosell/sandbox/webhooks');

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cosell-openssl-'));
    partnerCenter = createPartnerCenter();
    ({ url } = await partnerCenter.listen(0));
    const root = await readFile(path.join(KEYS, 'root-ca.crt'), 'utf8');
    sandboxReceiver = await startReceiver(await database.createDatabase(), { origin: url, root });
  });

  afterAll(async () => {
    await sandboxReceiver.close();
    await partnerCenter.close();
    await rm(folder, { recursive: true, force: true });
  });

  const openssl = (...words: string[]): Buffer => {
    const { status, stdout, stderr } = spawnSync('openssl', words);
    if (status !== 0) throw new Error(stderr.toString());
    return stdout;
  };

  async function signedByOpenssl(key: string, certificateUrl: string): Promise<Sent> {
    const file = path.join(folder, 'event.json');
    const content = JSON.stringify(event());
    await writeFile(file, content);
    const signature = openssl('dgst', '-sha256', '-sign', key, file).toString('base64');
    return {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Signature ${signature}`,
        'x-ms-certificate-url': certificateUrl,
        'x-ms-signature-algorithm': 'rsa-sha256',
      },
      body: Buffer.from(content),
    };
  }

  it('is accepted', async () => {
    const key = path.join(KEYS, 'pcnotifications-dispatch.microsoft.com.key');
    const sent = await signedByOpenssl(key, `${url}/cert/pcnotifications-dispatch.microsoft.com.cer`);
    expect((await send(sandboxReceiver.port, sent)).status).toBe(200);
    expect((await sandboxReceiver.stored()).events).toBe(1);
  });

  it('is accepted with a certificate that openssl issued by the sandbox’s authority', async () => {
    const key = path.join(folder, 'other.key');
    const request = path.join(folder, 'other.csr');
    const certificate = path.join(folder, 'other.crt');
    const extensions = path.join(folder, 'other.cnf');
    await writeFile(
      extensions,
      'subjectAltName=DNS:pcnotifications-dispatch.microsoft.com\nkeyUsage=digitalSignature\n',
    );
    const subject = '/C=US/O=Microsoft Corporation/CN=pcnotifications-dispatch.microsoft.com';
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', request, '-subj', subject);
    const by = ['-CA', path.join(KEYS, 'issuing-ca.crt'), '-CAkey', path.join(KEYS, 'issuing-ca.key')];
    openssl('x509', '-req', '-in', request, ...by, '-days', '1', '-extfile', extensions, '-out', certificate);
    const name = `other-${process.pid}.cer`;
    const issuing = await readFile(path.join(KEYS, 'issuing-ca.crt'), 'utf8');
    await writeFile(path.join(KEYS, name), (await readFile(certificate, 'utf8')) + issuing);
    try {
      const sent = await signedByOpenssl(key, `${url}/cert/${name}`);
      expect((await send(sandboxReceiver.port, sent)).status).toBe(200);
    } finally {
      await rm(path.join(KEYS, name));
    }
  });
});
