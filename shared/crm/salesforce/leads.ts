import type { CreateOutcome, NewLead } from '../../core/inbound/index.ts';
import { cutText } from '../../core/model/text.ts';
import type { SalesforceConnection } from './connection.ts';
import { recordError } from './errors.ts';
import { BATCH_SIZE } from './settings.ts';
import { textList } from './soql.ts';
import type { FieldDescription, SaveResult } from './wire.ts';

/** On the lead, as we deploy it. */
const REFERRAL = 'Referral_Identifier__c';

/** The port's `createLeads`: those that are there are found by their referral, the others made by one collection for each 200. */
export async function createLeads(
  connection: SalesforceConnection,
  leads: readonly NewLead[],
): Promise<readonly CreateOutcome[]> {
  const outcomes: CreateOutcome[] = [];
  if (leads.length === 0) return outcomes;
  const fields = new Map((await connection.describe('Lead')).fields.map((field) => [field.name, field]));
  for (let start = 0; start < leads.length; start += BATCH_SIZE) {
    outcomes.push(...(await createBatch(connection, leads.slice(start, start + BATCH_SIZE), fields)));
  }
  return outcomes;
}

async function createBatch(
  connection: SalesforceConnection,
  leads: readonly NewLead[],
  fields: ReadonlyMap<string, FieldDescription>,
): Promise<readonly CreateOutcome[]> {
  const ids = textList(leads.map(({ referralId }) => referralId));
  const { there } = await connection.queries({
    there: { soql: `SELECT Id, ${REFERRAL} FROM Lead WHERE ${REFERRAL} IN (${ids})` },
  });
  const known = new Map((there ?? []).map((row) => [String(row[REFERRAL]).toLowerCase(), String(row.Id)]));
  const missing = leads.filter(({ referralId }) => !known.has(referralId.toLowerCase()));
  const results =
    missing.length === 0
      ? []
      : await connection.send<readonly SaveResult[]>('POST', `${connection.dataUrl}/composite/sobjects`, {
          allOrNone: false,
          records: missing.map((lead) => ({ attributes: { type: 'Lead' }, ...fieldsOf(lead, fields) })),
        });
  const made = new Map(missing.map(({ referralId }, index) => [referralId, results[index]]));
  return leads.map(({ referralId }) =>
    outcomeOf(referralId, known.get(referralId.toLowerCase()), made.get(referralId)),
  );
}

/** A call that was repeated finds its own record: that one is made. */
function outcomeOf(referralId: string, known: string | undefined, result: SaveResult | undefined): CreateOutcome {
  const recordId = known ?? (result?.success === true ? (result.id ?? null) : null);
  const isThere = result?.errors.some(({ statusCode }) => statusCode === 'DUPLICATE_VALUE') ?? false;
  if (recordId !== null || isThere) return { referralId, opportunityId: recordId, error: null };
  return { referralId, opportunityId: null, error: recordError(result?.errors ?? []) };
}

/** Orgs with picklists of countries take codes in fields of their own, and no others. */
function fieldsOf(lead: NewLead, known: ReadonlyMap<string, FieldDescription>): Record<string, string> {
  const { person, address, owner } = lead;
  const hasCodes = known.has('CountryCode');
  const street = [address.line1, address.line2].filter((line) => line !== null).join('\n');
  const values: Readonly<Record<string, string | null>> = {
    [REFERRAL]: lead.referralId,
    Company: cutText(lead.company, 255),
    FirstName: person.firstName,
    LastName: cutText(person.lastName, 80),
    Email: person.email,
    Phone: person.phone,
    Street: street,
    City: address.city,
    PostalCode: address.postalCode,
    [hasCodes ? 'CountryCode' : 'Country']: address.country,
    ...(hasCodes ? {} : { State: address.state }),
    Description: [lead.subject, lead.description].filter((text) => text !== null).join('\n'),
    OwnerId: owner?.kind === 'user' ? owner.id : null,
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => (value === null || value === '' ? [] : [[field, value]])),
  );
}
