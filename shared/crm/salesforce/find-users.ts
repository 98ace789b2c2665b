import type { CrmUser } from '../../core/model/index.ts';
import type { Query, SalesforceConnection } from './connection.ts';
import type { SchemaCache } from './schema.ts';
import { textList } from './soql.ts';
import type { SObjectRecord } from './wire.ts';

/** As many addresses as keep a query's address below 16 KB, however long they are. */
const EMAILS_PER_QUERY = 100;
const QUERIES_PER_CALL = 5;

/** Active users with one of these addresses. */
export function usersQuery(emails: readonly string[]): Query {
  return {
    soql: `SELECT Id, Email FROM User WHERE Email IN (${textList(emails)}) AND IsActive = true ORDER BY Id`,
  };
}

export function userOf({ Id, Email }: SObjectRecord): CrmUser {
  return { id: String(Id), email: String(Email) };
}

/** The port's `findUsers`: nobody in an org without opportunity teams, where nobody could join one. One call for each 500 addresses. */
export async function findUsers(
  connection: SalesforceConnection,
  schemas: SchemaCache,
  emails: readonly string[],
): Promise<readonly CrmUser[]> {
  if (emails.length === 0 || !(await schemas.load()).hasTeam) return [];
  const users: CrmUser[] = [];
  const perCall = EMAILS_PER_QUERY * QUERIES_PER_CALL;
  for (let start = 0; start < emails.length; start += perCall) {
    const queries: Record<string, Query> = {};
    for (let at = start; at < Math.min(start + perCall, emails.length); at += EMAILS_PER_QUERY)
      queries[`users${at}`] = usersQuery(emails.slice(at, at + EMAILS_PER_QUERY));
    const rows = await connection.queries(queries);
    users.push(...Object.values(rows).flatMap((found) => (found ?? []).map(userOf)));
  }
  return users;
}
