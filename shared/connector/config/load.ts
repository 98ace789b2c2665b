import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { buildPolicy, CosellError } from '../../core/index.ts';
import type { SyncPolicy } from '../../core/policy/index.ts';
import { inbound, inboundProblems, type InboundConfig } from './inbound.ts';
import { configInvalid, problemsOf, type ConfigProblem } from './problems.ts';
import { readable, type PolicyPart, type Readable } from './readable.ts';
import { fileSchema, type FileConfig } from './schema.ts';
import { given, readSecrets, type Environment, type Secrets } from './secrets.ts';

export const DEFAULT_CONFIG_FILE = 'cosell.config.yaml';

/** Everything an administrator decided: the file, the secrets, and the policy built from each CRM's part. */
export interface Config extends FileConfig {
  readonly file: string;
  /** `null` means the built-in PostgreSQL in `data.folder`. */
  readonly databaseUrl: string | null;
  readonly secrets: Secrets;
  /** By the name of the CRM. */
  readonly policies: Readonly<Record<string, SyncPolicy>>;
}

/** The file named on the command line, else by COSELL_CONFIG, else the one in the working directory. */
export function configPath(named: string | undefined, environment: Environment): string {
  return resolve(named ?? given(environment.COSELL_CONFIG) ?? DEFAULT_CONFIG_FILE);
}

/**
 * Reads and checks the configuration. All problems of the file, the environment and the mapping come in one error.
 *
 * @throws CosellError `config-invalid`, naming each key and its cure
 */
export async function loadConfig(file: string, environment: Environment): Promise<Config> {
  const source = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CosellError('config-invalid', {
      message: `There is no configuration at ${file}.`,
      cure: 'Run "npx cosell init" to make one, or name yours with --config or COSELL_CONFIG.',
      cause,
    });
  });
  return checkConfig(source, file, environment);
}

/** The part of `loadConfig` that touches no disk. `file` is for messages. */
export function checkConfig(source: string, file: string, environment: Environment): Config {
  const content = parseYaml(source, file);
  const parsed = fileSchema.safeParse(content, { reportInput: true });
  // What stands right beside a wrong key is checked all the same: the administrator hears everything at once.
  if (!parsed.success)
    throw configInvalid(file, [...problemsOf(parsed.error), ...problemsOfPolicies(readable(content))]);
  const { secrets, problems: missing } = readSecrets(parsed.data.crms, environment);
  const { crms, partnerCenter, inbound } = parsed.data;
  const { policies, problems: wrong } = buildPolicies(crms, partnerCenter, inbound);
  const problems = [...wrong, ...inboundProblems(inbound, crms), ...missing];
  if (problems.length > 0) throw configInvalid(file, problems);
  const databaseUrl = given(environment.DATABASE_URL) ?? parsed.data.data.databaseUrl;
  return { ...parsed.data, file, databaseUrl, secrets, policies };
}

function parseYaml(source: string, file: string): unknown {
  const document = parseDocument(source);
  const [first] = document.errors;
  if (first) {
    throw new CosellError('config-invalid', {
      message: `${file} is not valid YAML: ${first.message}`,
      cure: 'Correct the place that is shown; the indentation counts.',
    });
  }
  return document.toJS();
}

/** Nothing of this part can be wrong in a policy. */
const DEFAULTS = inbound.parse(undefined);

const problemsOfPolicies = ({ crms, partnerCenter }: Readable): readonly ConfigProblem[] =>
  buildPolicies(crms, partnerCenter, DEFAULTS).problems;

function buildPolicies(
  crms: Readable['crms'],
  partnerCenter: Readable['partnerCenter'],
  inbound: InboundConfig,
): {
  readonly policies: Readonly<Record<string, SyncPolicy>>;
  readonly problems: readonly ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const policies: Record<string, SyncPolicy> = {};
  crms.forEach((crm, index) => {
    if (crm === null) return;
    try {
      policies[crm.name] = policyOf(partnerCenter, crm, inbound);
    } catch (thrown) {
      if (!(thrown instanceof CosellError)) throw thrown;
      problems.push(...linesOf(thrown).map((line) => problemOfLine(line, `crms[${index}]`)));
    }
  });
  return { policies, problems };
}

function policyOf(
  { timeZone, referralLink }: Readable['partnerCenter'],
  crm: PolicyPart,
  { answerByStage, whenDeclined, whenExpired }: InboundConfig,
): SyncPolicy {
  return buildPolicy({
    crm: crm.kind,
    fields: present(crm.fields),
    stages: present(crm.stages),
    mapping: crm.mapping,
    defaultCurrency: crm.defaultCurrency,
    partnerCenterTimeZone: timeZone,
    referralLinkTemplate: referralLink,
    consent: crm.consent,
    extraSolutionIdPattern: crm.extraSolutionIdPattern,
    auditMaxLength: crm.auditMaxLength,
    inbound: { answerByStage, closeWhenDeclined: whenDeclined === 'close', closeWhenExpired: whenExpired === 'close' },
  });
}

/** Without the keys that were not given. */
function present<Value extends object>(value: Value): { [Key in keyof Value]?: NonNullable<Value[Key]> } {
  const given = Object.entries(value).filter(([, content]) => content !== undefined);
  return Object.fromEntries(given) as { [Key in keyof Value]?: NonNullable<Value[Key]> };
}

const linesOf = (error: CosellError): readonly string[] => error.message.split('\n');

/** The core names its keys relative to one CRM: "defaultCurrency: … is not a currency. Use …". */
function problemOfLine(line: string, crm: string): ConfigProblem {
  const colon = line.indexOf(':');
  const end = line.lastIndexOf('. ');
  const key = line.slice(0, colon);
  const global = key === 'partnerCenterTimeZone' ? 'partnerCenter.timeZone' : 'partnerCenter.referralLink';
  return {
    key: key === 'partnerCenterTimeZone' || key === 'referralLinkTemplate' ? global : `${crm}.${key}`,
    problem: line.slice(colon + 1, end < colon ? undefined : end).trim(),
    cure: end < colon ? 'Correct it.' : line.slice(end + 2),
  };
}
