import { createPrivateKey, randomUUID, X509Certificate, type KeyObject } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SIGNER } from '../../../../shared/partner-center/webhooks/signing-certificate.ts';
import { issue, keyPemOf, pemOf } from '../../../../shared/partner-center/webhooks/testkit/issue.ts';

/** Where this machine keeps keys and certificates of the stand-in; docs/developers.md names the files. */
export const SIGNING_FOLDER = fileURLToPath(new URL('../../../../.cosell/sandbox/webhooks/', import.meta.url));

/** In every signing folder. The signer’s file holds its certificate and, after it, the issuing authority’s. */
export const SIGNING_FILES = {
  rootCertificate: 'root-ca.crt',
  rootKey: 'root-ca.key',
  issuingCertificate: 'issuing-ca.crt',
  issuingKey: 'issuing-ca.key',
  signerCertificate: `${SIGNER.host}.cer`,
  signerKey: `${SIGNER.host}.key`,
} as const;

export interface SigningMaterial {
  readonly folder: string;
  readonly privateKey: KeyObject;
}

const DAY_MS = 86_400_000;
const LEAST_LEFT_MS = 30 * DAY_MS;

/** Reads the stand-in's key, made anew when there is none or its certificate is about to end. */
export async function signingMaterial(folder: string = SIGNING_FOLDER): Promise<SigningMaterial> {
  if (!(await isUsable(folder))) await replace(folder);
  return { folder, privateKey: createPrivateKey(await readFile(path.join(folder, SIGNING_FILES.signerKey))) };
}

async function isUsable(folder: string): Promise<boolean> {
  try {
    const certificate = new X509Certificate(await readFile(path.join(folder, SIGNING_FILES.signerCertificate)));
    return certificate.validToDate.getTime() - Date.now() > LEAST_LEFT_MS;
  } catch {
    return false;
  }
}

/** In one move, because several sandboxes may start at once: who comes second takes what the first has put there. */
async function replace(folder: string): Promise<void> {
  const making = `${folder.replace(/\/+$/, '')}.${randomUUID()}`;
  await generate(making);
  await rename(making, folder).catch(async () => {
    if (!(await isUsable(folder))) {
      await rm(folder, { recursive: true, force: true });
      await rename(making, folder).catch(() => undefined);
    }
    await rm(making, { recursive: true, force: true });
  });
}

/** A root, an authority whose name is Microsoft Corporation's, and the dispatcher's own certificate. */
async function generate(folder: string): Promise<void> {
  const from = Date.now() - DAY_MS;
  const root = await issue({
    subject: 'CN=Co-sell Sandbox Root CA, O=Co-sell Sandbox',
    authority: {},
    from,
    until: from + 3_650 * DAY_MS,
  });
  const issuing = await issue({
    subject: 'CN=Co-sell Sandbox Issuing CA, O=Microsoft Corporation, C=US',
    issuer: root,
    authority: { pathLength: 0 },
    from,
    until: from + 3_650 * DAY_MS,
  });
  const signer = await issue({
    subject: `CN=${SIGNER.host}, O=Microsoft Corporation, C=US`,
    issuer: issuing,
    hosts: [SIGNER.host],
    from,
    until: from + 730 * DAY_MS,
  });
  const files: readonly (readonly [string, string])[] = [
    [SIGNING_FILES.rootCertificate, pemOf(root)],
    [SIGNING_FILES.rootKey, keyPemOf(root)],
    [SIGNING_FILES.issuingCertificate, pemOf(issuing)],
    [SIGNING_FILES.issuingKey, keyPemOf(issuing)],
    [SIGNING_FILES.signerCertificate, pemOf(signer, issuing)],
    [SIGNING_FILES.signerKey, keyPemOf(signer)],
  ];
  await mkdir(folder, { recursive: true });
  for (const [name, content] of files) await writeFile(path.join(folder, name), content, { mode: 0o600 });
}
