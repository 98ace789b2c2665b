import { CosellError } from '../errors/index.ts';
import { isTimeZone } from '../model/close-date.ts';
import { isCurrency } from '../model/money.ts';
import type { CrmKind } from '../model/index.ts';
import { defaultMapping } from '../mapping/default-mapping.ts';
import { applyOverrides } from '../mapping/overrides.ts';
import { SECTION_FIELDS } from '../mapping/section-fields.ts';
import type { PolicyOptions } from './options.ts';
import type { StageNames, SyncPolicy } from './types.ts';

/** The stages that Microsoft's own connector takes by default (microsoft-connector.md §4 and §7). Dynamics: statuscode values. */
const DEFAULT_STAGES: Readonly<Record<CrmKind, StageNames>> = {
  salesforce: { onHold: 'New', active: 'Accepted', won: 'Closed Won', lost: 'Closed Lost' },
  dynamics: { onHold: '2', active: '1', won: '3', lost: '4' },
};

const AUDIT_LENGTH = 100_000;

/**
 * The total policy of what an administrator decided. Throws `mapping-invalid` or `config-invalid`; all problems are named in one error, each
 * with its key and cure.
 */
export function buildPolicy(options: PolicyOptions): SyncPolicy {
  const fields = { ...SECTION_FIELDS[options.crm], ...options.fields };
  const stages = { ...DEFAULT_STAGES[options.crm], ...options.stages };
  const defaultCurrency = options.defaultCurrency ?? null;
  const partnerCenterTimeZone = options.partnerCenterTimeZone ?? 'UTC';
  const referralLinkTemplate =
    options.referralLinkTemplate ?? 'https://partner.microsoft.com/referrals/v2/inbox?id={id}';
  const extraSolutionIdPattern = options.extraSolutionIdPattern ?? null;
  const auditMaxLength = options.auditMaxLength ?? AUDIT_LENGTH;

  const problems: string[] = [];
  const check = (ok: boolean, problem: string) => {
    if (!ok) problems.push(problem);
  };
  check(
    defaultCurrency === null || isCurrency(defaultCurrency),
    `defaultCurrency: "${defaultCurrency}" is not a currency. Use an ISO 4217 code such as USD.`,
  );
  check(
    isTimeZone(partnerCenterTimeZone),
    `partnerCenterTimeZone: "${partnerCenterTimeZone}" is not a time zone. Use an IANA name such as Europe/Berlin.`,
  );
  check(
    referralLinkTemplate.includes('{id}'),
    'referralLinkTemplate: the place of the identifier is missing. Put {id} in it.',
  );
  check(
    isPattern(extraSolutionIdPattern),
    `extraSolutionIdPattern: "${extraSolutionIdPattern}" is not a regular expression. Correct it or leave it out.`,
  );
  check(
    Number.isInteger(auditMaxLength) && auditMaxLength >= 255,
    'auditMaxLength: must be a whole number from 255. Give the length of the audit field.',
  );
  for (const [key, value] of [...Object.entries(fields), ...Object.entries(stages)]) {
    check(typeof value === 'string' && value.trim() !== '', `${key}: is empty. Give a name, or leave it out for ours.`);
  }
  const { mapping, problems: mappingProblems } = applyOverrides(
    defaultMapping(options.crm, fields),
    options.mapping ?? {},
  );
  const all = [...problems, ...mappingProblems];
  if (all.length > 0) throw invalid(problems.length > 0 ? 'config-invalid' : 'mapping-invalid', all);
  return {
    crm: options.crm,
    fields,
    mapping,
    stages,
    defaultCurrency,
    partnerCenterTimeZone,
    referralLinkTemplate,
    consent: { shareInfoWithOthers: true, contact: true, ...options.consent },
    extraSolutionIdPattern,
    auditMaxLength,
    inbound: { answerByStage: true, closeWhenDeclined: true, closeWhenExpired: true, ...options.inbound },
  };
}

function invalid(code: 'config-invalid' | 'mapping-invalid', problems: readonly string[]): CosellError {
  const [first = ''] = problems;
  return new CosellError(code, {
    message: problems.join('\n'),
    cure: 'Correct the keys named in the message and start again.',
    field: first.slice(0, first.indexOf(':')),
  });
}

function isPattern(source: string | null): boolean {
  try {
    return source === null || new RegExp(source).source !== '';
  } catch {
    return false;
  }
}
