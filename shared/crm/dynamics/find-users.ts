import type { CrmUser } from '../../core/model/index.ts';
import type { Operation } from './batch-request.ts';
import { literal, queryPath } from './query.ts';
import { type Row, optionalText, textOf } from './row.ts';
import type { RowReader } from './rows.ts';

/** Far below the 500 conditions that one query may have. */
const EMAILS_PER_QUERY = 100;

/** Users with one of these addresses who are not disabled. */
export function usersQuery(emails: readonly string[]): Operation {
  const isOne = [...new Set(emails)].map((email) => `internalemailaddress eq ${literal(email)}`).join(' or ');
  const select = ['systemuserid', 'internalemailaddress'];
  return { method: 'GET', path: queryPath('systemusers', { select, filter: `(${isOne}) and isdisabled eq false` }) };
}

export function userOf(row: Row): CrmUser[] {
  const email = optionalText(row, 'internalemailaddress');
  return email === null ? [] : [{ id: textOf(row, 'systemuserid'), email }];
}

/** The port's `findUsers`. Dataverse compares texts without case. */
export function createFindUsers(reader: RowReader) {
  return async (emails: readonly string[]): Promise<readonly CrmUser[]> => {
    if (emails.length === 0) return [];
    const queries: Operation[] = [];
    for (let start = 0; start < emails.length; start += EMAILS_PER_QUERY)
      queries.push(usersQuery(emails.slice(start, start + EMAILS_PER_QUERY)));
    return (await reader.all(queries)).flat().flatMap(userOf);
  };
}
