import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type { ChangeHint } from '../port.ts';
import type { Query, SalesforceConnection } from './connection.ts';
import { BATCH_SIZE, REQUEST } from './settings.ts';
import { idList, relevant } from './soql.ts';

type AskedObject = Exclude<ChangeHint['object'], 'opportunity'>;

/** Where an id of each object leads to opportunities, and the column that names them. */
function queriesFor(fields: SectionFieldNames): Record<AskedObject, { column: string; query: (ids: string) => Query }> {
  const viaRole = (condition: string): Query => ({
    soql: `SELECT OpportunityId FROM OpportunityContactRole WHERE ${condition} AND ${relevant(fields, 'Opportunity.')}`,
    // A removed contact is a change too.
    deletedToo: true,
  });
  return {
    account: {
      column: 'Id',
      query: (ids) => ({ soql: `SELECT Id FROM Opportunity WHERE AccountId IN (${ids}) AND ${relevant(fields)}` }),
    },
    contact: { column: 'OpportunityId', query: (ids) => viaRole(`ContactId IN (${ids})`) },
    'contact-role': { column: 'OpportunityId', query: (ids) => viaRole(`Id IN (${ids})`) },
    request: {
      column: REQUEST.opportunity,
      query: (ids) => ({
        soql: `SELECT ${REQUEST.opportunity} FROM ${REQUEST.object} WHERE Id IN (${ids}) AND ${REQUEST.status} = 'queued'`,
      }),
    },
  };
}

/**
 * Opportunities that hints concern, each once: those that hints name themselves without asking, the others by one call for
 * up to 200 accounts, 200 contacts, 200 contact roles and 200 requests. What cannot be an id concerns none.
 */
export async function opportunitiesConcerned(
  connection: SalesforceConnection,
  fields: SectionFieldNames,
  hints: readonly ChangeHint[],
): Promise<readonly string[]> {
  const concerned = new Set<string>();
  const asked: Record<AskedObject, Set<string>> = {
    account: new Set(),
    contact: new Set(),
    'contact-role': new Set(),
    request: new Set(),
  };
  for (const { object, id, opportunityId } of hints) {
    if (opportunityId !== null) concerned.add(opportunityId);
    else if (object === 'opportunity') concerned.add(id);
    else asked[object].add(id);
  }
  const sources = Object.entries(queriesFor(fields)) as [
    AskedObject,
    { column: string; query: (ids: string) => Query },
  ][];
  const longest = Math.max(...Object.values(asked).map((ids) => ids.size));
  for (let start = 0; start < longest; start += BATCH_SIZE) {
    const used = sources.flatMap(([object, source]) => {
      const ids = idList([...asked[object]].slice(start, start + BATCH_SIZE));
      return ids === '' ? [] : [{ name: object.replace('-', ''), column: source.column, query: source.query(ids) }];
    });
    if (used.length === 0) continue;
    const rows = await connection.queries(Object.fromEntries(used.map(({ name, query }) => [name, query])));
    for (const { name, column } of used) for (const row of rows[name] ?? []) concerned.add(String(row[column]));
  }
  return [...concerned];
}
