import type { WrittenPath } from '../../core/mapping/crm-paths.ts';
import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import { notWritable } from '../not-writable.ts';
import type { CrmFinding } from '../port.ts';
import { checkPrivileges } from './check-privileges.ts';
import { checkWebhook } from './check-webhook.ts';
import { failed, ok } from './findings.ts';
import { CONNECTION_COLUMNS, CONNECTION_TABLE } from './publish-connection.ts';
import { parsePath } from './paths.ts';
import type { ColumnPath } from './query.ts';
import { REQUEST_COLUMNS } from './requests.ts';
import type { Schema } from './schema.ts';
import type { WebApi } from './web-api.ts';

interface CheckTools {
  readonly api: WebApi;
  readonly schema: Schema;
}

/** The port's `check`: never throws; what goes wrong is a finding. */
export function createCheck(
  paths: readonly ColumnPath[],
  fields: SectionFieldNames,
  written: readonly WrittenPath[],
  { api, schema }: CheckTools,
) {
  async function connection(): Promise<{ userId: string; finding: CrmFinding }> {
    const { UserId } = await api.ask((client) => client.callFunction<{ UserId: string }>({ functionName: 'WhoAmI' }));
    const { Version } = await api.ask((client) =>
      client.callFunction<{ Version: string }>({ functionName: 'RetrieveVersion' }),
    );
    return { userId: UserId, finding: ok('Connection', `Signed in to Dynamics 365 ${Version}.`) };
  }

  async function columns(): Promise<readonly CrmFinding[]> {
    const own = Object.values<string>({ ...fields }).map(parsePath);
    const all = [...new Map([...paths, ...own].map((path) => [path.path, path])).values()];
    await schema.load(all);
    const missing = all.filter((path) => schema.typeOf(path) === undefined);
    if (missing.length === 0) return [ok('Columns', `All ${all.length} mapped columns exist.`)];
    return missing.map(({ path }) => ({
      level: 'error',
      subject: path,
      message: `Dynamics 365 has no column ${path} on the opportunity.`,
      cure: path.startsWith('cosell_')
        ? 'Import the co-sell solution, or a newer version of it, and publish it.'
        : 'Correct the field mapping, or add the column to the opportunity table.',
    }));
  }

  async function writtenColumns(): Promise<readonly CrmFinding[]> {
    if (written.length === 0) return [];
    const readOnly = await schema.readOnlyColumns();
    return notWritable(written, (path) => readOnly.has(path));
  }

  async function table(name: string, needed: readonly string[], fine: CrmFinding): Promise<readonly CrmFinding[]> {
    const missing = await schema.missingColumns(name, needed);
    if (missing.length === 0) return [fine];
    return [
      {
        level: 'error',
        subject: name,
        message: `The table ${name} lacks ${missing.join(', ')}.`,
        cure: 'Import the co-sell solution, or a newer version of it, and publish it.',
      },
    ];
  }

  /** A check that cannot be made is a finding of its own, and does not keep the others from being made. */
  const guarded = async (
    subject: string,
    check: () => Promise<readonly CrmFinding[]>,
  ): Promise<readonly CrmFinding[]> => check().catch((thrown: unknown) => [failed(subject, thrown)]);

  return async (): Promise<readonly CrmFinding[]> => {
    let userId: string;
    const findings: CrmFinding[] = [];
    try {
      const connected = await connection();
      userId = connected.userId;
      findings.push(connected.finding);
    } catch (thrown) {
      return [failed('Connection', thrown)];
    }
    const groups = await Promise.all([
      guarded('Columns', columns),
      guarded('Mapping', writtenColumns),
      guarded('Requests', () =>
        table('cosell_request', REQUEST_COLUMNS, ok('Requests', 'The request table is deployed.')),
      ),
      guarded('Connection row', () =>
        table(CONNECTION_TABLE, CONNECTION_COLUMNS, ok('Connection row', 'The connection table is deployed.')),
      ),
      guarded('Privileges', () => checkPrivileges(api, userId)),
      guarded('Webhook', () => checkWebhook(api)),
    ]);
    return [...findings, ...groups.flat()];
  };
}
