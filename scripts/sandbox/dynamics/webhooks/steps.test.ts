import { SECTION_FIELDS } from '../../../../shared/core/mapping/section-fields.ts';
import { SOLUTION_FOLDER, loadSchema } from '../schema/index.ts';
import { readAuthHeaders, readEndpoints, readSteps } from './steps.ts';

const steps = readSteps(SOLUTION_FOLDER);

describe('the webhook steps of the solution', () => {
  it('cover the opportunity, its customer, its people and the requests, but not new accounts and contacts', () => {
    expect(steps.map(({ message, table }) => `${message} ${table}`).sort()).toEqual([
      'Create connection',
      'Create cosell_request',
      'Create opportunity',
      'Delete connection',
      'Update account',
      'Update connection',
      'Update contact',
      'Update opportunity',
    ]);
  });

  it('filter by columns that exist', () => {
    const schema = loadSchema();
    for (const { table, filteringAttributes } of steps) {
      const columns = schema.tables.get(table)?.columns;
      expect(filteringAttributes.filter((name) => !columns?.has(name))).toEqual([]);
    }
  });

  it('stay silent about the columns that the connector writes', () => {
    const { sync, help, visible, products, ...connectors } = SECTION_FIELDS.dynamics;
    const watched =
      steps.find(({ message, table }) => message === 'Update' && table === 'opportunity')?.filteringAttributes ?? [];
    expect(watched).toEqual(expect.arrayContaining([sync, help, visible, products]));
    expect(Object.values(connectors).filter((name) => watched.includes(name))).toEqual([]);
  });

  it('belong to the endpoint of the solution', () => {
    const [endpoint] = readEndpoints(SOLUTION_FOLDER);
    expect(endpoint?.values).toMatchObject({ contract: 8, authtype: 5 });
    expect(new Set(steps.map(({ endpointId }) => endpointId))).toEqual(new Set([endpoint?.id]));
  });

  it('read header settings', () => {
    expect(readAuthHeaders('<settings><setting name="x-key" value="a&amp;b" /></settings>')).toEqual({
      'x-key': 'a&b',
    });
  });
});
