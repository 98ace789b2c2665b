import { SingleBar } from 'cli-progress';
import { asCosellError, CosellError } from '../../../core/index.ts';
import { composeRegistration } from '../../compose-webhooks.ts';
import type { Config } from '../../config/load.ts';
import {
  lookAtRegistration,
  registerOurs,
  restoreFormer,
  validate,
  wasDelivered,
  type RegistrationDeps,
  type RegistrationState,
} from '../../webhooks/registration.ts';
import { EXIT, quietLog, readConfig, type CliContext, type ConfigOption } from '../context.ts';
import { withTools } from '../tools.ts';
import { describeState, occupied, refusedRestore, validationWords, type Tried } from '../webhook-words.ts';
import { CONFIG_OPTION, JSON_OPTION, type AddCommand } from './add.ts';

interface WebhookOptions extends ConfigOption {
  readonly json?: boolean;
  readonly overwrite?: boolean;
  /** From `--no-validate`. */
  readonly validate?: boolean;
  readonly wait?: string;
}

const OVERWRITE = ['--overwrite', 'replace what is registered although it is not ours'] as const;
const DEFAULT_WAIT_SECONDS = '60';

/** `webhook show|register|restore`: the one webhook registration of the tenant in Partner Center. */
export const addWebhook: AddCommand = (program, context, ended) => {
  const command = program
    .command('webhook')
    .description('the webhook registration in Partner Center: there is one for the whole tenant');

  command
    .command('show')
    .description('show what is registered, which events the service offers, and what ours replaced')
    .option(...CONFIG_OPTION)
    .option(...JSON_OPTION)
    .action(async (options: WebhookOptions) => {
      const config = await readConfig(context, options);
      const state = await withRegistration(config, lookAtRegistration);
      report(context, options, state, () => describeState(state, config.partnerCenter.webhooks.publicUrl));
      ended(state.missing.length === 0 ? EXIT.ok : EXIT.findings);
    });

  command
    .command('register')
    .description('register this connector for changes of referrals, and have a test event sent to it')
    .option(...OVERWRITE)
    .option('--no-validate', 'send no test event')
    .option('--wait <seconds>', 'how long to wait for the result of the test event', DEFAULT_WAIT_SECONDS)
    .option(...CONFIG_OPTION)
    .option(...JSON_OPTION)
    .action(async (options: WebhookOptions) => {
      const config = await readConfig(context, options);
      const publicUrl = publicUrlOf(config);
      ended(
        await withRegistration(config, async (deps) => {
          const before = await lookAtRegistration(deps);
          const overwrite = options.overwrite ?? false;
          const outcome = await registerOurs(deps, before, { publicUrl, overwrite });
          if (outcome === 'occupied') {
            report(context, options, { outcome, ...before }, () => occupied(before));
            return EXIT.findings;
          }
          const after = await lookAtRegistration(deps);
          const validation = options.validate === false ? null : await tryOut(options, deps);
          report(context, options, { outcome, ...after, validation }, () =>
            [
              outcome === 'already' ? 'It was registered already.' : 'Registered.',
              describeState(after, publicUrl),
              ...(validation ? [validationWords(validation)] : []),
            ].join('\n'),
          );
          return validation === null || validation.delivered ? EXIT.ok : EXIT.findings;
        }),
      );
    });

  command
    .command('restore')
    .description('put back the registration that ours replaced')
    .option(...OVERWRITE)
    .option(...CONFIG_OPTION)
    .option(...JSON_OPTION)
    .action(async (options: WebhookOptions) => {
      const config = await readConfig(context, options);
      ended(
        await withRegistration(config, async (deps) => {
          const before = await lookAtRegistration(deps);
          const outcome = await restoreFormer(deps, before, options.overwrite ?? false);
          const done = outcome === 'restored' || outcome === 'already';
          const after = done ? await lookAtRegistration(deps) : before;
          report(context, options, { outcome, ...after }, () =>
            done
              ? `Put back.\n${describeState(after, config.partnerCenter.webhooks.publicUrl)}`
              : refusedRestore(outcome, before),
          );
          return done ? EXIT.ok : EXIT.findings;
        }),
      );
    });
};

function withRegistration<Result>(config: Config, work: (deps: RegistrationDeps) => Promise<Result>): Promise<Result> {
  return withTools(config, quietLog(), async ({ db }) => {
    const registration = composeRegistration(config, db);
    try {
      return await work(registration);
    } finally {
      await registration.close();
    }
  });
}

function report(
  context: CliContext,
  { json }: WebhookOptions,
  content: object | RegistrationState,
  words: () => string,
): void {
  context.print(json ? JSON.stringify(content) : words());
}

function publicUrlOf(config: Config): string {
  const { publicUrl } = config.partnerCenter.webhooks;
  if (publicUrl !== null) return publicUrl;
  throw new CosellError('config-invalid', {
    message: `${config.file} does not say under which address Partner Center reaches this connector.`,
    cure: 'Set partnerCenter.webhooks.publicUrl, for example to https://cosell.example.com/webhooks/partner-center.',
    field: 'partnerCenter.webhooks.publicUrl',
  });
}

async function tryOut(options: WebhookOptions, deps: RegistrationDeps): Promise<Tried> {
  const limit = Number(options.wait);
  const seconds = Number.isFinite(limit) && limit > 0 ? limit : Number(DEFAULT_WAIT_SECONDS);
  const bar = new SingleBar({
    format: 'waiting for the test event [{bar}] {value} s of {total} s at most',
    stream: process.stderr,
    hideCursor: true,
  });
  if (!options.json) bar.start(seconds, 0);
  try {
    const event = await validate(deps, seconds, (waited) => bar.update(Math.min(waited, seconds)));
    return {
      delivered: event !== null && wasDelivered(event),
      response: event?.results.at(-1)?.responseCode ?? null,
      problem: null,
    };
  } catch (thrown) {
    const { message, cure } = asCosellError(thrown);
    return { delivered: false, response: null, problem: `${message} ${cure}` };
  } finally {
    bar.stop();
  }
}
