import {
  accessOf,
  connectionOf,
  onlyContactOf,
  opportunityOf,
  optionalFields,
  requestRowsOf,
  recordsOf,
} from 'c/sectionPort';
import { SALESFORCE_FIELDS } from 'c/syncCore';
import { connectionOf as publishedConnection } from '../../../../../../shared/section/testkit/parts.ts';
import {
  accountContactsOf,
  connectionRow,
  dealOf,
  objectInfo,
  personNode,
  RECORD_ID,
  recordOf,
} from '../../../../../testkit/org';

const POLICY = publishedConnection('salesforce').policy;
const ANA = personNode('Ana', 'Silva', 'ana@fabrikam.example');
const BO = personNode('Bo', 'Ek', 'bo@fabrikam.example');
const people = (...names) => names.map((firstName) => expect.objectContaining({ firstName }));

function read({ record = {}, deal = {} } = {}) {
  const [node] = recordsOf({ data: dealOf(deal) }, 'Opportunity');
  return opportunityOf(recordOf(record), node, POLICY);
}

describe('the fields that are read', () => {
  it('are those of mapping and section, with the parents, each once', () => {
    const fields = optionalFields(POLICY);
    expect(fields).toEqual(
      expect.arrayContaining([
        'Opportunity.Amount',
        'Opportunity.Account.BillingCountry',
        'Opportunity.Owner.Email',
        'Opportunity.Partner_Center_Details__c',
      ]),
    );
    expect(new Set(fields).size).toBe(fields.length);
  });
});

describe('the opportunity', () => {
  it('has numbers as exact decimal text, dates and flags as they are, parents by path', () => {
    expect(read().values).toMatchObject({
      Amount: '50000.5',
      CloseDate: '2027-03-31',
      IsClosed: false,
      'Account.BillingCountry': 'US',
    });
  });

  it('has an empty path for a parent that is not there', () => {
    expect(read({ record: { Account: null } }).values).toHaveProperty(['Account.BillingCountry'], null);
  });

  it('lacks what this person may not see', () => {
    expect(read({ record: { Amount: undefined } }).values).not.toHaveProperty('Amount');
  });

  it('reads the currency of an org with one currency as empty, as the connector does', () => {
    expect(read({ record: { CurrencyIsoCode: undefined } }).values).toHaveProperty('CurrencyIsoCode', null);
  });

  it('finds fields whatever the case in which the administrator wrote them', () => {
    const mapping = POLICY.mapping.map((row) => (row.field === 'name' ? { ...row, crm: { value: ['NAME'] } } : row));
    expect(opportunityOf(recordOf(), {}, { ...POLICY, mapping }).values).toHaveProperty('NAME', 'Cold chain');
  });

  it('has the primary contact first, the others by age, each address once', () => {
    const { contacts } = read({
      deal: {
        contacts: [
          { person: BO, created: '2026-11-02T00:00:00.000Z' },
          { person: ANA, isPrimary: true, created: '2026-11-03T00:00:00.000Z' },
          { person: personNode('Old', 'One', 'old@fabrikam.example'), created: '2026-11-01T00:00:00.000Z' },
          { person: personNode('Bo', 'Again', 'BO@fabrikam.example'), created: '2026-11-04T00:00:00.000Z' },
        ],
      },
    });
    expect(contacts).toEqual(people('Ana', 'Old', 'Bo'));
  });

  it('has the owner before the team', () => {
    expect(read({ deal: { team: [BO] } }).team).toEqual(people('Kim', 'Bo'));
  });

  it('leaves out contacts that this person may not see', () => {
    expect(read({ deal: { contacts: [{ person: null }] } }).contacts).toEqual([]);
  });
});

describe('the only contact of the account', () => {
  it('is the one there is', () => {
    expect(onlyContactOf({ data: accountContactsOf([ANA]) })).toMatchObject({ firstName: 'Ana' });
  });

  it('is nobody when the account has two, or none', () => {
    expect(onlyContactOf({ data: accountContactsOf([ANA, BO]) })).toBeNull();
    expect(onlyContactOf({ data: accountContactsOf([]) })).toBeNull();
    expect(onlyContactOf(undefined)).toBeNull();
  });
});

describe('access', () => {
  it('follows the field permissions', () => {
    const info = objectInfo({ locked: ['Products__c'], hidden: ['How_can_Microsoft_help__c'] });
    expect(accessOf(info, { fields: SALESFORCE_FIELDS })).toEqual({
      sync: { readable: true, editable: true },
      help: { readable: false, editable: false },
      products: { readable: true, editable: false },
      visible: { readable: true, editable: true },
    });
  });
});

describe('request rows', () => {
  it('come newest first, of one second the later number first', () => {
    const [node] = recordsOf(
      {
        data: dealOf({
          requests: [
            { Name: 'PCR-1', Status__c: 'done' },
            { Name: 'PCR-2', Status__c: 'queued' },
            { Name: 'PCR-0', Status__c: 'failed', CreatedDate: '2026-11-20T10:00:05.000Z', Error_Code__c: 'not-ready' },
          ],
        }),
      },
      'Opportunity',
    );
    expect(requestRowsOf(node).map(({ status }) => status)).toEqual(['failed', 'queued', 'done']);
    expect(requestRowsOf(node)[0]).toMatchObject({ errorCode: 'not-ready', createdBy: 'Kim Berg', message: null });
  });

  it('are none where the object may not be read', () => {
    expect(requestRowsOf({ Id: RECORD_ID, Partner_Center_Requests__r: null })).toEqual([]);
  });
});

describe('the connection', () => {
  const info = publishedConnection('salesforce');

  it('is what the connector published, seen when the row says', () => {
    const result = { data: connectionRow(JSON.stringify(info), '2026-11-20T11:11:11.000Z') };
    expect(connectionOf(result)).toEqual({ ...info, lastSeenAt: '2026-11-20T11:11:11.000Z' });
  });

  it.each([
    ['there is no row', { data: connectionRow(null) }],
    ['it may not be read', { errors: [{ message: 'no access' }] }],
    ['it is no JSON', { data: connectionRow('{') }],
    ['it is of another kind', { data: connectionRow('{}') }],
    ['it is of the other CRM', { data: connectionRow(JSON.stringify(publishedConnection('dynamics'))) }],
  ])('is none when %s', (_why, result) => {
    expect(connectionOf(result)).toBe('none');
  });
});
