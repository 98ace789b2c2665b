import type { Operation } from '../../../shared/crm/dynamics/batch-request.ts';
import type { Row } from '../../../shared/crm/dynamics/rows.ts';

/** The part of `context.webAPI` that the section uses. */
export interface WebApi {
  retrieveRecord(table: string, id: string, options: string): PromiseLike<Record<string, unknown>>;
  retrieveMultipleRecords(table: string, options: string): PromiseLike<{ readonly entities: readonly unknown[] }>;
  createRecord(table: string, row: Record<string, unknown>): PromiseLike<{ readonly id: unknown }>;
}

const TABLES: Readonly<Record<string, string>> = {
  opportunities: 'opportunity',
  connections: 'connection',
  teams: 'team',
  accounts: 'account',
  contacts: 'contact',
  cosell_requests: 'cosell_request',
  cosell_solutions: 'cosell_solution',
  cosell_connections: 'cosell_connection',
};

/** First page of a query that is written for the Web API: 5,000 rows, more than any of ours can have. */
export async function queryTable(api: WebApi, path: Operation['path']): Promise<readonly Row[]> {
  const question = path.indexOf('?');
  const table = TABLES[path.slice(0, question)];
  if (table === undefined) throw new Error(`No table is known for ${path.slice(0, question)}.`);
  const { entities } = await api.retrieveMultipleRecords(table, path.slice(question));
  return entities as readonly Row[];
}
