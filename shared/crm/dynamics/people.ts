import type { Person } from '../../core/model/index.ts';
import { isIn, queryPath } from './query.ts';
import { type Row, expandedRow, optionalText, textOf } from './row.ts';

/** Id, first name, last name, email, then phone numbers, the best first. */
export const CONTACT_COLUMNS = ['contactid', 'firstname', 'lastname', 'emailaddress1', 'telephone1', 'mobilephone'];
export const USER_COLUMNS = [
  'systemuserid',
  'firstname',
  'lastname',
  'internalemailaddress',
  'address1_telephone1',
  'mobilephone',
];

const RECORD_2_CONTACT = 'record2id_contact';
export const RECORD_2_USER = 'record2id_systemuser';

export const contactOf = (row: Row): [string, Person] => personOf(row, CONTACT_COLUMNS);
export const userOf = (row: Row): [string, Person] => personOf(row, USER_COLUMNS);

function personOf(row: Row, [id = '', ...columns]: readonly string[]): [string, Person] {
  const [firstName = null, lastName = null, email = null, ...phones] = columns.map((column) =>
    optionalText(row, column),
  );
  return [textOf(row, id), { firstName, lastName, email, phone: phones.find((phone) => phone !== null) ?? null }];
}

/**
 * People connected to opportunities. Dataverse keeps every connection as a pair, so the opportunity is record 1 of one of
 * the two rows, whichever side it was made from.
 */
export function connectionsPath(opportunityIds: readonly string[]): string {
  return queryPath('connections', {
    select: ['connectionid', '_record1id_value'],
    expand: new Map([
      [RECORD_2_CONTACT, CONTACT_COLUMNS],
      [RECORD_2_USER, USER_COLUMNS],
    ]),
    filter: `${isIn('record1id', opportunityIds)} and statecode eq 0`,
    orderBy: 'createdon asc,connectionid asc',
  });
}

export interface Connected {
  readonly contacts: readonly [string, Person][];
  readonly users: readonly [string, Person][];
}

/** @returns by opportunity id */
export function groupConnections(rows: readonly Row[]): ReadonlyMap<string, Connected> {
  const groups = new Map<string, { contacts: [string, Person][]; users: [string, Person][] }>();
  for (const row of rows) {
    const opportunityId = textOf(row, '_record1id_value');
    const group = groups.get(opportunityId) ?? { contacts: [], users: [] };
    groups.set(opportunityId, group);
    const contact = expandedRow(row, RECORD_2_CONTACT);
    const user = expandedRow(row, RECORD_2_USER);
    if (contact) group.contacts.push(contactOf(contact));
    if (user) group.users.push(userOf(user));
  }
  return groups;
}
