import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** A certificate and the key that belongs to it. */
export interface Issued {
  readonly certificate: x509.X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
  readonly privateKey: KeyObject;
}

export interface ExtensionOptions {
  readonly id: string;
  readonly critical: boolean;
  /** DER in hex digits. */
  readonly value: string;
}

export interface IssueOptions {
  /** In the form of RFC 4514: `CN=…, O=…, C=US`. */
  readonly subject: string;
  /** Nobody: the certificate signs itself. */
  readonly issuer?: Issued;
  /** An authority; `pathLength` limits how many may follow. */
  readonly authority?: { readonly pathLength?: number };
  readonly hosts?: readonly string[];
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  /** Made anew when not given. */
  readonly keys?: webcrypto.CryptoKeyPair;
  readonly issuerUrl?: string;
  /** Bits of the key usage extension; by default what fits the kind of certificate. */
  readonly usages?: number;
  readonly hash?: 'SHA-1' | 'SHA-256';
  readonly extensions?: readonly ExtensionOptions[];
}

/** Key usage by name, as bits. */
export const USAGE = x509.KeyUsageFlags;

const rsa = (modulusLength: number, hash: string) => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash,
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength,
});

export const rsaKeys = (bits = 2_048): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(rsa(bits, 'SHA-256'), true, ['sign', 'verify']);

export const ecKeys = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);

/** Issues a certificate, as an authority of one's own does: for the sandbox and for tests. */
export async function issue(options: IssueOptions): Promise<Issued> {
  const { subject, issuer, authority, hosts = [], hash = 'SHA-256', extensions = [] } = options;
  const keys = options.keys ?? (await rsaKeys());
  const { digitalSignature, keyEncipherment, keyCertSign, cRLSign } = x509.KeyUsageFlags;
  const usages = options.usages ?? (authority ? keyCertSign | cRLSign : digitalSignature | keyEncipherment);
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: new Date(options.from),
    notAfter: new Date(options.until),
    publicKey: keys.publicKey,
    signingKey: await keyFor((issuer?.keys ?? keys).privateKey, hash),
    signingAlgorithm: { name: (issuer?.keys ?? keys).privateKey.algorithm.name, hash },
    extensions: [
      new x509.BasicConstraintsExtension(authority !== undefined, authority?.pathLength, true),
      new x509.KeyUsagesExtension(usages, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create((issuer?.keys ?? keys).publicKey),
      ...(hosts.length > 0
        ? [new x509.SubjectAlternativeNameExtension(hosts.map((value) => ({ type: 'dns', value }) as const))]
        : []),
      ...(options.issuerUrl ? [new x509.AuthorityInfoAccessExtension({ caIssuers: options.issuerUrl })] : []),
      ...extensions.map(({ id, critical, value }) => new x509.Extension(id, critical, Buffer.from(value, 'hex'))),
    ],
  });
  return { certificate, keys, privateKey: KeyObject.from(keys.privateKey) };
}

/** An RSA key of the Web Crypto API is bound to one hash. */
async function keyFor(key: webcrypto.CryptoKey, hash: string): Promise<webcrypto.CryptoKey> {
  if (hash === 'SHA-256') return key;
  const exported = await webcrypto.subtle.exportKey('pkcs8', key);
  return webcrypto.subtle.importKey('pkcs8', exported, { name: key.algorithm.name, hash }, true, ['sign']);
}

export const derOf = ({ certificate }: Issued): Buffer => Buffer.from(certificate.rawData);

export const pemOf = (...chain: readonly Issued[]): string =>
  chain.map(({ certificate }) => `${certificate.toString('pem')}\n`).join('');

export const keyPemOf = ({ privateKey }: Issued): string =>
  privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
