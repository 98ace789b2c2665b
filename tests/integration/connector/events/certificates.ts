import { createServer } from 'node:http';
import {
  derOf,
  ecKeys,
  issue,
  pemOf,
  rsaKeys,
  type Issued,
  USAGE,
  type ExtensionOptions,
  type IssueOptions,
} from '../../../../shared/partner-center/webhooks/testkit/issue.ts';

const DAY_MS = 86_400_000;
const NOW = Date.now();
const HOST = 'pcnotifications-dispatch.microsoft.com';
const SUBJECT = `CN=${HOST}, O=Microsoft Corporation, C=US`;
const MICROSOFT = 'CN=Issuing CA, O=Microsoft Corporation, C=US';
const VALID = { from: NOW - DAY_MS, until: NOW + DAY_MS };
/** `permitted: example.com` (RFC 5280 §4.2.1.10). */
const NAME_CONSTRAINTS: ExtensionOptions = {
  id: '2.5.29.30',
  critical: false,
  value: '3011a00f300d820b6578616d706c652e636f6d',
};

/** Everything that a sender may present, by file name: the right ones and all kinds of wrong ones. */
export interface Certificates {
  readonly root: Issued;
  readonly signer: Issued;
  /** Keys of the certificates that are not signed with the signer's. */
  readonly keys: Readonly<Record<string, Issued>>;
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly blocked: ReadonlySet<string>;
}

/** All of them share one key where it does not matter, because making keys takes long. */
export async function makeCertificates(): Promise<Certificates> {
  const [authorityKeys, signerKeys, foreignKeys, smallKeys, curve] = await Promise.all([
    rsaKeys(),
    rsaKeys(),
    rsaKeys(),
    rsaKeys(1_024),
    ecKeys(),
  ]);
  const leaf = (options: Partial<IssueOptions>) =>
    issue({ subject: SUBJECT, hosts: [HOST], keys: signerKeys, ...VALID, ...options });
  const authority = (options: Partial<IssueOptions>) =>
    issue({ subject: MICROSOFT, keys: authorityKeys, authority: { pathLength: 0 }, ...VALID, ...options });

  const root = await issue({ subject: 'CN=Root CA, O=Root', authority: {}, ...VALID });
  const issuing = await authority({ issuer: root });
  const signer = await leaf({ issuer: issuing });
  const byContoso = await authority({ issuer: root, subject: 'CN=Issuing CA, O=Contoso' });
  const spoofed = await authority({ issuer: root, subject: 'CN="X, O=Microsoft Corporation", O=Contoso' });
  const expiredIssuing = await authority({ issuer: root, from: NOW - 3 * DAY_MS, until: NOW - DAY_MS });
  const restricted = await authority({
    issuer: root,
    extensions: [{ id: '1.2.3.4.5', critical: true, value: '0500' }],
  });
  const named = await authority({ issuer: root, extensions: [NAME_CONSTRAINTS] });
  const foreignRoot = await issue({ subject: 'CN=Root CA, O=Root', keys: foreignKeys, authority: {}, ...VALID });
  const foreignIssuing = await authority({ issuer: foreignRoot });
  const notAnAuthority = await leaf({
    issuer: issuing,
    keys: foreignKeys,
    subject: 'CN=A web server, O=Microsoft Corporation',
  });
  const below = await issue({
    subject: 'CN=Sub CA, O=Microsoft Corporation',
    keys: foreignKeys,
    authority: {},
    ...VALID,
    issuer: issuing,
  });
  const keys = {
    small: await leaf({ issuer: issuing, keys: smallKeys }),
    curve: await leaf({ issuer: issuing, keys: curve }),
  };

  const chain = async (options: Partial<IssueOptions>, ...above: Issued[]) =>
    pemOf(await leaf({ issuer: above[0] ?? issuing, ...options }), ...(above.length > 0 ? above : [issuing]));
  const blocked = await leaf({ issuer: issuing, until: VALID.until + DAY_MS });
  return {
    root,
    signer,
    keys,
    blocked: new Set([Buffer.from(await blocked.certificate.getThumbprint('SHA-256')).toString('hex')]),
    files: {
      'good.cer': pemOf(signer, issuing),
      'good-with-root.cer': pemOf(signer, issuing, root),
      'good-common-name-only.cer': await chain({ hosts: [] }),
      'leaf-only.cer': derOf(signer),
      'leaf-unknown-issuer-url.cer': derOf(await leaf({ issuer: issuing, issuerUrl: 'http://169.254.169.254/latest' })),
      'self-signed.cer': pemOf(await issue({ subject: SUBJECT, hosts: [HOST], keys: signerKeys, ...VALID })),
      'foreign-root.cer': await chain({}, foreignIssuing),
      'foreign-root-with-it.cer': await chain({}, foreignIssuing, foreignRoot),
      'expired.cer': await chain({ from: NOW - 3 * DAY_MS, until: NOW - DAY_MS }),
      'not-yet-valid.cer': await chain({ from: NOW + DAY_MS, until: NOW + 2 * DAY_MS }),
      'expired-issuer.cer': await chain({}, expiredIssuing),
      'wrong-subject.cer': await chain({
        subject: 'CN=www.microsoft.com, O=Microsoft Corporation',
        hosts: ['www.microsoft.com'],
      }),
      'other-alternative-name.cer': await chain({ hosts: ['www.microsoft.com'] }),
      'wildcard.cer': await chain({ subject: 'CN=*.microsoft.com', hosts: ['*.microsoft.com'] }),
      'longer-name.cer': await chain({ subject: `CN=${HOST}.example.com`, hosts: [`${HOST}.example.com`] }),
      'wrong-issuer.cer': await chain({}, byContoso),
      'spoofed-issuer.cer': await chain({}, spoofed),
      'not-an-authority.cer': await chain({}, notAnAuthority, issuing),
      'path-too-long.cer': await chain({}, below, issuing),
      'restricted-issuer.cer': await chain({}, restricted),
      'name-constraints.cer': await chain({}, named),
      'authority-itself.cer': await chain({ authority: {}, usages: USAGE.digitalSignature | USAGE.keyCertSign }),
      'may-not-sign.cer': await chain({ usages: USAGE.keyEncipherment }),
      'sha1.cer': await chain({ hash: 'SHA-1' }),
      'small-key.cer': pemOf(keys.small, issuing),
      'curve.cer': pemOf(keys.curve, issuing),
      'blocked.cer': pemOf(blocked, issuing),
      'other-key.cer': await chain({ keys: foreignKeys }),
      'no-certificate.cer': 'Not a certificate.',
      'broken.cer': derOf(signer).subarray(0, 300),
      'broken-pem.cer': '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
      'empty.cer': '',
      'huge.cer': Buffer.alloc(100_000, pemOf(signer, issuing)),
    },
  };
}

export interface CertificateServer {
  readonly origin: string;
  /** Paths that were asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Serves the files; a few names misbehave. */
export async function serveCertificates(files: Certificates['files']): Promise<CertificateServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = (request.url ?? '').split('/').at(-1) ?? '';
    asked.push(request.url ?? '');
    const file = files[name];
    if (name === 'redirect.cer') response.writeHead(302, { location: '/cert/good.cer' }).end();
    else if (name === 'fails.cer') response.writeHead(500).end();
    else if (name === 'hangs.cer') response.writeHead(200).write('-----BEGIN');
    else if (name === 'breaks-off.cer') response.writeHead(200, { 'content-length': 10 }).destroy();
    else if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The certificate server listens on no TCP port.');
  return {
    origin: `http://localhost:${address.port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
