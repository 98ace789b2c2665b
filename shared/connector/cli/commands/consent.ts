import { createInterface } from 'node:readline/promises';
import { consentAddress, REDIRECT_URI } from '../../../partner-center/index.ts';
import { takeConsent } from '../../compose.ts';
import { EXIT, quietLog, readConfig, type ConfigOption } from '../context.ts';
import { withTools } from '../tools.ts';
import { CONFIG_OPTION, type AddCommand } from './add.ts';

interface ConsentOptions extends ConfigOption {
  readonly answer?: string;
}

/** `consent`: lets a person sign in to Partner Center for the connector, for the first time or again. */
export const addConsent: AddCommand = (program, context, ended) => {
  program
    .command('consent')
    .description('sign in to Partner Center for the connector, for the first time or after the consent has expired')
    .option('--answer <address>', 'the address that the browser ended on, instead of being asked for it')
    .option(...CONFIG_OPTION)
    .action(async (options: ConsentOptions) => {
      const config = await readConfig(context, options);
      const { authority, clientId, scope } = config.partnerCenter;
      if (options.answer === undefined) {
        context.print(instructions(consentAddress({ authority, clientId, ...(scope ? { scope } : {}) })));
      }
      const answer = options.answer ?? (process.stdin.isTTY ? await ask() : null);
      if (answer === null) {
        context.print('\nThen run this command again with --answer and that address, in quotes, within ten minutes.');
      } else {
        await withTools(config, quietLog(), ({ db }) => takeConsent(config, db, answer));
        context.print(
          'The account may read referrals. The consent is stored; a running connector uses it from its next sign-in.',
        );
      }
      ended(EXIT.ok);
    });
};

async function ask(): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question('\nThe address the browser ended on: ');
  } finally {
    terminal.close();
  }
}

const instructions = (
  address: string,
): string => `Open this address in a browser, and sign in with multi-factor authentication as the account that the connector
shall act for (it needs the role Referral admin). The app registration must have ${REDIRECT_URI} as a Web redirect address.

${address}

The browser ends on a page that cannot be opened; its address holds code=… .`;
