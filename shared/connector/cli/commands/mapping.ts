import { CosellError, membersToLookUp, planSync, type MappingRow, type SyncPlan } from '../../../core/index.ts';
import type { CrmOpportunity } from '../../../core/model/index.ts';
import { composeSystems } from '../../compose.ts';
import type { Config } from '../../config/load.ts';
import type { CrmConfig } from '../../config/schema.ts';
import { createSyncStore } from '../../store/sync-store.ts';
import { isSyncOn, needsReferral } from '../../worker/needs-referral.ts';
import { chooseCrm } from '../choose-crm.ts';
import { EXIT, quietLog, readConfig, type CliContext, type ConfigOption } from '../context.ts';
import { SIGNS } from '../signs.ts';
import { renderTable } from '../table.ts';
import { withTools } from '../tools.ts';
import { CONFIG_OPTION, JSON_OPTION, type AddCommand } from './add.ts';

interface MappingOptions extends ConfigOption {
  readonly crm?: string;
  readonly json?: boolean;
}

const PLACE_LETTERS = [
  ['createInCrm', 'c'],
  ['updateInCrm', 'u'],
  ['createInPartnerCenter', 'C'],
  ['updateInPartnerCenter', 'U'],
] as const;

/** `mapping check|try`: what the field mapping says, and what it would do. */
export const addMapping: AddCommand = (program, context, ended) => {
  const command = program.command('mapping').description('the field mapping: what it says, and what it would do');

  command
    .command('check')
    .description('check the mapping of the configuration and that the CRM has its fields')
    .option('--crm <name>', 'which CRM, if there are several')
    .option(...CONFIG_OPTION)
    .option(...JSON_OPTION)
    .action(async (options: MappingOptions) => {
      const config = await readConfig(context, options);
      const crm = chooseCrm(config, options.crm);
      const rows = config.policies[crm.name]?.mapping ?? [];
      const findings = await withSystems(config, async ({ systems }) => systems.crms.get(crm.name)?.check() ?? []);
      const wrong = findings.filter((finding) => finding.level !== 'ok');
      const failed = findings.some((finding) => finding.level === 'error');
      if (options.json) context.print(JSON.stringify({ crm: crm.name, rows, findings }));
      else {
        context.print(renderTable(['FIELD', 'PLACES', 'CONFLICT', 'CRM FIELD', 'REFERRAL'], rows.map(describeRow)));
        context.print('\nPLACES: c/u create/update in the CRM, C/U create/update in Partner Center\n');
        for (const { level, message, cure } of wrong)
          context.print(`${SIGNS[level]} ${message}${cure === null ? '' : `\n    ${cure}`}`);
        if (!failed) context.print(`${SIGNS.ok} The CRM has every field that the mapping names.`);
      }
      ended(failed ? EXIT.findings : EXIT.ok);
    });

  command
    .command('try')
    .description('show what a sync of this opportunity would send and write, without doing it')
    .argument('<opportunity>', 'identifier of the opportunity')
    .option('--crm <name>', 'which CRM, if there are several')
    .option(...CONFIG_OPTION)
    .option(...JSON_OPTION)
    .action(async (opportunityId: string, options: MappingOptions) => {
      const config = await readConfig(context, options);
      const { plan, opportunity, asIfOn } = await tryOut(config, chooseCrm(config, options.crm), opportunityId);
      if (options.json) context.print(JSON.stringify({ opportunity, asIfSyncWereOn: asIfOn, ...summary(plan) }));
      else {
        if (asIfOn) context.print('Sync is off: this is what would happen if it were on.');
        showPlan(context, plan);
      }
      ended(plan.status === 'not-ready' ? EXIT.findings : EXIT.ok);
    });
};

interface Opened {
  readonly systems: ReturnType<typeof composeSystems>;
  readonly store: ReturnType<typeof createSyncStore>;
}

