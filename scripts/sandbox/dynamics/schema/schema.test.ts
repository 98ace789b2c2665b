import {
  DIRECTIONS,
  DYNAMICS_CHOICE_BASE,
  HELP_CODES,
  REQUEST_ACTIONS,
  REQUEST_STATUSES,
  SECTION_FIELDS,
  SYNC_STATUSES,
} from '../../../../shared/core/index.ts';
import { loadSchema } from './index.ts';

const schema = loadSchema();

function columnOf(table: string, name: string) {
  const column = schema.tables.get(table)?.columns.get(name);
  if (!column) throw new Error(`${table} has no column ${name}`);
  return column;
}

describe('the schema of the solution', () => {
  it('has every field of the section on the opportunity', () => {
    const columns = schema.tables.get('opportunity')?.columns;
    expect(Object.values<string>({ ...SECTION_FIELDS.dynamics }).filter((name) => !columns?.has(name))).toEqual([]);
  });

  it.each<[table: string, name: string, words: readonly string[]]>([
    ['opportunity', 'cosell_howcanmicrosofthelp', HELP_CODES],
    ['opportunity', 'cosell_syncstatus', SYNC_STATUSES],
    ['opportunity', 'cosell_referraldirection', DIRECTIONS],
    ['cosell_request', 'cosell_action', REQUEST_ACTIONS],
    ['cosell_request', 'cosell_status', REQUEST_STATUSES],
  ])('%s.%s has one option for each of our words, in their order', (table, name, words) => {
    const values = columnOf(table, name).options?.map((option) => option.value);
    expect(values).toEqual(words.map((_, index) => DYNAMICS_CHOICE_BASE + index));
  });

  it.each([
    ['cosell_referralidentifier', 'string', 100],
    ['cosell_referrallink', 'string', 300],
    ['cosell_products', 'memo', 4000],
    ['cosell_audit', 'memo', 100_000],
    ['cosell_syncdetails', 'memo', 32_768],
  ])('%s is a %s of %d', (name, type, maxLength) => {
    expect(columnOf('opportunity', name)).toMatchObject({ type, maxLength });
  });

  it('secures exactly the columns that the connector writes', () => {
    const secured = [...(schema.tables.get('opportunity')?.columns.values() ?? [])].filter(({ secured }) => secured);
    const { sync, help, visible, products, ...connectors } = SECTION_FIELDS.dynamics;
    expect(secured.map(({ name }) => name).sort()).toEqual(Object.values(connectors).sort());
    expect([sync, help, visible, products].some((name) => columnOf('opportunity', name).secured)).toBe(false);
  });

  it('has the alternate keys and the requests of an opportunity', () => {
    expect(schema.tables.get('opportunity')?.keys).toEqual([
      { name: 'cosell_referral', columns: ['cosell_referralidentifier'] },
    ]);
    expect(schema.tables.get('cosell_solution')?.keys[0]?.columns).toEqual(['cosell_solutionidentifier']);
    expect(
      schema.tables.get('opportunity')?.collections.get('cosell_opportunity_cosell_request_opportunityid'),
    ).toMatchObject({
      table: 'cosell_request',
      column: 'cosell_opportunityid',
    });
  });

  it('knows no column that is neither standard nor deployed', () => {
    expect(schema.tables.get('opportunity')?.columns.has('msft_microsoftcrmidentifier')).toBe(false);
  });
});
