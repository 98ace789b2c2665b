import { type SampleOrg, createSampleOrg } from './create-org.ts';
import { SalesforceError } from './errors.ts';
import type { CommitContext, OrgUser } from './org.ts';
import { createRecord } from './records/write.ts';
import { requireObject } from './schema/lookup.ts';
import type { ObjectDefinition } from './schema/types.ts';
import { executeQuery } from './soql/execute.ts';
import type { Row, RowChange } from './store/store.ts';

/** A sample org with short ways to use it in unit tests, and a clock that stands still. */
export interface TestOrg extends SampleOrg {
  readonly user: (clientId: string) => OrgUser;
  readonly object: (name: string) => ObjectDefinition;
  readonly create: (clientId: string, object: string, body: object) => string;
  readonly row: (object: string, id: string) => Row;
  readonly query: (soql: string, clientId?: string) => readonly Record<string, unknown>[];
  readonly commits: { readonly changes: readonly RowChange[]; readonly context: CommitContext }[];
}

export const NOW = Date.parse('2026-11-20T17:05:09.500Z');

export function testOrg({ multiCurrency = true } = {}): TestOrg {
  const commits: { changes: readonly RowChange[]; context: CommitContext }[] = [];
  const sample = createSampleOrg({
    multiCurrency,
    opportunityTeams: true,
    now: () => NOW,
    onCommit: (changes, context) => void commits.push({ changes, context }),
  });
  const { org } = sample;
  const user = (clientId: string): OrgUser => {
    const found = sample.userOfClient(clientId);
    if (!found) throw new Error(`There is no ${clientId}.`);
    return found;
  };
  const object = (name: string): ObjectDefinition => requireObject(org.schema, name);
  return {
    ...sample,
    commits,
    user,
    object,
    create: (clientId, name, body) =>
      org.commit({ userId: user(clientId).id, changeOrigin: '' }, () =>
        createRecord(org, user(clientId), object(name), body as Record<string, unknown>),
      ),
    row: (name, id) => {
      const row = org.store.get(object(name), id);
      if (!row) throw new Error(`${name} ${id} is not there.`);
      return row;
    },
    query: (soql, clientId = 'sandbox') =>
      executeQuery(org, user(clientId), soql, { version: '64.0' }).records as readonly Record<string, unknown>[],
  };
}

/** The Salesforce error code that some work ends with; `null` when it ends well. */
export function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof SalesforceError) return error.errorCode;
    throw error;
  }
}

/** The least that an opportunity needs. */
export const OPPORTUNITY = { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2027-03-31' } as const;