function withSystems<Result>(config: Config, work: (opened: Opened) => Promise<Result>): Promise<Result> {
  return withTools(config, quietLog(), async ({ db }) => {
    const systems = composeSystems(config, db, quietLog());
    try {
      return await work({ systems, store: createSyncStore(db) });
    } finally {
      await systems.close();
    }
  });
}

interface Preview {
  readonly plan: SyncPlan;
  /** As the CRM has it. */
  readonly opportunity: CrmOpportunity;
  /** Sync is off, and the plan is made as if it were on. */
  readonly asIfOn: boolean;
}

function tryOut(config: Config, { name }: CrmConfig, opportunityId: string): Promise<Preview> {
  return withSystems(config, async ({ systems, store }) => {
    const read = await systems.crms.get(name)?.readOpportunities([opportunityId]);
    const [found] = read?.opportunities ?? [];
    const policy = config.policies[name];
    if (!read || !found || !policy) {
      throw new CosellError('opportunity-not-found', {
        message: `${name} has no opportunity ${opportunityId}, or the integration user may not see it.`,
        cure: 'Check the identifier and what the integration user may see.',
      });
    }
    const link = (await store.load(name, [opportunityId])).get(opportunityId)?.link ?? null;
    const asIfOn = !isSyncOn(policy, found);
    const opportunity = asIfOn ? { ...found, values: { ...found.values, [policy.fields.sync]: true } } : found;
    const wanted = needsReferral(policy, { opportunity, link }) ? (link?.referralId ?? null) : null;
    const referral = wanted === null ? null : ((await systems.partnerCenter.get(wanted)) ?? 'gone');
    const lookedUp = membersToLookUp({ policy, opportunity, link, referral });
    const plan = planSync({
      now: new Date().toISOString(),
      policy,
      opportunity,
      link,
      referral,
      microsoftReferral: null,
      users: lookedUp.length === 0 ? [] : ((await systems.crms.get(name)?.findUsers(lookedUp)) ?? []),
      requests: read.requests,
      journal: [],
      failure: null,
    });
    return { plan, opportunity: found, asIfOn };
  });
}

function summary({ step, status, crm, team, audit }: SyncPlan): object {
  if (!step) return { status, send: null, write: crm, team, audit };
  const send = step.kind === 'patch' ? { patch: step.operations } : { create: step.body };
  return { status, send, write: null, team: null, audit: step.audit };
}

function showPlan(context: CliContext, plan: SyncPlan): void {
  const { step } = plan;
  context.print(`Status: ${plan.status}`);
  if (step?.kind === 'patch') {
    context.print('It would change in the referral:');
    for (const { path, value } of step.operations) context.print(`  ${path} = ${JSON.stringify(value)}`);
  } else if (step) {
    context.print(step.kind === 'create-own' ? 'It would create this referral:' : 'It would invite Microsoft with:');
    context.print(JSON.stringify(step.body, null, 2));
  } else {
    context.print('It would send nothing to Partner Center.');
    const writes = Object.entries(plan.crm);
    context.print(writes.length === 0 ? 'It would write nothing to the CRM.' : 'It would write to the opportunity:');
    for (const [path, value] of writes) context.print(`  ${path} = ${JSON.stringify(value)}`);
    if (plan.team !== null) {
      const { add, remove } = plan.team;
      context.print(`Of its sales team ${add.length} would join and ${remove.length} leave.`);
    }
  }
  for (const { sentence } of step?.audit ?? plan.audit) context.print(`Audit: ${sentence}`);
}

function describeRow({ field, places, conflict, crm, referral }: MappingRow): readonly string[] {
  const letters = PLACE_LETTERS.map(([place, letter]) => (places[place] === null ? '-' : letter)).join('');
  // Parts that the CRM has no field for are left out.
  const paths = Object.values(crm).flatMap((alternatives) =>
    alternatives.length > 0 ? [alternatives.join(' | ')] : [],
  );
  return [
    field,
    letters,
    conflict,
    paths.join(', ') || '(people of the opportunity)',
    Object.values(referral).join(', '),
  ];
}
