import type { Command } from 'commander';
import type { DeadLetter } from '../../queue/dead-letters.ts';
import { listDeadLetters, replayDeadLetters } from '../../queue/dead-letters.ts';
import { EXIT, quietLog, readConfig, type ConfigOption } from '../context.ts';
import { renderTable } from '../table.ts';
import { withTools } from '../tools.ts';
import { CONFIG_OPTION, JSON_OPTION, type AddCommand } from './add.ts';

interface ListOptions extends ConfigOption {
  readonly json?: boolean;
}

interface ReplayOptions extends ListOptions {
  readonly all?: boolean;
  readonly crm?: string;
}

/** `dead-letters list|replay`: opportunities whose sync was given up after all attempts. */
export const addDeadLetters: AddCommand = (program, context, ended) => {
  const command = program
    .command('dead-letters')
    .description('opportunities whose sync was given up after all attempts');

  command
    .command('list')
    .description('show them, the oldest first')
    .option(...CONFIG_OPTION)
    .option(...JSON_OPTION)
    .action(async (options: ListOptions) => {
      const config = await readConfig(context, options);
      const letters = await withTools(config, quietLog(), ({ boss }) => listDeadLetters(boss));
      if (options.json) context.print(JSON.stringify({ deadLetters: letters }));
      else context.print(letters.length === 0 ? 'There are none.' : describe(letters));
      ended(EXIT.ok);
    });

  command
    .command('replay')
    .description('put them back into the queue, with all their attempts ahead of them')
    .argument('[opportunity...]', 'identifiers of opportunities')
    .option('--all', 'replay all of them')
    .option('--crm <name>', 'only those of this CRM')
    .option(...CONFIG_OPTION)
    .option(...JSON_OPTION)
    .action(async (opportunityIds: string[], options: ReplayOptions, self: Command) => {
      if (!options.all && opportunityIds.length === 0) self.error('Name opportunities, or say --all.');
      const config = await readConfig(context, options);
      const replayed = await withTools(config, quietLog(), async ({ boss, db }) => {
        const letters = (await listDeadLetters(boss)).filter(
          ({ crm, opportunityId }) =>
            (options.crm === undefined || crm === options.crm) &&
            ((options.all ?? false) || opportunityIds.includes(opportunityId)),
        );
        await replayDeadLetters(boss, db, letters);
        return letters;
      });
      const ids = replayed.map(({ crm, opportunityId }) => ({ crm, opportunityId }));
      if (options.json) context.print(JSON.stringify({ replayed: ids }));
      else context.print(`Put ${ids.length} back into the queue.`);
      ended(ids.length === 0 ? EXIT.findings : EXIT.ok);
    });
};

function describe(letters: readonly DeadLetter[]): string {
  const rows = letters.map((letter) => [
    letter.at,
    letter.crm,
    letter.opportunityId,
    letter.errorCode,
    String(letter.failures),
    `${letter.message} ${letter.cure}`,
  ]);
  return renderTable(['SINCE', 'CRM', 'OPPORTUNITY', 'ERROR', 'ATTEMPTS', 'WHAT AND WHAT TO DO'], rows);
}
