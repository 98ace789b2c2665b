import type { Row } from '../../../shared/crm/dynamics/row.ts';

/** The part of `context.webAPI` that the section uses. */
export interface WebApi {
  retrieveRecord(table: string, id: string, options: string): PromiseLike<Record<string, unknown>>;
  retrieveMultipleRecords(table: string, options: string): PromiseLike<{ readonly entities: readonly unknown[] }>;
  createRecord(table: string, row: Record<string, unknown>): PromiseLike<{ readonly id: unknown }>;
}

/** First page of a query that is written for the Web API: 5,000 rows, more than any of ours can have. */
export async function queryTable(api: WebApi, path: string): Promise<readonly Row[]> {
  const [set = '', options] = path.split(/(?=\?)/);
  // The platform wants the table and not its set, whose name is the plural for every table that is queried here.
  const { entities } = await api.retrieveMultipleRecords(set.replace(/s$/, ''), options ?? '');
  return entities as readonly Row[];
}
