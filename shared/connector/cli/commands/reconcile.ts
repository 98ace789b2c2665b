import { composeSystems } from '../../compose.ts';
import { inboundRules } from '../../config/inbound.ts';
import { toFindOut } from '../../inbound/to-find-out.ts';
import { insertReferralJobs } from '../../queue/referral-jobs.ts';
import { insertSyncJobs } from '../../queue/sync-jobs.ts';
import { reconcileAll, type DriftReport } from '../../reconcile/reconcile.ts';
import { forgetSeen, seenMarks } from '../../store/seen.ts';
import { chooseCrm } from '../choose-crm.ts';
import { EXIT, quietLog, readConfig, type ConfigOption } from '../context.ts';
import { startProgress, type Progress } from '../progress.ts';
import { renderTable } from '../table.ts';
import { withTools } from '../tools.ts';
import { CONFIG_OPTION, JSON_OPTION, type AddCommand } from './add.ts';

interface ReconcileOptions extends ConfigOption {
  readonly crm?: string;
  readonly everything?: boolean;
  readonly json?: boolean;
}

/** `reconcile`: compares both sides with what was seen of them last, and queues what differs. */
export const addReconcile: AddCommand = (program, context, ended) => {
  program
    .command('reconcile')
    .description('find what no event told of, on both sides, and queue it for the running connector')
    .option('--crm <name>', 'only this CRM')
    .option('--everything', 'look at every deal, also where nothing differs; after a change of the mapping, say')
    .option(...CONFIG_OPTION)
    .option(...JSON_OPTION)
    .action(async (options: ReconcileOptions) => {
      const config = await readConfig(context, options);
      const names = (options.crm === undefined ? config.crms : [chooseCrm(config, options.crm)]).map(
        ({ name }) => name,
      );
      const rules = inboundRules(config.inbound, config.crms);
      const report = await withTools(config, quietLog(), async ({ boss, db }) => {
        const systems = composeSystems(config, db, quietLog());
        const bars = new Map<string, Progress>();
        try {
          if (options.everything) await forgetSeen(db, names);
          return await reconcileAll({
            partnerCenter: systems.partnerCenter,
            crms: new Map([...systems.crms].filter(([name]) => names.includes(name))),
            seen: seenMarks(db),
            sync: { add: (jobs) => insertSyncJobs(boss, db, jobs) },
            unknown: (strangers) => insertReferralJobs(boss, db, toFindOut(strangers, rules)),
            onProgress: (source, listed) => {
              const bar = bars.get(source) ?? startProgress(source);
              bars.set(source, bar);
              bar.found(listed);
            },
          });
        } finally {
          for (const bar of bars.values()) bar.stop();
          await systems.close();
        }
      });
      context.print(options.json ? JSON.stringify(report) : describe(report));
      ended(EXIT.ok);
    });
};

function describe({ partnerCenter, crms }: DriftReport): string {
  const rows = Object.entries(crms).map(([name, { listed, changed, requests }]) => [
    name,
    String(listed),
    String(changed),
    requests === 0 ? '' : `${requests} requests of sellers were waiting`,
  ]);
  const { listed, changed, unknown, gone } = partnerCenter;
  const notes = [
    unknown === 0 ? '' : `${unknown} belong to no opportunity`,
    gone === 0 ? '' : `${gone} linked ones are no longer there`,
  ].filter((note) => note !== '');
  return renderTable(
    ['WHERE', 'LISTED', 'DIFFERENT', ''],
    [['Partner Center', String(listed), String(changed), notes.join(', ')], ...rows],
  );
}
