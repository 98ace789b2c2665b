import { Command, CommanderError } from 'commander';
import { asCosellError } from '../../core/index.ts';
import { addBackfill } from './commands/backfill.ts';
import { addConsent } from './commands/consent.ts';
import { addDeadLetters } from './commands/dead-letters.ts';
import { addDoctor } from './commands/doctor.ts';
import { addInit } from './commands/init.ts';
import { addMapping } from './commands/mapping.ts';
import { addReconcile } from './commands/reconcile.ts';
import { addServe } from './commands/serve.ts';
import { addWebhook } from './commands/webhook.ts';
import { EXIT, type CliContext, type ExitCode } from './context.ts';

export const EXIT_CODES_HELP = `
Exit codes:
  0  done, and all is well
  1  failed: something could not be reached, or went wrong
  2  the configuration or the command line has a problem
  3  done, but it found problems (doctor, mapping, webhook, backfill), or nothing to act on (dead-letters)
`;

export interface Program {
  /** Runs one command line and returns its exit code. */
  run(words: readonly string[]): Promise<ExitCode>;
}

/** The command line `cosell`. */
export function createProgram(context: CliContext = processContext()): Program {
  const program = new Command('cosell')
    .description('Keeps Microsoft Partner Center referrals and CRM opportunities in step.')
    .configureOutput({
      writeOut: (text) => context.print(text.trimEnd()),
      writeErr: (text) => context.note(text.trimEnd()),
    })
    .addHelpText('afterAll', EXIT_CODES_HELP)
    .showHelpAfterError('Run it with --help to see what it takes.')
    .exitOverride();
  const result: { code: ExitCode } = { code: EXIT.ok };
  const ended = (code: ExitCode): void => {
    result.code = code;
  };
  for (const add of [
    addServe,
    addInit,
    addConsent,
    addDoctor,
    addMapping,
    addDeadLetters,
    addReconcile,
    addBackfill,
    addWebhook,
  ])
    add(program, context, ended);
  return {
    run: async (words) => {
      try {
        await program.parseAsync([...words], { from: 'user' });
        return result.code;
      } catch (thrown) {
        return report(context, thrown);
      }
    },
  };
}

function report(context: CliContext, thrown: unknown): ExitCode {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.ok : EXIT.config;
  const error = asCosellError(thrown);
  context.note(error.code === 'internal' && thrown instanceof Error ? (thrown.stack ?? thrown.message) : error.message);
  context.note(error.cure);
  return error.code === 'config-invalid' || error.code === 'mapping-invalid' ? EXIT.config : EXIT.failed;
}

function processContext(): CliContext {
  return {
    environment: process.env,
    print: (line) => process.stdout.write(`${line}\n`),
    note: (line) => process.stderr.write(`${line}\n`),
  };
}
