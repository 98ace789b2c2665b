import { SingleBar } from 'cli-progress';
import { composeSystems } from '../../compose.ts';
import { catchUp } from '../../intake/catch-up.ts';
import { createIntake } from '../../intake/intake.ts';
import { createResolveQueue } from '../../queue/resolve-jobs.ts';
import { insertSyncJobs } from '../../queue/sync-jobs.ts';
import { chooseCrm } from '../choose-crm.ts';
import { EXIT, quietLog, readConfig, type ConfigOption } from '../context.ts';
import { withTools } from '../tools.ts';
import { CONFIG_OPTION, JSON_OPTION, type AddCommand } from './add.ts';

interface ReconcileOptions extends ConfigOption {
  readonly crm?: string;
  readonly json?: boolean;
}

/** `reconcile`: looks at every opportunity with Sync on again, whatever the change events said. */
export const addReconcile: AddCommand = (program, context, ended) => {
  program
    .command('reconcile')
    .description('queue every opportunity with Sync on, to be compared with its referral by the running connector')
    .option('--crm <name>', 'only this CRM')
    .option(...CONFIG_OPTION)
    .option(...JSON_OPTION)
    .action(async (options: ReconcileOptions) => {
      const config = await readConfig(context, options);
      const chosen = options.crm === undefined ? config.crms : [chooseCrm(config, options.crm)];
      const queued = await withTools(config, quietLog(), async ({ boss, db }) => {
        const systems = composeSystems(config, db, quietLog());
        const sync = { add: (jobs: Parameters<typeof insertSyncJobs>[2]) => insertSyncJobs(boss, db, jobs) };
        const intake = createIntake({ sync, resolve: createResolveQueue(boss) });
        try {
          const counts: Record<string, number> = {};
          for (const { name } of chosen) {
            const crm = systems.crms.get(name);
            if (!crm) continue;
            counts[name] = await withBar(name, (onPage) => catchUp(name, crm, intake, FROM_THE_START, onPage));
          }
          return counts;
        } finally {
          await systems.close();
        }
      });
      if (options.json) context.print(JSON.stringify({ queued }));
      else for (const [name, count] of Object.entries(queued)) context.print(`${name}: ${count} queued.`);
      ended(EXIT.ok);
    });
};

/** A full look leaves the connector's own place alone. */
const FROM_THE_START = { read: () => Promise.resolve(null), save: () => Promise.resolve() };

/** How many there are is only known at the end, so the bar grows with what was found. */
async function withBar(name: string, work: (onPage: (total: number) => void) => Promise<number>): Promise<number> {
  const bar = new SingleBar({ format: `${name} [{bar}] {value} found`, stream: process.stderr, hideCursor: true });
  bar.start(1, 0);
  try {
    return await work((total) => {
      bar.setTotal(total + 1);
      bar.update(total);
    });
  } finally {
    bar.setTotal(bar.getTotal() - 1 || 1);
    bar.stop();
  }
}
