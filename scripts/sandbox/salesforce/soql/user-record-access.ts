import type { Query } from '@jetstreamapp/soql-parser-js';
import { atLeast } from '../access/sharing.ts';
import { type Org, type OrgUser, accessOf, canSee } from '../org.ts';
import { normaliseId } from '../store/ids.ts';
import { toConditionTree } from './condition-tree.ts';
import { invalidField, malformedQuery } from './errors.ts';

const LEVELS = {
  HasReadAccess: 'read',
  HasEditAccess: 'edit',
  HasDeleteAccess: 'all',
  HasTransferAccess: 'all',
  HasAllAccess: 'all',
} as const;
const MOST_RECORDS = 200;

/**
 * `SELECT RecordId, HasEditAccess FROM UserRecordAccess WHERE UserId = … AND RecordId IN (…)`: what somebody may do with
 * up to 200 records. Records that the asker does not see are left out.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_userrecordaccess.htm
 * @throws SalesforceError MALFORMED_QUERY, INVALID_FIELD
 */
export function queryUserRecordAccess(
  org: Org,
  asker: OrgUser,
  soql: string,
  query: Query,
  version: string,
): readonly object[] {
  const { userId, recordIds } = readWhere(query);
  const columns = selectedColumns(soql, query);
  if (!columns.includes('RecordId'))
    throw malformedQuery('RecordId is a required field when querying UserRecordAccess');
  const subject = org.userById(userId);
  return recordIds.flatMap((recordId) => {
    const found = findAnywhere(org, recordId);
    if (!found || !canSee(org, asker, found.object, found.row)) return [];
    const access = subject ? accessOf(org, subject, found.object, found.row) : 'none';
    const url = `/services/data/v${version}/sobjects/UserRecordAccess/000000000000000AAA`;
    const answer: Record<string, unknown> = { attributes: { type: 'UserRecordAccess', url } };
    for (const column of columns) answer[column] = column === 'RecordId' ? recordId : valueOf(column, access);
    return [answer];
  });
}

function valueOf(column: string, access: Parameters<typeof atLeast>[0]): boolean | string {
  if (column === 'MaxAccessLevel') return { none: 'None', read: 'Read', edit: 'Edit', all: 'All' }[access];
  return atLeast(access, LEVELS[column as keyof typeof LEVELS]);
}

function selectedColumns(soql: string, query: Query): readonly string[] {
  const known = ['RecordId', 'MaxAccessLevel', ...Object.keys(LEVELS)];
  return (query.fields ?? []).map((selected) => {
    const name = 'field' in selected ? selected.field : '';
    const column = known.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (column === undefined) throw invalidField(soql, name, `No such column '${name}' on entity 'UserRecordAccess'.`);
    return column;
  });
}

function readWhere({ where }: Query): { userId: string; recordIds: readonly string[] } {
  const tree = where && toConditionTree(where);
  const parts = tree?.kind === 'and' ? tree.parts : [];
  const valuesOf = (field: string, operators: readonly string[]): readonly string[] => {
    for (const part of parts) {
      if (part.kind !== 'condition' || !('field' in part.condition) || !('value' in part.condition)) continue;
      const { condition } = part;
      if (condition.field.toLowerCase() === field.toLowerCase() && operators.includes(condition.operator)) {
        return [condition.value].flat().map(readId);
      }
    }
    return [];
  };
  const [userId] = valuesOf('UserId', ['=']);
  const recordIds = valuesOf('RecordId', ['=', 'IN']);
  if (parts.length !== 2 || userId === undefined || recordIds.length === 0) {
    throw malformedQuery('UserRecordAccess can only be filtered by UserId = … AND RecordId = … or RecordId IN (…)');
  }
  if (recordIds.length > MOST_RECORDS)
    throw malformedQuery(`UserRecordAccess answers for at most ${MOST_RECORDS} record ids`);
  return { userId, recordIds };
}

function readId(literal: string): string {
  const text = literal.replace(/^'|'$/g, '');
  const id = normaliseId(text);
  if (id === null) throw malformedQuery(`invalid ID field: ${text}`);
  return id;
}

function findAnywhere(org: Org, id: string) {
  for (const object of org.schema.objects.values()) {
    if (!id.startsWith(object.keyPrefix)) continue;
    const row = org.store.get(object, id);
    if (row) return { object, row };
  }
  return null;
}
