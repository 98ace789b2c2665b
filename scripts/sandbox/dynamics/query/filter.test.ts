import { loadSchema } from '../schema/index.ts';
import { createStore } from '../store/store.ts';
import { type Value, textOf } from '../store/values.ts';
import { compileFilter } from './filter.ts';

const schema = loadSchema();
const store = createStore();
const now = new Date('2026-11-20T12:00:00Z');
const id = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`;

store.insert('account', id(9), { accountid: id(9), name: "O'Brien & Sons", address1_country: 'IE' });
const samples: (Record<string, Value> & { opportunityid: string })[] = [
  {
    opportunityid: id(1),
    name: 'Alpha',
    estimatedvalue: '0.3',
    statecode: 0,
    estimatedclosedate: '2026-11-30',
    modifiedon: '2026-11-19T10:00:00Z',
  },
  {
    opportunityid: id(2),
    name: 'beta',
    estimatedvalue: '100',
    statecode: 1,
    estimatedclosedate: null,
    modifiedon: '2026-11-01T10:00:00Z',
    cosell_syncwithpartnercenter: true,
  },
  {
    opportunityid: id(3),
    name: 'Gamma',
    estimatedvalue: null,
    statecode: 0,
    estimatedclosedate: '2026-12-31',
    modifiedon: '2026-11-20T10:00:00Z',
    parentaccountid: { table: 'account', id: id(9) },
  },
];
const rows = samples.map((values) => store.insert('opportunity', values.opportunityid, values));
store.insert('connection', id(8), {
  connectionid: id(8),
  record1id: { table: 'opportunity', id: id(1) },
  record2id: { table: 'account', id: id(9) },
});

function matches(filter: string): string[] {
  const table = schema.tables.get('opportunity');
  if (!table) throw new Error('no opportunity');
  const holds = compileFilter({ schema, store }, table, filter, now);
  return rows.filter(holds).map((row) => textOf(row, 'name'));
}

describe('$filter', () => {
  it.each([
    ["name eq 'ALPHA'", ['Alpha']],
    ["name ne 'Alpha'", ['beta', 'Gamma']],
    ['estimatedvalue eq 0.3', ['Alpha']],
    ['estimatedvalue gt 0.2', ['Alpha', 'beta']],
    ['estimatedvalue eq null', ['Gamma']],
    ['estimatedvalue lt 1', ['Alpha']],
    ['cosell_syncwithpartnercenter eq true', ['beta']],
    ['estimatedclosedate ge 2026-12-01', ['Gamma']],
    ['modifiedon ge 2026-11-19T05:00:00-05:00', ['Alpha', 'Gamma']],
    [`opportunityid eq ${id(2)}`, ['beta']],
    [`opportunityid eq '${id(2)}'`, ['beta']],
    [`_parentaccountid_value eq ${id(9)}`, ['Gamma']],
    ["parentaccountid/name eq 'O''Brien & Sons'", ['Gamma']],
    ["contains(name,'LPH')", ['Alpha']],
    ["startswith(name,'ga') or endswith(name,'ta')", ['beta', 'Gamma']],
    ["name eq 'Alpha' or name eq 'beta' and statecode eq 0", ['Alpha']],
    ["(name eq 'Alpha' or name eq 'beta') and statecode eq 1", ['beta']],
    ["not contains(name,'a') or statecode eq 0", ['Alpha', 'Gamma']],
    ["not (statecode eq 0) and name eq 'beta'", ['beta']],
    ["statecode eq 0 and not contains(name,'alpha') or name eq 'beta'", ['beta', 'Gamma']],
    [
      `Microsoft.Dynamics.CRM.In(PropertyName='opportunityid',PropertyValues=['${id(1)}','${id(3)}'])`,
      ['Alpha', 'Gamma'],
    ],
    [`Microsoft.Dynamics.CRM.In(PropertyName='parentaccountid',PropertyValues=["${id(9)}"])`, ['Gamma']],
    [
      "Microsoft.Dynamics.CRM.LastXDays(PropertyName='modifiedon',PropertyValue=2) and statecode eq 0",
      ['Alpha', 'Gamma'],
    ],
    [`opportunity_connections1/any(c:c/_record2id_value eq ${id(9)})`, ['Alpha']],
  ])('%s', (filter, expected) => {
    expect(matches(filter)).toEqual(expected);
  });

  it.each([
    "nosuchcolumn eq 'x'",
    `parentaccountid eq ${id(9)}`,
    "estimatedvalue eq 'x'",
    'name eq 5',
    "statecode eq 'Open'",
    "name eq 'x' and",
    "name = 'x'",
    'length(name) eq 5',
    'contains(estimatedvalue,5)',
    "parentaccountid/nosuch eq 'x'",
    "nosuch/any(c:c/name eq 'x')",
    "Microsoft.Dynamics.CRM.Above(PropertyName='name',PropertyValue='x')",
  ])('refuses %s', (filter) => {
    expect(() => matches(filter)).toThrow(expect.objectContaining({ status: 400, code: '0x80060888' }) as Error);
  });
});
