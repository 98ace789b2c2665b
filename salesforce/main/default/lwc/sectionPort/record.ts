import {
  crmPathsToRead,
  parseDecimal,
  type CrmOpportunity,
  type CrmValue,
  type Person,
  type SyncPolicy,
} from 'c/syncCore';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import type { GraphNode } from './graph';
import { contactsOf, teamOf } from './people';

/** The names of the fields that are read: of the published policy, or our own as long as there is none. */
export type FieldPolicy = Pick<SyncPolicy, 'fields' | 'mapping'>;

const OWNER = ['FirstName', 'LastName', 'Email', 'Phone'];

/** Without these there is nothing to show. */
export const REQUIRED_FIELDS = ['Opportunity.Id', 'Opportunity.LastModifiedDate'];

/** Only orgs with several currencies have it; the connector reads it as empty everywhere else. */
const MULTI_CURRENCY_ONLY = 'currencyisocode';

/**
 * What is read besides, if this person may: all that mapping and section name, so that readiness and preview look at what the
 * connector looks at. Optional, because a field that is hidden from a person must not take the section away from them.
 */
export function optionalFields(policy: FieldPolicy): readonly string[] {
  const paths = ['AccountId', 'SystemModstamp', ...OWNER.map((field) => `Owner.${field}`), ...crmPathsToRead(policy)];
  return [...new Set(paths)].map((path) => `Opportunity.${path}`);
}

/** The opportunity as the connector's own adapter delivers it (shared/crm/salesforce), less who only stands in and what is hidden from this person. */
export function opportunityOf(record: RecordRepresentation, deal: GraphNode, policy: FieldPolicy): CrmOpportunity {
  const values = Object.fromEntries(
    crmPathsToRead(policy).flatMap((path): [string, CrmValue][] => {
      const value = crmValueAt(record, path);
      if (value !== undefined) return [[path, value]];
      return path.toLowerCase().endsWith(MULTI_CURRENCY_ONLY) ? [[path, null]] : [];
    }),
  );
  const modified = new Date(String(crmValueAt(record, 'LastModifiedDate')));
  return {
    id: record.id,
    version: String(crmValueAt(record, 'SystemModstamp') ?? modified.toISOString()),
    modifiedAt: modified.toISOString(),
    values,
    contacts: contactsOf(deal),
    team: teamOf(ownerOf(record), deal),
  };
}

/** The id of the opportunity's account; `null` without one. */
export function accountIdOf(record: RecordRepresentation | undefined): string | null {
  const id = record && crmValueAt(record, 'AccountId');
  return typeof id === 'string' ? id : null;
}

/**
 * The value at a field path such as `Account.BillingCountry`, numbers as exact decimal text; `undefined` when it was not
 * delivered, `null` when it or its parent is empty. Names fit in any case, as they do everywhere in Salesforce.
 */
export function crmValueAt(record: RecordRepresentation, path: string): CrmValue | undefined {
  let at: RecordRepresentation | null = record;
  const names = path.split('.');
  for (const [index, name] of names.entries()) {
    const field: unknown = fieldOf(at, name)?.value;
    if (field === undefined || field === null) return field;
    if (index === names.length - 1) return canonical(field);
    at = field as RecordRepresentation;
  }
  return undefined;
}

function fieldOf({ fields }: RecordRepresentation, name: string) {
  const wanted = name.toLowerCase();
  return fields[name] ?? Object.entries(fields).find(([other]) => other.toLowerCase() === wanted)?.[1];
}

function canonical(value: unknown): CrmValue {
  if (typeof value === 'number') return parseDecimal(value);
  return typeof value === 'string' || typeof value === 'boolean' ? value : JSON.stringify(value);
}

function ownerOf(record: RecordRepresentation): Person | null {
  const text = (field: string) => {
    const value = crmValueAt(record, `Owner.${field}`);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const [firstName, lastName, email, phone] = OWNER.map(text) as [
    string | null,
    string | null,
    string | null,
    string | null,
  ];
  return lastName === null && email === null ? null : { firstName, lastName, email, phone };
}
