import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { stringify } from 'yaml';
import { CosellError } from '../../../core/index.ts';
import { configPath } from '../../config/load.ts';
import { configInvalid, problemsOf } from '../../config/problems.ts';
import { fileSchema } from '../../config/schema.ts';
import { EXIT, type ConfigOption } from '../context.ts';
import { nextSteps } from '../next-steps.ts';
import { CONFIG_OPTION, type AddCommand } from './add.ts';

/** What has to be known; each can be given as an option instead of being asked. */
const QUESTIONS = [
  ['tenant', 'Tenant id of your Partner Center account'],
  ['clientId', 'Client id of the app registration for Partner Center'],
  ['salesforceUrl', 'My Domain address of your Salesforce org (empty: none)'],
  ['salesforceClientId', 'Consumer key of the connected app in Salesforce'],
  ['dynamicsUrl', 'Address of your Dynamics 365 environment (empty: none)'],
  ['dynamicsClientId', 'Client id of the app registration for Dynamics 365'],
] as const;

type Answers = Partial<Record<(typeof QUESTIONS)[number][0], string>>;

interface InitOptions extends ConfigOption, Answers {
  readonly force?: boolean;
}

/** `init`: asks what it must know, writes the configuration file and says what is left to do. */
export const addInit: AddCommand = (program, context, ended) => {
  program
    .command('init')
    .description('ask what has to be known, write the configuration file, and say what is left to do')
    .option('--tenant <id>', QUESTIONS[0][1])
    .option('--client-id <id>', QUESTIONS[1][1])
    .option('--salesforce-url <url>', QUESTIONS[2][1])
    .option('--salesforce-client-id <id>', QUESTIONS[3][1])
    .option('--dynamics-url <url>', QUESTIONS[4][1])
    .option('--dynamics-client-id <id>', QUESTIONS[5][1])
    .option('--force', 'replace a configuration file that is there')
    .option(...CONFIG_OPTION)
    .action(async (options: InitOptions) => {
      const file = configPath(options.config, context.environment);
      const answers = process.stdin.isTTY ? await ask(options) : options;
      const content = contentOf(answers);
      const checked = fileSchema.safeParse(content, { reportInput: true });
      if (!checked.success) throw configInvalid('What you entered', problemsOf(checked.error));
      await save(file, `${HEAD}${stringify(content)}`, options.force ?? false);
      context.print(`Wrote ${file}.\n`);
      context.print(nextSteps(checked.data));
      ended(EXIT.ok);
    });
};

const HEAD = `# Configuration of the co-sell connector; cosell.config.example.yaml shows every key.\n# Secrets come from the environment.\n\n`;

async function ask(given: Answers): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answers: Answers = { ...given };
  try {
    for (const [key, question] of QUESTIONS) {
      const skipped =
        (key === 'salesforceClientId' && !answers.salesforceUrl) ||
        (key === 'dynamicsClientId' && !answers.dynamicsUrl);
      if (answers[key] === undefined && !skipped) answers[key] = (await terminal.question(`${question}: `)).trim();
    }
  } finally {
    terminal.close();
  }
  return answers;
}

/** @throws CosellError `config-invalid`: without a tenant the address of the sign-in would lead nowhere */
function contentOf(answers: Answers): object {
  const tenant = answers.tenant?.trim() ?? '';
  if (!/^[\w.-]+$/.test(tenant)) {
    throw new CosellError('config-invalid', {
      message: tenant === '' ? 'The tenant is missing.' : `"${tenant}" is not a tenant.`,
      cure: 'Say --tenant with the tenant id (or domain) of your Partner Center account, as Microsoft Entra shows it.',
      field: 'partnerCenter.authority',
    });
  }
  const authority = `https://login.microsoftonline.com/${tenant}`;
  const salesforce = {
    name: 'salesforce',
    kind: 'salesforce',
    loginUrl: answers.salesforceUrl,
    clientId: answers.salesforceClientId,
  };
  const dynamics = {
    name: 'dynamics',
    kind: 'dynamics',
    serverUrl: answers.dynamicsUrl,
    authority,
    clientId: answers.dynamicsClientId,
  };
  return {
    partnerCenter: { authority, clientId: answers.clientId },
    crms: [...(answers.salesforceUrl ? [salesforce] : []), ...(answers.dynamicsUrl ? [dynamics] : [])],
  };
}

async function save(file: string, text: string, force: boolean): Promise<void> {
  await writeFile(file, text, { flag: force ? 'w' : 'wx' }).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    throw new CosellError('config-invalid', {
      message: `${file} is there already.`,
      cure: 'Edit it, or say --force to replace it.',
      cause,
    });
  });
}
