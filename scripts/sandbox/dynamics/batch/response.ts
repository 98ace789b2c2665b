import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { ApiResponse } from '../api/types.ts';

export interface BatchAnswer {
  readonly contentId: string | null;
  readonly response: ApiResponse;
}

/** One part of the answer: of a single operation (also the failed one of a change set), or of a change set that went through. */
export type AnswerItem = BatchAnswer | readonly BatchAnswer[];

const HEADER_NAMES: Readonly<Record<string, string>> = {
  'odata-entityid': 'OData-EntityId',
  location: 'Location',
  etag: 'ETag',
  'preference-applied': 'Preference-Applied',
  'retry-after': 'Retry-After',
};

/** The multipart answer in Dataverse's layout; all lines end with CR LF. */
export function writeBatch(items: readonly AnswerItem[]): { contentType: string; body: string } {
  const boundary = `batchresponse_${randomUUID()}`;
  const parts = items.map((item) => (isChangeset(item) ? writeChangeset(item) : writeAnswer(item, false)));
  return {
    contentType: `multipart/mixed; boundary=${boundary}`,
    body: `${parts.map((part) => `--${boundary}\r\n${part}`).join('')}--${boundary}--\r\n`,
  };
}

function isChangeset(item: AnswerItem): item is readonly BatchAnswer[] {
  return Array.isArray(item);
}

function writeChangeset(answers: readonly BatchAnswer[]): string {
  const boundary = `changesetresponse_${randomUUID()}`;
  const parts = answers.map((answer) => `--${boundary}\r\n${writeAnswer(answer, true)}`).join('');
  return `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n${parts}--${boundary}--\r\n`;
}

function writeAnswer({ contentId, response }: BatchAnswer, inChangeset: boolean): string {
  const { status, headers, body } = response;
  const lines = [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(contentId !== null && (inChangeset || status >= 400) ? [`Content-ID: ${contentId}`] : []),
    '',
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...(body === undefined ? [] : ['Content-Type: application/json; odata.metadata=minimal']),
    ...Object.entries(headers).map(([name, value]) => `${HEADER_NAMES[name] ?? name}: ${value}`),
    'OData-Version: 4.0',
    '',
    body === undefined ? '' : JSON.stringify(body),
  ];
  return `${lines.join('\r\n')}\r\n`;
}
