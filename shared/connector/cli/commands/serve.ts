import { createLog } from '../../operations/log.ts';
import { startService } from '../../service.ts';
import { EXIT, productVersion, readConfig, type ConfigOption } from '../context.ts';
import { CONFIG_OPTION, type AddCommand } from './add.ts';

/** Should something not let go: nothing of importance takes longer than this. */
const HARD_STOP_MS = 8_000;

export const addServe: AddCommand = (program, context, ended) => {
  program
    .command('serve')
    .description('run the connector until it is stopped (Ctrl-C or SIGTERM)')
    .option(...CONFIG_OPTION)
    .action(async (options: ConfigOption) => {
      const config = await readConfig(context, options);
      const log = createLog(config.log.level);
      // Asked to stop while it starts: it starts, then stops at once.
      const asked = stopSignal();
      const service = await startService(config, await productVersion(), log);
      const signal = await asked;
      log.info({ signal }, 'Stopping');
      const hardStop = setTimeout(() => {
        log.error({}, 'Stopping took too long; what was under way is taken up at the next start');
        process.exit(EXIT.failed);
      }, HARD_STOP_MS);
      await service.stop();
      clearTimeout(hardStop);
      log.info({}, 'Stopped');
      ended(EXIT.ok);
    });
};

/** The first of the two. Later ones change nothing: Ctrl-C reaches us as well as whoever started us and passes it on. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve(signal));
  });
}
