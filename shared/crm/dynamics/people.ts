import type { Person } from '../../core/model/index.ts';
import type { Operation } from './batch-request.ts';
import { isIn, queryPath } from './query.ts';
import { type Row, expandedRow, optionalText, textOf } from './rows.ts';

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

export function contactOf(row: Row): [string, Person] {
  return [
    textOf(row, 'contactid'),
    {
      firstName: optionalText(row, 'firstname'),
      lastName: optionalText(row, 'lastname'),
      email: optionalText(row, 'emailaddress1'),
      phone: optionalText(row, 'telephone1') ?? optionalText(row, 'mobilephone'),
    },
  ];
}

export function userOf(row: Row): [string, Person] {
  return [
    textOf(row, 'systemuserid'),
    {
      firstName: optionalText(row, 'firstname'),
      lastName: optionalText(row, 'lastname'),
      email: optionalText(row, 'internalemailaddress'),
      phone: optionalText(row, 'address1_telephone1') ?? optionalText(row, 'mobilephone'),
    },
  ];
}

/**
 * People connected to opportunities. Dataverse keeps every connection as a pair, so the opportunity is record 1 of one of
 * the two rows, whichever side it was made from.
 */
export function connectionsOf(opportunityIds: readonly string[]): Operation {
  const path = queryPath('connections', {
    select: ['connectionid', '_record1id_value'],
    expand: new Map([
      [RECORD_2_CONTACT, new Set(CONTACT_COLUMNS)],
      [RECORD_2_USER, new Set(USER_COLUMNS)],
    ]),
    filter: `${isIn('record1id', opportunityIds)} and statecode eq 0`,
    orderBy: 'createdon asc,connectionid asc',
  });
  return { method: 'GET', path };
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
