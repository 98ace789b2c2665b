import { Refused, type RefusalReason } from './refusal.ts';
import { createSigningKeys, type SigningKeys } from './signing-keys.ts';
import { derOf, issue, pemOf, type Issued } from './testkit/issue.ts';
import { createTrustedRoots } from './trusted-roots.ts';

const HOST = 'pcnotifications-dispatch.microsoft.com';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const GOOD = new URL('https://certificates.example/good.cer');
const START = Date.UTC(2026, 10, 20);

let root: Issued;
let good: Buffer;
let lonely: Buffer;
let issuing: Issued;

beforeAll(async () => {
  const valid = { from: START - DAY, until: START + 10 * DAY };
  root = await issue({ subject: 'CN=Root', authority: {}, ...valid });
  issuing = await issue({ subject: 'CN=CA, O=Microsoft Corporation', issuer: root, authority: {}, ...valid });
  const leaf = { subject: `CN=${HOST}`, issuer: issuing, hosts: [HOST], keys: root.keys, ...valid };
  good = Buffer.from(pemOf(await issue({ ...leaf, until: START + 3 * DAY }), issuing));
  lonely = derOf(await issue({ ...leaf, issuerUrl: 'http://issuers.example/ca.crt' }));
});

interface Scene {
  readonly keys: SigningKeys;
  readonly asked: string[];
  at: number;
  /** What the host says; the good certificate unless a test says otherwise. */
  answer: (url: URL) => Promise<Buffer>;
}

function open(): Scene {
  const scene: Scene = {
    asked: [],
    at: START,
    answer: () => Promise.resolve(good),
    keys: (url) => keys(url),
  };
  const keys = createSigningKeys({
    download: (url) => {
      scene.asked.push(url.href);
      return scene.answer(url);
    },
    hosts: { signing: ['certificates.example'], issuing: ['issuers.example'], sandboxOrigin: null },
    roots: createTrustedRoots([pemOf(root)]),
    blocked: new Set(),
    now: () => scene.at,
  });
  return scene;
}

const failing = (reason: RefusalReason) => () => Promise.reject(new Refused(reason));

describe('a good certificate', () => {
  it('is downloaded once an hour', async () => {
    const scene = open();
    await scene.keys(GOOD);
    scene.at += HOUR - 1;
    await scene.keys(GOOD);
    expect(scene.asked).toHaveLength(1);
    scene.at += 1;
    await scene.keys(GOOD);
    expect(scene.asked).toHaveLength(2);
  });

  it('is downloaded once for all who wait for it', async () => {
    const scene = open();
    await Promise.all(Array.from({ length: 50 }, () => scene.keys(GOOD)));
    expect(scene.asked).toHaveLength(1);
  });

  it('does for a day while its host is away, and is asked for every few seconds', async () => {
    const scene = open();
    await scene.keys(GOOD);
    scene.answer = failing('certificate-unavailable');
    scene.at += 2 * HOUR;
    await scene.keys(GOOD);
    await scene.keys(GOOD);
    expect(scene.asked).toHaveLength(2);
    scene.at = START + DAY - 1;
    await scene.keys(GOOD);
    scene.at = START + DAY + MINUTE;
    await expect(scene.keys(GOOD)).rejects.toThrow('certificate-unavailable');
  });

  it('is gone at once when its host says something else', async () => {
    const scene = open();
    await scene.keys(GOOD);
    scene.at += HOUR;
    scene.answer = failing('certificate-not-delivered');
    await expect(scene.keys(GOOD)).rejects.toThrow('certificate-not-delivered');
    await expect(scene.keys(GOOD)).rejects.toThrow('certificate-not-delivered');
    expect(scene.asked).toHaveLength(2);
  });

  it('does not outlive its last day, whatever was kept', async () => {
    const scene = open();
    scene.at = START + 3 * DAY - MINUTE;
    await scene.keys(GOOD);
    scene.at += 2 * MINUTE;
    await expect(scene.keys(GOOD)).rejects.toThrow('certificate-out-of-date');
  });
});

describe('a certificate that comes alone', () => {
  it('is completed with its issuer’s, from where it says', async () => {
    const scene = open();
    scene.answer = (url) => Promise.resolve(url.hostname === 'issuers.example' ? derOf(issuing) : lonely);
    await scene.keys(GOOD);
    expect(scene.asked).toEqual([GOOD.href, 'http://issuers.example/ca.crt']);
  });

  it('is not trusted when another certificate lies there', async () => {
    const scene = open();
    scene.answer = (url) => Promise.resolve(url.hostname === 'issuers.example' ? derOf(root) : lonely);
    await expect(scene.keys(GOOD)).rejects.toThrow('certificate-not-trusted');
    expect(scene.asked).toHaveLength(2);
  });
});

describe('a certificate that is refused', () => {
  it('is not looked at again for a minute', async () => {
    const scene = open();
    scene.answer = () => Promise.resolve(Buffer.from('nonsense'));
    for (let tried = 0; tried < 5; tried += 1) {
      await expect(scene.keys(GOOD)).rejects.toThrow('certificate-unreadable');
    }
    expect(scene.asked).toHaveLength(1);
    scene.at += MINUTE;
    scene.answer = () => Promise.resolve(good);
    await scene.keys(GOOD);
    expect(scene.asked).toHaveLength(2);
  });

  it('costs twenty downloads a minute, whatever addresses are made up, and does not crowd out the good one', async () => {
    const scene = open();
    await scene.keys(GOOD);
    scene.answer = failing('certificate-not-delivered');
    const reasons = new Map<string, number>();
    for (let index = 0; index < 500; index += 1) {
      await scene.keys(new URL(`https://certificates.example/${index}.cer`)).catch((thrown: unknown) => {
        const { reason } = thrown as Refused;
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      });
    }
    // The good one was the first of the twenty.
    expect(Object.fromEntries(reasons)).toEqual({ 'certificate-not-delivered': 19, 'certificate-unavailable': 481 });
    scene.answer = () => Promise.resolve(good);
    scene.at += HOUR;
    await scene.keys(GOOD);
    expect(scene.asked).toHaveLength(21);
  });
});
