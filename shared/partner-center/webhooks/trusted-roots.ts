import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { CosellError } from '../../core/errors/index.ts';

/** The roots of a given name. */
export type TrustedRoots = (subject: string) => readonly X509Certificate[];

/**
 * The roots that Node brings along (Mozilla's), and the ones given. They are read when they are first asked for.
 *
 * @param extra certificates in PEM form
 */
export function createTrustedRoots(extra: readonly string[]): TrustedRoots {
  let bySubject: Map<string, X509Certificate[]> | null = null;
  return (subject) => (bySubject ??= index([...rootCertificates, ...extra])).get(subject) ?? [];
}

function index(certificates: readonly string[]): Map<string, X509Certificate[]> {
  const found = new Map<string, X509Certificate[]>();
  for (const pem of certificates) {
    const root = new X509Certificate(pem);
    found.set(root.subject, [...(found.get(root.subject) ?? []), root]);
  }
  return found;
}

/** The certificates of a PEM file, one by one. @throws CosellError `config-invalid` naming `key` */
export function readRootsFile(content: string, key: string): readonly string[] {
  const blocks = content.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    if (blocks.length > 0 && blocks.every((block) => new X509Certificate(block).ca)) return blocks;
  } catch {
    // Told below.
  }
  throw new CosellError('config-invalid', {
    message: `The file that ${key} names holds no certificates of authorities in PEM form.`,
    cure: `Correct ${key}, or remove it: the usual roots are trusted without it.`,
    field: key,
  });
}
