import { z } from 'zod';
import type { InboundRules } from '../../core/inbound/index.ts';
import type { ConfigProblem } from './problems.ts';
import { text } from './values.ts';

const email = z.email({ error: 'must be the e-mail address of a user of the CRM' });
const country = z.string().regex(/^[A-Z]{2}$/, { error: 'must be an ISO 3166 country code such as DE' });

const target = {
  /** Name of a CRM below; the first one where none is named. */
  crm: text.nullable().default(null),
  owner: email.nullable().default(null),
  team: text.nullable().default(null),
};

/** Deals that come from Partner Center; every key has a default. */
export const inbound = z
  .strictObject({
    enabled: z.boolean().default(true),
    deals: z.enum(['shared', 'all']).default('shared'),
    leads: z.boolean().default(false),
    ...target,
    rules: z
      .array(
        z
          .strictObject({
            countries: z.array(country).default([]),
            solutions: z.array(text).default([]),
            ...target,
          })
          .refine(({ countries, solutions }) => countries.length + solutions.length > 0, {
            path: ['countries'],
            error: 'must name at least one country, or solutions a solution: else the rule is for every deal',
          }),
      )
      .default([]),
    answerByStage: z.boolean().default(true),
    whenDeclined: z.enum(['close', 'flag']).default('close'),
    whenExpired: z.enum(['close', 'flag']).default('close'),
  })
  .prefault({});

export type InboundConfig = z.infer<typeof inbound>;

interface NamedCrm {
  readonly name: string;
  readonly kind: 'salesforce' | 'dynamics';
}

/** The rules of the core, with the first CRM where none is named. */
export function inboundRules(config: InboundConfig, crms: readonly NamedCrm[]): InboundRules {
  const { enabled, deals, leads, crm, owner, team, rules } = config;
  const standard = crm ?? crms[0]?.name ?? '';
  return {
    enabled,
    deals,
    leads,
    target: { crm: standard, owner, team },
    rules: rules.map((rule) => ({ ...rule, crm: rule.crm ?? standard })),
  };
}

/** CRMs that are not configured, and owners that their CRM cannot have. */
export function inboundProblems(config: InboundConfig, crms: readonly NamedCrm[]): readonly ConfigProblem[] {
  const targets = [
    { key: 'inbound', ...config },
    ...config.rules.map((rule, index) => ({ key: `inbound.rules[${index}]`, ...rule })),
  ];
  return targets.flatMap(({ key, crm, team }): ConfigProblem[] => {
    const named = crms.find(({ name }) => name === (crm ?? config.crm ?? crms[0]?.name));
    if (named === undefined) {
      return [
        {
          key: `${key}.crm`,
          problem: `there is no CRM "${crm}"`,
          cure: `Use ${crms.map(({ name }) => name).join(' or ')}.`,
        },
      ];
    }
    if (team === null || named.kind === 'dynamics') return [];
    return [
      { key: `${key}.team`, problem: 'no team owns an opportunity in Salesforce', cure: 'Name an owner instead.' },
    ];
  });
}
