import { asCosellError } from '../../../core/index.ts';
import type { CrmFinding } from '../../../crm/port.ts';
import { composeSystems, type Systems } from '../../compose.ts';
import { composeRegistration } from '../../compose-webhooks.ts';
import type { Config } from '../../config/load.ts';
import { listDeadLetters } from '../../queue/dead-letters.ts';
import { lookAtRegistration } from '../../webhooks/registration.ts';
import { EXIT, quietLog, readConfig, type ConfigOption } from '../context.ts';
import { withTools, type Tools } from '../tools.ts';
import { SIGNS } from '../signs.ts';
import { CONFIG_OPTION, JSON_OPTION, type AddCommand } from './add.ts';

interface Finding extends CrmFinding {
  /** What it is about: `configuration`, `database`, `partner-center` or the name of a CRM. */
  readonly area: string;
}

/** `doctor`: checks every connection, permission, field and mapping, and says the cure of what is wrong. */
export const addDoctor: AddCommand = (program, context, ended) => {
  program
    .command('doctor')
    .description('check configuration, database, connections, permissions, fields and mapping, and say the cure')
    .option(...CONFIG_OPTION)
    .option(...JSON_OPTION)
    .action(async (options: ConfigOption & { readonly json?: boolean }) => {
      const config = await readConfig(context, options).catch((thrown: unknown) => asFinding('configuration', thrown));
      const findings = 'level' in config ? [config] : await examine(config);
      if (options.json) context.print(JSON.stringify({ ok: !hasErrors(findings), findings }));
      else for (const line of findings.map(describe)) context.print(line);
      if ('level' in config) ended(EXIT.config);
      else ended(hasErrors(findings) ? EXIT.findings : EXIT.ok);
    });
};

async function examine(config: Config): Promise<readonly Finding[]> {
  const log = quietLog();
  const rows = Object.values(config.policies).reduce((sum, policy) => sum + policy.mapping.length, 0);
  const first = fine('configuration', config.file, `Complete, with a mapping of ${rows} rows.`);
  try {
    const rest = await withTools(config, log, async (tools) => {
      const systems = composeSystems(config, tools.db, log);
      try {
        return [
          ...(await examineDatabase(config, tools)),
          ...(await examineSystems(systems)),
          await examineWebhook(config, tools),
        ];
      } finally {
        await systems.close();
      }
    });
    return [first, ...rest];
  } catch (thrown) {
    return [first, asFinding('database', thrown)];
  }
}

async function examineDatabase(config: Config, { db, boss }: Tools): Promise<readonly Finding[]> {
  const [row] = await db.query<{ version: string }>("select current_setting('server_version') as version");
  const where = config.databaseUrl === null ? `built-in, in ${config.data.folder}` : 'a server of yours';
  const letters = (await listDeadLetters(boss)).length;
  const given = {
    area: 'database',
    level: 'warning',
    subject: 'dead letters',
    message: `${letters} opportunities were given up after all attempts.`,
    cure: 'See "npx cosell dead-letters list", cure what they name, then replay them.',
  } as const;
  return [
    fine('database', 'PostgreSQL', `${row?.version ?? 'unknown version'}, ${where}.`),
    ...(letters > 0 ? [given] : []),
  ];
}

async function examineSystems(systems: Systems): Promise<readonly Finding[]> {
  const partnerCenter = systems.checkPartnerCenter().then(
    () => [fine('partner-center', 'referrals', 'Signed in and read.')],
    (thrown: unknown) => [asFinding('partner-center', thrown)],
  );
  const crms = [...systems.crms].map(([area, crm]) =>
    crm.check().then(
      (findings) => findings.map((finding) => ({ area, ...finding })),
      (thrown: unknown) => [asFinding(area, thrown)],
    ),
  );
  return (await Promise.all([partnerCenter, ...crms])).flat();
}

/** Without events changes in Partner Center come later, but they come: no more than a warning. */
async function examineWebhook(config: Config, { db }: Tools): Promise<Finding> {
  const warning = (message: string, cure: string): Finding => ({
    area: 'partner-center',
    level: 'warning',
    subject: 'webhook',
    message,
    cure,
  });
  const later = `Until then, changes in Partner Center are found within ${config.sync.sweepSeconds} seconds.`;
  if (config.partnerCenter.webhooks.publicUrl === null) {
    return warning(
      'No webhook: partnerCenter.webhooks.publicUrl is not set.',
      `Set it, then run "npx cosell webhook register". ${later}`,
    );
  }
  const registration = composeRegistration(config, db);
  try {
    const { isOurs, missing } = await lookAtRegistration(registration);
    if (missing.length === 0) return fine('partner-center', 'webhook', 'Registered for all events.');
    const what = isOurs
      ? `It lacks the events ${missing.join(', ')}.`
      : 'This connector is not the one that is registered.';
    return warning(what, `See "npx cosell webhook show". ${later}`);
  } catch (thrown) {
    const { message, cure } = asCosellError(thrown);
    return warning(message, cure);
  } finally {
    await registration.close();
  }
}

const fine = (area: string, subject: string, message: string): Finding => ({
  area,
  level: 'ok',
  subject,
  message,
  cure: null,
});

function asFinding(area: string, thrown: unknown): Finding {
  const { code, message, cure } = asCosellError(thrown);
  return { area, level: 'error', subject: code, message, cure };
}

const hasErrors = (findings: readonly Finding[]): boolean => findings.some((finding) => finding.level === 'error');

function describe({ area, level, subject, message, cure }: Finding): string {
  const line = `${SIGNS[level]} ${area}: ${subject}: ${message}`;
  return cure === null ? line : `${line}\n    ${cure}`;
}
