import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type { ChangeHint } from '../port.ts';
import type { Operation } from './batch-request.ts';
import { isGuid, isIn, queryPath } from './query.ts';
import { QUEUED, REQUEST_SET } from './requests.ts';
import { type Row, expandedRow, optionalText } from './row.ts';
import type { RowReader } from './rows.ts';

/** A connection can be made from either end. */
const ENDS = ['record1id_opportunity', 'record2id_opportunity'];

/** Condition for the opportunities that the connector keeps in step: sync is on, or they belong to a referral. */
export function isSynced({ sync, referralId }: SectionFieldNames): string {
  return `(${sync} eq true or ${referralId} ne null)`;
}

/** A query, and which opportunity ids its rows name. */
interface Search {
  readonly operation: Operation;
  readonly idOf: (row: Row) => string | null;
}

/** The port's `opportunitiesConcerned`: one call, or none when the hints say it all. */
export function createConcerned(fields: SectionFieldNames, reader: RowReader) {
  const syncedOf = (row: Row | null): string | null =>
    row !== null && (row[fields.sync] === true || optionalText(row, fields.referralId) !== null)
      ? optionalText(row, 'opportunityid')
      : null;

  const opportunities = (condition: string): Search => ({
    operation: get('opportunities', { select: ['opportunityid'], filter: `(${condition}) and ${isSynced(fields)}` }),
    idOf: (row) => optionalText(row, 'opportunityid'),
  });
  const connections = (condition: string): Search => ({
    operation: get('connections', {
      select: ['connectionid'],
      expand: new Map(ENDS.map((end) => [end, new Set(['opportunityid', fields.sync, fields.referralId])])),
      filter: `${condition} and statecode eq 0`,
    }),
    idOf: (row) => syncedOf(ENDS.map((end) => expandedRow(row, end)).find((end) => end !== null) ?? null),
  });
  const requests = (ids: readonly string[]): Search => ({
    operation: get(REQUEST_SET, {
      select: ['_cosell_opportunityid_value'],
      filter: `${isIn('cosell_requestid', ids)} and ${QUEUED}`,
    }),
    idOf: (row) => optionalText(row, '_cosell_opportunityid_value'),
  });

  return async (hints: readonly ChangeHint[]): Promise<readonly string[]> => {
    const named = hints.filter(({ object }) => object === 'opportunity' || object === 'request');
    const ids = new Set(named.map(({ opportunityId }) => opportunityId).filter((id) => id !== null));
    const of = (object: ChangeHint['object']): string[] => idsOf(hints, object);
    const roles = hints.filter(({ object }) => object === 'contact-role');
    const byRole = unique(roles.map(({ opportunityId }) => opportunityId));
    const searches: Search[] = [];
    if (of('account').length > 0) {
      searches.push(opportunities(`${isIn('parentaccountid', of('account'))} or ${isIn('customerid', of('account'))}`));
    }
    if (of('contact').length > 0) {
      searches.push(
        opportunities(`${isIn('parentcontactid', of('contact'))} or ${isIn('customerid', of('contact'))}`),
        connections(isIn('record2id', of('contact'))),
      );
    }
    if (byRole.length > 0) searches.push(opportunities(isIn('opportunityid', byRole)));
    if (of('contact-role').length > 0) searches.push(connections(isIn('connectionid', of('contact-role'))));
    if (of('request').length > 0) searches.push(requests(of('request')));

    const answers = searches.length > 0 ? await reader.all(searches.map(({ operation }) => operation)) : [];
    searches.forEach(({ idOf }, index) => {
      for (const row of answers[index] ?? []) {
        const id = idOf(row);
        if (id !== null) ids.add(id);
      }
    });
    return [...ids];
  };
}

/** Ids of the hints that don't name their opportunity themselves. */
function idsOf(hints: readonly ChangeHint[], object: ChangeHint['object']): string[] {
  return unique(hints.filter((hint) => hint.object === object && hint.opportunityId === null).map(({ id }) => id));
}

function unique(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null && isGuid(id)))].filter((id) => id !== null);
}

function get(set: string, query: Parameters<typeof queryPath>[1]): Operation {
  return { method: 'GET', path: queryPath(set, query) };
}
