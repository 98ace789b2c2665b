import { readdirSync } from 'node:fs';
import { loadSchema, SOLUTION_FOLDER } from '../schema/index.ts';
import { readMainForm } from './form-xml.ts';

const form = readMainForm(SOLUTION_FOLDER, 'Opportunity');
const cells = form.tabs.flatMap(({ columns }) =>
  columns.flatMap(({ sections }) => sections.flatMap((item) => item.cells)),
);
const columns = loadSchema().tables.get('opportunity')?.columns;

describe('the form that the solution brings', () => {
  it('shows only columns that the opportunity has', () => {
    expect(cells.length).toBeGreaterThan(8);
    expect([...form.header, ...cells.map(({ column }) => column)].filter((name) => !columns?.has(name))).toEqual([]);
  });

  it('hosts the control that the solution brings, bound to columns that exist', () => {
    const [control, ...others] = cells.flatMap((cell) => (cell.control === null ? [] : [cell.control]));
    expect(others).toEqual([]);
    expect(readdirSync(`${SOLUTION_FOLDER}/Controls`)).toContain(control?.name);
    const bound = Object.values(control?.parameters ?? {}).flatMap((parameter) =>
      'column' in parameter ? [parameter.column] : [],
    );
    expect(bound).toContain('cosell_syncwithpartnercenter');
    expect(bound.filter((name) => !columns?.has(name))).toEqual([]);
  });
});
