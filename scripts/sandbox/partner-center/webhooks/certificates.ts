import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';

/** Where the certificates of the signing folder are had; the real ones lie in a storage account. */
export const CERTIFICATE_PATH = '/cert';

/**
 * Serves the certificates of the signing folder, and only those: whoever puts another one there can try out what the
 * receiver says to it.
 */
export function addCertificates(app: FastifyInstance, folder: string): void {
  app.get<{ Params: { file: string } }>(`${CERTIFICATE_PATH}/:file`, async ({ params: { file } }, reply) => {
    if (!/^[\w-][\w.-]*\.(cer|crt|pem)$/.test(file)) return reply.code(404).send();
    const content = await readFile(path.join(folder, file)).catch(() => null);
    if (content === null) return reply.code(404).send();
    return reply.type('application/octet-stream').send(content);
  });
}
