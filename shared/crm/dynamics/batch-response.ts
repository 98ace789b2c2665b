import { MIMEType } from 'node:util';
import { Dicer } from '@fastify/busboy';
import { type ExactJson, parseExactJson } from './exact-json.ts';

/** The answer to one operation of a `$batch`, or to a change set. */
export interface PartAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON with exact numbers; the text as it came when it is no JSON; `null` when empty. */
  readonly body: ExactJson;
}

/** @throws Error when the answer is not the complete multipart message that the content type announces */
export async function parseBatchResponse(contentType: string | null, body: Buffer): Promise<PartAnswer[]> {
  const boundary = contentType === null ? null : new MIMEType(contentType).params.get('boundary');
  if (!boundary) throw new Error('The answer is not multipart.');
  const parts = await splitParts(body, boundary);
  return Promise.all(
    parts.map(async ({ type, content }) =>
      type.startsWith('multipart/mixed') ? parseChangeSet(type, content) : parseHttpAnswer(content.toString('utf8')),
    ),
  );
}

/** A change set that went through is answered by a multipart message of its own, one that failed by the failure alone. */
async function parseChangeSet(contentType: string, content: Buffer): Promise<PartAnswer> {
  const answers = await parseBatchResponse(contentType, content);
  const answer = answers.find(({ status }) => status >= 300) ?? answers[0];
  if (answer) return answer;
  throw new Error('A change set has no answer.');
}

interface Part {
  readonly type: string;
  readonly content: Buffer;
}

function splitParts(body: Buffer, boundary: string): Promise<Part[]> {
  return new Promise((resolve, reject) => {
    const parts: { type: string; chunks: Buffer[] }[] = [];
    const dicer = new Dicer({ boundary });
    dicer.on('part', (part) => {
      const open = { type: '', chunks: [] as Buffer[] };
      parts.push(open);
      part.on('header', (headers: Readonly<Record<string, readonly string[]>>) => {
        open.type = headers['content-type']?.[0] ?? '';
      });
      part.on('data', (chunk) => open.chunks.push(Buffer.from(chunk)));
      part.on('error', reject);
    });
    dicer.on('error', reject);
    dicer.on('finish', () => resolve(parts.map(({ type, chunks }) => ({ type, content: Buffer.concat(chunks) }))));
    dicer.end(body);
  });
}

/** An `application/http` message: status line, headers, empty line, body. */
function parseHttpAnswer(message: string): PartAnswer {
  const blankLine = /\r?\n\r?\n/.exec(message);
  const head = message.slice(0, blankLine?.index).trimStart();
  const text = blankLine ? message.slice(blankLine.index).trim() : '';
  const [statusLine = '', ...lines] = head.split(/\r?\n/);
  const status = Number(/^HTTP\/\d(?:\.\d)? (\d{3})\b/.exec(statusLine)?.[1]);
  if (Number.isNaN(status)) throw new Error('A part of the answer has no status line.');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  return { status, headers: Object.fromEntries(headers), body: parseBody(text, status) };
}

/** Success must be readable; an error may come as a gateway's HTML page. */
export function parseBody(text: string, status: number): ExactJson {
  if (text === '') return null;
  try {
    return parseExactJson(text);
  } catch (cause) {
    if (status < 400) throw new Error('The answer is not valid JSON.', { cause });
    return text;
  }
}
