/** What the wires of an org deliver for one opportunity, in the shapes of UI API and GraphQL. */
export const RECORD_ID = '0065g0000000001AAA';
export const ACCOUNT_ID = '0015g0000000001AAA';

const field = (value) => ({ value, displayValue: null });
const parent = (fields) => field({ id: 'parent', fields });

/** `getRecord`; `changes` by field name, `undefined` takes a field away as a missing permission does. */
export function recordOf(changes = {}) {
  const fields = {
    Id: field(RECORD_ID),
    AccountId: field(ACCOUNT_ID),
    LastModifiedDate: field('2026-11-20T10:00:00.000Z'),
    SystemModstamp: field('2026-11-20T10:00:01.000Z'),
    Name: field('Cold chain'),
    Amount: field(50000.5),
    CurrencyIsoCode: field('USD'),
    CloseDate: field('2027-03-31'),
    Description: field(null),
    StageName: field('Qualification'),
    IsClosed: field(false),
    IsWon: field(false),
    Sync_with_Partner_Center__c: field(false),
    How_can_Microsoft_help__c: field(null),
    Products__c: field('SOL-15974-MQF'),
    Referral_Visible_to_Microsoft__c: field(false),
    Partner_Center_Status__c: field(null),
    Account: parent({ Name: field('Fabrikam'), BillingCountry: field('US') }),
    Owner: parent({
      FirstName: field('Kim'),
      LastName: field('Berg'),
      Email: field('kim@woodgrove.example'),
      Phone: field(null),
    }),
    ...Object.fromEntries(
      Object.entries(changes).map(([name, value]) => [name, value === undefined ? undefined : field(value)]),
    ),
  };
  const delivered = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { id: RECORD_ID, fields: Object.fromEntries(delivered) };
}

const listOf = (nodes) => ({ edges: nodes.map((node) => ({ node })) });
const valued = (fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));

export function personNode(FirstName, LastName, Email) {
  return valued({ FirstName, LastName, Email, Phone: null });
}

/** The answer to the query of people and requests. */
export function dealOf({ contacts = [], team = [], requests = [] } = {}) {
  const node = {
    Id: RECORD_ID,
    OpportunityContactRoles: listOf(
      contacts.map(({ isPrimary = false, created = '2026-11-01T00:00:00.000Z', person }, index) => ({
        Id: `00K${index}`,
        ...valued({ IsPrimary: isPrimary, CreatedDate: created }),
        Contact: person,
      })),
    ),
    OpportunityTeamMembers: listOf(
      team.map((person, index) => ({
        Id: `00q${index}`,
        ...valued({ CreatedDate: '2026-11-01T00:00:00.000Z' }),
        User: person,
      })),
    ),
    Partner_Center_Requests__r: listOf(
      requests.map((request, index) => ({
        Id: `a01${index}`,
        ...valued({ Name: `PCR-${index}`, Action__c: 'sync', CreatedDate: '2026-11-20T10:00:00.000Z', ...request }),
        CreatedBy: valued({ Name: 'Kim Berg' }),
      })),
    ),
  };
  return { uiapi: { query: { Opportunity: listOf([node]) } } };
}

export function accountContactsOf(people) {
  return { uiapi: { query: { Contact: listOf(people.map((person, index) => ({ Id: `003${index}`, ...person }))) } } };
}

/** What the connector published; no row without details. */
export function connectionRow(details, lastSeen = '2026-11-20T10:00:00.000Z') {
  const rows = details === null ? [] : [{ Id: 'a02', ...valued({ Details__c: details, Last_Seen__c: lastSeen }) }];
  return { uiapi: { query: { Partner_Center_Connection__c: listOf(rows) } } };
}

export function solutionsOf(solutions) {
  const nodes = solutions.map(([id, name]) => ({
    Id: `a03${id}`,
    ...valued({ Name: name, Solution_Identifier__c: id, Type__c: '3P' }),
  }));
  return { uiapi: { query: { Partner_Center_Solution__c: listOf(nodes) } } };
}

/** Object info of the opportunity; `locked` fields can be read and not changed, `hidden` ones not even read. */
export function objectInfo({ locked = [], hidden = [] } = {}) {
  const names = [
    'Sync_with_Partner_Center__c',
    'How_can_Microsoft_help__c',
    'Products__c',
    'Referral_Visible_to_Microsoft__c',
  ].filter((name) => !hidden.includes(name));
  return {
    createable: true,
    fields: Object.fromEntries(names.map((name) => [name, { updateable: !locked.includes(name) }])),
  };
}
