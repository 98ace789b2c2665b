import { runAlone } from '../api/run.ts';
import type { Environment } from '../environment.ts';
import { queryError } from '../errors.ts';
import type { Principal } from '../security/principal.ts';

/** A person, as the pages read the environment for him: through the same Web API as every client. */
export interface Reader {
  /** @throws DataverseError for what the person may not see */
  read(path: string): Json;
}

export type Json = Readonly<Record<string, unknown>>;

export function asUser(environment: Environment, who: Principal): Reader {
  return {
    read(address) {
      const [path = '', query = ''] = address.split('?');
      const headers = { prefer: 'odata.include-annotations="*"' };
      const request = { method: 'GET', path, query: new URLSearchParams(query), headers, body: undefined };
      const { body } = runAlone(environment, { who, base: '' }, request);
      if (typeof body !== 'object' || body === null) throw queryError(`${path} gave no row.`);
      return body as Json;
    },
  };
}

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
