import { type RunningSalesforce, startSalesforce } from './salesforce-client.ts';

let salesforce: RunningSalesforce;
beforeAll(async () => {
  salesforce = await startSalesforce();
});
afterAll(() => salesforce.standIn.close());

const FIRST = '0065g0000000001AAA';

interface Answer {
  readonly data: { readonly uiapi?: { readonly query: Readonly<Record<string, Connection | null>> } };
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly ErrorType: string } }[];
}

interface Connection {
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly totalCount: number;
}

async function ask(records: string, { clientId = 'seller', variables = {}, header = '' } = {}): Promise<Answer> {
  const query = `query test${header} { uiapi { query { ${records} } } } fragment person on Contact { Email { value } }`;
  const { status, body } = await salesforce.call(clientId, 'POST', '/graphql', { query, variables });
  expect(status).toBe(200);
  return body as Answer;
}

async function namesOf(argumentsOfOpportunity: string): Promise<unknown[]> {
  const { data, errors } = await ask(`Opportunity(${argumentsOfOpportunity}) { edges { node { Name { value } } } }`);
  expect(errors).toEqual([]);
  return (data.uiapi?.query.Opportunity?.edges ?? []).map(({ node }) => (node.Name as { value: unknown }).value);
}

describe('a GraphQL query', () => {
  it('reads a record with what is above and below it', async () => {
    const { data, errors } = await ask(
      `Opportunity(where: { Id: { eq: $id } }, first: 1) {
        edges { node {
          Id
          shown: Amount { value displayValue }
          Account { Name { value } Owner { Name { value } } }
          OpportunityContactRoles(first: 5) { edges { node { IsPrimary { value } Contact { ...person } } } }
          OpportunityTeamMembers { totalCount }
        } }
      }`,
      { variables: { id: FIRST }, header: '($id: ID!)' },
    );
    expect(errors).toEqual([]);
    expect(data.uiapi?.query.Opportunity?.edges[0]?.node).toEqual({
      Id: FIRST,
      shown: { value: 185000, displayValue: '$185,000.00' },
      Account: { Name: { value: 'Lakeside Foods' }, Owner: { Name: { value: 'Mara Lindqvist' } } },
      OpportunityContactRoles: {
        edges: [
          { node: { IsPrimary: { value: true }, Contact: { Email: { value: 'renee.castellano@customer.example' } } } },
        ],
      },
      OpportunityTeamMembers: { totalCount: 1 },
    });
  });

  it.each([
    ['where: { Name: { like: "Yard%" } }', ['Yard data platform']],
    [
      'where: { Amount: { gte: 300000 }, StageName: { ne: "Qualification" } }, orderBy: { Amount: { order: DESC } }',
      ['Vision inspection, line 2', 'Factory insights roll-out (country spelled out)'],
    ],
    [
      'where: { or: [{ Name: { eq: "Yard data platform" } }, { Account: { Name: { eq: "Lakeside Foods" } } }] }, orderBy: { Name: { order: ASC } }',
      ['Cold chain monitoring for 40 depots', 'Yard data platform'],
    ],
    [
      'where: { and: [{ Amount: { eq: null } }, { not: { StageName: { in: ["Qualification"] } } }] }',
      ['Fleet emissions ledger (no amount)'],
    ],
    ['where: { Id: { in: [] } }', []],
    ['where: { CloseDate: { lt: { literal: TODAY } } }', ['Database migration, phase 1']],
    ['where: { Name: { like: "100\\\\%" } }', []],
  ])('filters and sorts: %s', async (given, expected) => {
    expect(await namesOf(given)).toEqual(expected);
  });

  it('comes in pages, ten records if nothing else is asked for', async () => {
    const shape = '{ edges { node { Id } } totalCount pageInfo { hasNextPage endCursor } }';
    const first = (await ask(`Opportunity ${shape}`)).data.uiapi?.query.Opportunity;
    expect(first).toMatchObject({ totalCount: 12, pageInfo: { hasNextPage: true } });
    expect(first?.edges).toHaveLength(10);
    const next = await ask(`Opportunity(after: "${first?.pageInfo.endCursor}") ${shape}`);
    expect(next.data.uiapi?.query.Opportunity?.edges).toHaveLength(2);
    expect(next.data.uiapi?.query.Opportunity?.pageInfo.hasNextPage).toBe(false);
  });

  it('shows each person their own records and fields', async () => {
    const strangers = await ask('Opportunity { edges { node { Id } } }', { clientId: 'stranger' });
    expect(strangers.data.uiapi?.query.Opportunity?.edges).toEqual([]);
    const optional = 'Contact(first: 1) { edges { node { LastName { value } MailingCity @optional { value } } } }';
    const { data } = await ask(optional, { clientId: 'sandbox' });
    expect(data.uiapi?.query.Contact?.edges[0]?.node).toEqual({ LastName: { value: 'Castellano' } });
    const { errors } = await ask(optional.replace('@optional', ''), { clientId: 'sandbox' });
    expect(errors[0]?.message).toContain("Field 'MailingCity' in type 'Contact' is undefined");
  });

  it.each([
    [
      'Nada { edges { node { Id } } }',
      'ValidationError',
      "FieldUndefined: Field 'Nada' in type 'RecordQuery' is undefined @ 'uiapi/query/Nada'",
    ],
    [
      'Opportunity { edges { node { Nope__c { value } } } }',
      'ValidationError',
      "Field 'Nope__c' in type 'Opportunity'",
    ],
    ['Opportunity { edges { node { Name } } }', 'ValidationError', 'SubselectionRequired'],
    ['Opportunity { edges { node { Id { value } } } }', 'ValidationError', 'SubselectionNotAllowed'],
    ['Opportunity(limit: 1) { totalCount }', 'ValidationError', 'UnknownArgument'],
    [
      'Opportunity(where: { Nope__c: { eq: 1 } }) { totalCount }',
      'ValidationError',
      "field not in 'Opportunity_Filter'",
    ],
    ['Opportunity(where: { Name: { is: 1 } }) { totalCount }', 'ValidationError', "not in its operators: 'is'"],
    ['Opportunity(where: { CloseDate: { eq: "2027-01-01" } }) { totalCount }', 'ValidationError', 'takes dates as'],
    ['Opportunity { ...unknown }', 'ValidationError', 'UndefinedFragment'],
    ['Opportunity {', 'InvalidSyntax', 'Syntax Error'],
    ['Opportunity(where: { Description: { eq: "x" } }) { totalCount }', 'DataFetchingException', 'can not be filtered'],
    ['Opportunity(first: 3000) { totalCount }', 'DataFetchingException', 'from 1 to 2000'],
  ])('that is wrong says so: %s', async (records, ErrorType, message) => {
    const { errors } = await ask(records);
    expect(errors[0]).toMatchObject({ extensions: { ErrorType } });
    expect(errors[0]?.message).toContain(message);
  });

  it('needs the variables that it declares', async () => {
    const { errors } = await ask('Opportunity(where: { Id: { eq: $id } }) { totalCount }', { header: '($id: ID!)' });
    expect(errors[0]?.message).toContain("Variable 'id'");
  });
});
