import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { CrmOpportunity, Person } from '../../../../shared/core/model/index.ts';
import type { SyncPolicy } from '../../../../shared/core/policy/types.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const LWC = path.join(ROOT, 'salesforce/main/default/lwc');

/** What the record page of Salesforce reads with, as far as it needs no component: `lwc/sectionPort`. */
export interface LightningReading {
  readonly REQUIRED_FIELDS: readonly string[];
  readonly DEAL_QUERY: string;
  readonly ACCOUNT_CONTACTS_QUERY: string;
  optionalFields(policy: SyncPolicy): readonly string[];
  accountIdOf(record: unknown): string | null;
  recordsOf(result: unknown, object: string): readonly unknown[];
  onlyContactOf(result: unknown): Person | null;
  opportunityOf(record: unknown, deal: unknown, policy: SyncPolicy): CrmOpportunity;
}

const ENTRY = `
export { optionalFields, accountIdOf, opportunityOf, REQUIRED_FIELDS } from './record';
export { recordsOf } from './graph';
export { onlyContactOf } from './people';
export { DEAL_QUERY, ACCOUNT_CONTACTS_QUERY } from './queries';
`;

/** The sources of the module, outside of the platform: a query is its own text. */
export async function loadLightningReading(): Promise<LightningReading> {
  const outfile = path.join(await mkdtemp(path.join(tmpdir(), 'lightning-reading-')), 'reading.mjs');
  await build({
    stdin: { contents: ENTRY, resolveDir: path.join(LWC, 'sectionPort'), loader: 'ts' },
    bundle: true,
    format: 'esm',
    outfile,
    logLevel: 'warning',
    plugins: [
      {
        name: 'platform',
        setup(builder) {
          builder.onResolve({ filter: /^c\/syncCore$/ }, () => ({
            path: path.join(ROOT, 'shared/section/salesforce.ts'),
          }));
          builder.onResolve({ filter: /^lightning\/graphql$/ }, () => ({ path: 'graphql', namespace: 'platform' }));
          builder.onLoad({ filter: /./, namespace: 'platform' }, () => ({
            contents: 'export const gql = ([text]) => text;',
          }));
        },
      },
    ],
  });
  return (await import(pathToFileURL(outfile).href)) as LightningReading;
}
