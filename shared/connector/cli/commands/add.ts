import type { Command } from 'commander';
import type { CliContext, ExitCode } from '../context.ts';

/** Adds a command to the program; `ended` is told its exit code. */
export type AddCommand = (program: Command, context: CliContext, ended: (code: ExitCode) => void) => void;

export const CONFIG_OPTION = [
  '-c, --config <file>',
  'configuration file (default: COSELL_CONFIG, else cosell.config.yaml)',
] as const;
export const JSON_OPTION = ['--json', 'report as JSON on standard output'] as const;
