import { CosellError } from '../../core/errors/index.ts';
import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type { CrmOpportunity, CrmValue } from '../../core/model/index.ts';
import type { CrmLog, OpportunityRead } from '../port.ts';
import type { SalesforceConnection } from './connection.ts';
import { type OfAccount, withOnlyContacts } from './only-contact.ts';
import { childrenOf, distinct, membershipsOf, personOf } from './people.ts';
import { firstMakerAccessQuery, requestQuery, toRequests } from './requests.ts';
import type { Schema, SchemaCache } from './schema.ts';
import { BATCH_SIZE } from './settings.ts';
import { idKey, isId, opportunityQuery } from './soql.ts';
import { fromSalesforce, instantOf } from './values.ts';
import type { SObjectRecord } from './wire.ts';

interface ReadOptions {
  readonly fields: SectionFieldNames;
  readonly log: CrmLog;
}

/**
 * Opportunities, their queued requests and the edit rights of those who made them, by one composite call for each 200 ids.
 * "Composite" is counted as one API call with up to five queries in it ("composite/batch" counts each of its parts):
 * developer.salesforce.com, REST API Developer Guide, "Composite". Queries of 200 ids stay far below the limits of 100,000
 * characters of SOQL and 16 KB of URL. One more call looks for the contact of accounts, where it decides (only-contact.ts).
 * @throws CosellError `crm-forbidden` when a configured field is not there, besides what every call throws
 */
export async function readOpportunities(
  connection: SalesforceConnection,
  schemas: SchemaCache,
  ids: readonly string[],
  { fields, log }: ReadOptions,
): Promise<OpportunityRead> {
  const asked = [...new Map(ids.map((id) => [idKey(id), id])).values()];
  const valid = asked.filter(isId);
  const found = new Map<string, CrmOpportunity>();
  const requests: OpportunityRead['requests'][number][] = [];
  for (let start = 0; start < valid.length; start += BATCH_SIZE) {
    const batch = valid.slice(start, start + BATCH_SIZE);
    const read = await readBatch(connection, schemas, batch, { fields, log });
    for (const opportunity of read.opportunities) found.set(idKey(opportunity.id), opportunity);
    requests.push(...read.requests);
  }
  return {
    opportunities: asked.flatMap((id) => found.get(idKey(id)) ?? []),
    missing: asked.filter((id) => !found.has(idKey(id))),
    requests,
  };
}

async function readBatch(
  connection: SalesforceConnection,
  schemas: SchemaCache,
  ids: readonly string[],
  { fields, log }: ReadOptions,
) {
  const schema = await schemas.complete();
  const columns = { paths: schema.known.map(({ names }) => names.join('.')), hasTeam: schema.hasTeam };
  try {
    const { opportunities, requests, access } = await connection.queries({
      opportunities: { soql: opportunityQuery(columns, ids) },
      requests: requestQuery(ids),
      access: firstMakerAccessQuery(ids),
    });
    const read = await Promise.all((opportunities ?? []).map((row) => toOpportunity(connection, schema, row)));
    return {
      opportunities: await withOnlyContacts(connection, fields, read),
      requests: await toRequests(connection, requests ?? [], access, log),
    };
  } catch (thrown) {
    // A field or feature went away since it was described: look again before the next read.
    if (thrown instanceof CosellError && thrown.code === 'crm-forbidden') schemas.forget();
    throw thrown;
  }
}

async function toOpportunity(connection: SalesforceConnection, schema: Schema, row: SObjectRecord): Promise<OfAccount> {
  const roles = await connection.allRows(childrenOf(row.OpportunityContactRoles));
  const members = await connection.allRows(childrenOf(row.OpportunityTeamMembers));
  const version = String(row.SystemModstamp);
  return {
    accountId: typeof row.AccountId === 'string' ? row.AccountId : null,
    opportunity: {
      id: String(row.Id),
      version,
      modifiedAt: instantOf(String(row.LastModifiedDate)),
      values: valuesOf(schema, row),
      contacts: distinct(roles.map((role) => personOf(role.Contact))),
      team: distinct([personOf(row.Owner), ...members.map((member) => personOf(member.User))]),
      memberships: membershipsOf(row, members),
    },
  };
}

function valuesOf({ known, empty }: Schema, row: SObjectRecord): Record<string, CrmValue> {
  const values: [string, CrmValue][] = known.map(({ path, names, type }) => [
    path,
    fromSalesforce(valueAt(row, names), type),
  ]);
  return Object.fromEntries([...values, ...empty.map((path): [string, null] => [path, null])]);
}

function valueAt(row: SObjectRecord, names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? (value as SObjectRecord)[name] : null),
    row,
  );
}
