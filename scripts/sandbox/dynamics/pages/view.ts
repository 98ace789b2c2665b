import { runAlone } from '../api/run.ts';
import type { Environment } from '../environment.ts';
import type { Principal } from '../security/principal.ts';
import { queryError } from '../errors.ts';

/** The seller, as the pages see the environment: through the same Web API as every client. */
export interface Seller {
  read(path: string): Readonly<Record<string, unknown>>;
  send(method: 'POST' | 'PATCH', path: string, body: object): void;
}

export function asSeller(environment: Environment, who: Principal): Seller {
  const run = (method: string, address: string, body: unknown): unknown => {
    const [path = '', query = ''] = address.split('?');
    const headers = { prefer: 'odata.include-annotations="*"', ...(method === 'PATCH' && { 'if-match': '*' }) };
    const request = { method, path, query: new URLSearchParams(query), headers, body };
    return runAlone(environment, { who, base: '' }, request).body;
  };
  return {
    read(path) {
      const body = run('GET', path, undefined);
      if (typeof body !== 'object' || body === null) throw queryError(`${path} gave no row.`);
      return body as Readonly<Record<string, unknown>>;
    },
    send: (method, path, body) => void run(method, path, body),
  };
}

export type Json = Readonly<Record<string, unknown>>;

/** The rows of a list answer. */
export function rowsOf(answer: Json): readonly Json[] {
  return Array.isArray(answer.value) ? (answer.value as Json[]) : [];
}

/** A column as text; empty when it has no value. */
export function textOf(row: Json, column: string): string {
  const value = row[column];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A column as people read it. */
export function shown(row: Json, column: string): string {
  return textOf(row, `${column}@OData.Community.Display.V1.FormattedValue`) || textOf(row, column);
}
