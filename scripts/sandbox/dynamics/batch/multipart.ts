import { Dicer } from '@fastify/busboy';
import { queryError } from '../errors.ts';

export interface Part {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The boundary of a `multipart/mixed` content type. @throws DataverseError (400) when there is none. */
export function boundaryOf(contentType: string | undefined): string {
  const [, quoted, plain] = /^multipart\/mixed\s*;.*?boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '') ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined)
    throw queryError(`The content type '${contentType ?? ''}' of a batch must be multipart/mixed with a boundary.`);
  return boundary;
}

/** Reads a multipart body. @throws DataverseError (400) when it ends before its closing boundary. */
export async function readParts(body: Buffer | string, boundary: string): Promise<Part[]> {
  const parts: { headers: Record<string, string>; chunks: Buffer[] }[] = [];
  await new Promise<void>((resolve, reject) => {
    const dicer = new Dicer({ boundary });
    dicer.on('part', (stream) => {
      const part = { headers: {} as Record<string, string>, chunks: [] as Buffer[] };
      parts.push(part);
      stream.on('header', (header: object) => {
        for (const [name, values] of Object.entries(header)) part.headers[name.toLowerCase()] = String(values);
      });
      stream.on('data', (chunk: Buffer) => part.chunks.push(chunk));
      stream.on('error', reject);
    });
    dicer.on('error', reject);
    dicer.on('finish', resolve);
    dicer.end(body);
  }).catch((error: unknown) => {
    throw queryError(`The multipart body can't be read: ${error instanceof Error ? error.message : String(error)}.`);
  });
  return parts.map(({ headers, chunks }) => ({ headers, body: Buffer.concat(chunks).toString('utf8') }));
}
