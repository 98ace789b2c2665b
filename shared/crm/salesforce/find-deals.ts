import type { DealLookup, DealMatch } from '../../core/inbound/types.ts';
import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type { Query, SalesforceConnection } from './connection.ts';
import { userOf, usersQuery } from './find-users.ts';
import type { Schema, SchemaCache } from './schema.ts';
import { namesOf, textList } from './soql.ts';
import type { SObjectRecord } from './wire.ts';

/** As many deals as keep a query's address below 16 KB, however long their names are. */
const DEALS_PER_CALL = 50;

/** The port's `findDeals`: one composite call of up to four queries for each 50 deals. */
export async function findDeals(
  connection: SalesforceConnection,
  schemas: SchemaCache,
  fields: SectionFieldNames,
  lookups: readonly DealLookup[],
): Promise<readonly DealMatch[]> {
  const matches: DealMatch[] = [];
  if (lookups.length === 0) return matches;
  const schema = await schemas.load();
  for (let start = 0; start < lookups.length; start += DEALS_PER_CALL) {
    const some = lookups.slice(start, start + DEALS_PER_CALL);
    const rows = await connection.queries(queriesFor(fields, some));
    matches.push(...some.map((lookup) => matchOf(lookup, rows, schema, fields)));
  }
  return matches;
}

function queriesFor(fields: SectionFieldNames, lookups: readonly DealLookup[]): Readonly<Record<string, Query>> {
  const accounts = lookups.flatMap(({ account }) => account ?? []);
  const [first] = accounts;
  const emails = lookups.flatMap((lookup) => lookup.emails);
  const owners = lookups.flatMap((lookup) => lookup.owners);
  const ids = textList(lookups.map(({ referralId }) => referralId));
  const opportunities = `SELECT Id, ${fields.referralId} FROM Opportunity WHERE ${fields.referralId} IN (${ids})`;
  return {
    opportunities: { soql: opportunities },
    ...(first !== undefined && {
      accounts: {
        soql: `SELECT ${accountColumns(first).join(', ')} FROM Account WHERE ${fieldOf(first.namePath)} IN (${textList(
          accounts.map(({ name }) => name),
        )}) ORDER BY CreatedDate, Id`,
      },
    }),
    ...(emails.length > 0 && {
      contacts: {
        soql: `SELECT Id, Email, AccountId FROM Contact WHERE Email IN (${textList(emails)}) ORDER BY CreatedDate, Id`,
      },
    }),
    ...(owners.length > 0 && { users: usersQuery(owners) }),
  };
}

type Rows = Readonly<Record<string, readonly SObjectRecord[] | null>>;

function matchOf(lookup: DealLookup, rows: Rows, schema: Schema, fields: SectionFieldNames): DealMatch {
  const { referralId, account, emails, owners, currency } = lookup;
  const isOneOf = (list: readonly string[]) => {
    const wanted = new Set(list.map((email) => email.toLowerCase()));
    return ({ Email }: SObjectRecord) => wanted.has(String(Email).toLowerCase());
  };
  const own = (rows.opportunities ?? []).find((row) => same(row[fields.referralId], referralId));
  const users = (rows.users ?? []).filter(isOneOf(owners));
  const owner = owners.map((email) => users.find(({ Email }) => same(Email, email))).find((row) => row !== undefined);
  return {
    referralId,
    opportunityId: own === undefined ? null : String(own.Id),
    accounts: (rows.accounts ?? []).flatMap((row) => {
      const name = account === null ? null : row[fieldOf(account.namePath)];
      if (account === null || !same(name, account.name)) return [];
      const code = account.postalCodePath === null ? null : row[fieldOf(account.postalCodePath)];
      return [{ id: String(row.Id), name: String(name), postalCode: typeof code === 'string' ? code : null }];
    }),
    contacts: (rows.contacts ?? []).filter(isOneOf(emails)).map(({ Id, Email, AccountId }) => ({
      id: String(Id),
      email: String(Email),
      accountId: typeof AccountId === 'string' ? AccountId : null,
    })),
    ownerId: owner === undefined ? null : String(owner.Id),
    teamId: null,
    // Without opportunity teams there is nobody besides the owner.
    users: users.filter((row) => schema.hasTeam || row === owner).map(userOf),
    knowsCurrency: currency !== null && isCurrencyOf(schema, currency),
  };
}

/** Only orgs with several currencies have the field; its picklist has the active ones. */
function isCurrencyOf({ opportunityFields }: Schema, currency: string): boolean {
  const values = opportunityFields.get('currencyisocode')?.picklistValues ?? [];
  return values.some(({ value, active }) => active && value === currency);
}

/** `Account.BillingPostalCode` → `BillingPostalCode`. */
function fieldOf(path: string): string {
  return namesOf(path)?.at(-1) ?? path;
}

function accountColumns({ namePath, postalCodePath }: NonNullable<DealLookup['account']>): readonly string[] {
  return [...new Set(['Id', fieldOf(namePath), ...(postalCodePath === null ? [] : [fieldOf(postalCodePath)])])];
}

/** Salesforce compares texts without case. */
function same(value: unknown, wanted: string): boolean {
  return typeof value === 'string' && value.trim().toLowerCase() === wanted.trim().toLowerCase();
}
