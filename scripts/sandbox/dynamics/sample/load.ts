import { SAMPLE_SOLUTIONS } from '../../sample-data/solutions.ts';
import type { Environment } from '../environment.ts';
import type { Table } from '../schema/index.ts';
import type { Principal } from '../security/principal.ts';
import type { Reference, Value } from '../store/values.ts';
import { createRow } from '../write/create.ts';
import { readPayload } from '../write/payload.ts';
import type { Session } from '../write/session.ts';
import { SAMPLE_ACCOUNTS, SAMPLE_CONTACTS } from './customers.ts';
import { BUSINESS_UNITS, CURRENCIES, KINDS, ORGANIZATION, SALES_TEAM, sampleId } from './ids.ts';
import { SAMPLE_OPPORTUNITIES } from './opportunities.ts';
import { COLLEAGUE, PEOPLE, SELLER } from './people.ts';

const CURRENCY_ROWS = [
  ['USD', 'US Dollar', '$', 2, '1'],
  ['EUR', 'Euro', '€', 2, '0.9'],
  ['JPY', 'Japanese Yen', '¥', 0, '150'],
] as const;

const to = (table: string, id: string): Reference => ({ table, id });

/** The environment itself: organisation, currencies, users, team. Rows that only the platform writes. */
export function loadPlatform({ store, now }: Environment): void {
  const createdon = `${now().toISOString().slice(0, 19)}Z`;
  const add = (table: string, id: string, values: Readonly<Record<string, Value>>): void => {
    store.insert(table, id, { [`${table}id`]: id, createdon, modifiedon: createdon, ...values });
  };
  const active = { statecode: 0, statuscode: 1 };
  add('businessunit', BUSINESS_UNITS.sales, { name: 'Northwind Sales' });
  add('businessunit', BUSINESS_UNITS.other, { name: 'Northwind Services' });
  for (const [isocurrencycode, currencyname, currencysymbol, currencyprecision, exchangerate] of CURRENCY_ROWS) {
    add('transactioncurrency', CURRENCIES[isocurrencycode], {
      isocurrencycode,
      currencyname,
      currencysymbol,
      currencyprecision,
      exchangerate,
      ...active,
    });
  }
  add('organization', ORGANIZATION.id, {
    name: ORGANIZATION.name,
    basecurrencyid: to('transactioncurrency', CURRENCIES.USD),
    languagecode: 1033,
  });
  add('team', SALES_TEAM, {
    name: 'Northwind Sales',
    teamtype: 0,
    businessunitid: to('businessunit', BUSINESS_UNITS.sales),
  });
  PEOPLE.forEach((person, index) => {
    add('systemuser', person.id, {
      firstname: person.firstName,
      lastname: person.lastName,
      fullname: `${person.firstName} ${person.lastName}`,
      internalemailaddress: person.email,
      domainname: person.email,
      address1_telephone1: person.phone,
      azureactivedirectoryobjectid: sampleId(KINDS.entra, index + 1),
      applicationid: person.application ? sampleId(KINDS.entra, 100 + index) : null,
      isdisabled: person.disabled === true,
      businessunitid: to('businessunit', person.businessUnitId),
    });
    for (const teamId of person.teamIds) {
      add('teammembership', sampleId(KINDS.team, 100 + index), {
        teamid: to('team', teamId),
        systemuserid: to('systemuser', person.id),
      });
    }
  });
  ['Stakeholder', 'Sales Team Member'].forEach((name, index) => {
    add('connectionrole', sampleId(KINDS.connectionRole, index + 1), { name, category: 1000 + index, ...active });
  });
}

/** The seller's accounts, contacts and opportunities, and the catalogue; made through the same rules as everything else. */
export function loadSamples(environment: Environment, seller: Principal, catalogueOwner: Principal): void {
  const { schema, store, now, newId, checkLock } = environment;
  const sessionOf = (who: Principal): Session => ({ schema, store, who, now, newId, checkLock, changes: [] });
  const make = (who: Principal, name: string, body: object): void => {
    const table = tableNamed(environment, name);
    createRow(sessionOf(who), table, readPayload(schema, store, table, body, 'create'));
  };
  SAMPLE_SOLUTIONS.forEach(({ id, name, type, publisher }, index) => {
    make(catalogueOwner, 'cosell_solution', {
      cosell_solutionid: sampleId(KINDS.solution, index + 1),
      cosell_name: name,
      cosell_solutionidentifier: id,
      cosell_type: type,
      cosell_publisher: publisher,
    });
  });
  for (const { id, values } of SAMPLE_ACCOUNTS) make(seller, 'account', { accountid: id, ...values });
  for (const { id, account, values } of SAMPLE_CONTACTS) {
    make(seller, 'contact', {
      contactid: id,
      ...values,
      'parentcustomerid_account@odata.bind': address('accounts', KINDS.account, account),
    });
  }
  for (const sample of SAMPLE_OPPORTUNITIES) make(seller, 'opportunity', opportunityBody(sample, now()));
  make(seller, 'connection', connectionBody(3, `/contacts(${sampleId(KINDS.contact, 10)})`, 'contact', 1));
  make(seller, 'connection', connectionBody(1, `/systemusers(${COLLEAGUE})`, 'systemuser', 2));
}

function tableNamed({ schema }: Environment, name: string): Table {
  const table = schema.tables.get(name);
  if (!table) throw new Error(`The sample data needs the table ${name}, which the schema doesn't have.`);
  return table;
}

function address(set: string, kind: number, number: number): string {
  return `/${set}(${sampleId(kind, number)})`;
}

function opportunityBody(sample: (typeof SAMPLE_OPPORTUNITIES)[number], today: Date): object {
  const { account, contact, closesInDays } = sample;
  return {
    opportunityid: sample.id,
    name: sample.name,
    description: sample.description,
    estimatedvalue: sample.value,
    estimatedclosedate:
      closesInDays === null ? null : new Date(today.getTime() + closesInDays * 86_400_000).toISOString().slice(0, 10),
    cosell_products: sample.products,
    cosell_howcanmicrosofthelp: sample.help,
    cosell_referralvisible: sample.visible,
    'transactioncurrencyid@odata.bind': `/transactioncurrencies(${CURRENCIES[sample.currency]})`,
    'parentaccountid@odata.bind': address('accounts', KINDS.account, account),
    'ownerid@odata.bind': `/systemusers(${SELLER})`,
    ...(contact !== null && { 'parentcontactid@odata.bind': address('contacts', KINDS.contact, contact) }),
  };
}

function connectionBody(opportunity: number, target: string, table: string, role: number): object {
  return {
    'record1id_opportunity@odata.bind': address('opportunities', KINDS.opportunity, opportunity),
    [`record2id_${table}@odata.bind`]: target,
    'record2roleid@odata.bind': address('connectionroles', KINDS.connectionRole, role),
  };
}
