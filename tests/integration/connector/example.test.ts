import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { loadSchema } from '../../../scripts/sandbox/dynamics/schema/index.ts';

const EXAMPLE = fileURLToPath(new URL('../../../cosell.config.example.yaml', import.meta.url));

interface Crm {
  readonly kind: string;
  readonly mapping?: Readonly<Record<string, { readonly crm?: readonly string[] }>>;
}

describe('the example configuration', () => {
  it('maps only columns that Dynamics 365 with the co-sell solution has', () => {
    const opportunity = loadSchema().tables.get('opportunity');
    const { crms } = parse(readFileSync(EXAMPLE, 'utf8')) as { readonly crms: readonly Crm[] };
    const mappings = crms.filter(({ kind }) => kind === 'dynamics').map(({ mapping = {} }) => mapping);
    const columns = mappings.flatMap((mapping) => Object.values(mapping).flatMap(({ crm = [] }) => crm));
    expect(columns.length).toBeGreaterThan(0);
    expect(columns.filter((column) => !opportunity?.columns.has(column))).toEqual([]);
  });
});
