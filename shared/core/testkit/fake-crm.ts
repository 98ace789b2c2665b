import type { CrmKind, CrmOpportunity, CrmValue } from '../index.ts';
import Big from 'big.js';
import { opportunityOf, valuesOf, type Draft, type People } from './opportunities.ts';

/** How a CRM changes what it stores. */
export interface CrmHabits {
  /** Decimals of the amount field. */
  readonly decimals: number;
  /** Longest description it keeps. */
  readonly notesLength: number;
}

/** One opportunity in memory that stores like the real CRM: rounded amounts, cut texts, derived stage flags. */
export function createFakeCrm(crm: CrmKind, habits: CrmHabits, clock: () => string) {
  let opportunity = opportunityOf(crm);
  let version = 1;
  const save = (values: Readonly<Record<string, CrmValue>>, people: Partial<People> = {}): void => {
    version += 1;
    const merged = { ...opportunity.values, ...values };
    opportunity = {
      ...opportunity,
      ...people,
      version: String(version),
      modifiedAt: clock(),
      values: keep(crm, merged, habits),
    };
  };
  return {
    read: (): CrmOpportunity => opportunity,
    /** A person's edit. */
    edit(draft: Partial<Draft>, people: Partial<People> = {}): void {
      save(valuesOf(crm, draft), people);
    },
    /** What a plan says. */
    write(values: Readonly<Record<string, CrmValue>>): void {
      const behind = Object.keys(values).find((path) => path.includes('.') && !path.endsWith('.isocurrencycode'));
      if (behind !== undefined) throw new Error(`${behind} is behind a lookup.`);
      save(values);
    },
  };
}

function keep(crm: CrmKind, values: Readonly<Record<string, CrmValue>>, habits: CrmHabits): Record<string, CrmValue> {
  const amount = crm === 'salesforce' ? 'Amount' : 'estimatedvalue';
  const notes = crm === 'salesforce' ? 'Description' : 'description';
  const money = values[amount];
  const text = values[notes];
  return {
    ...values,
    ...(typeof money === 'string' ? { [amount]: new Big(money).round(habits.decimals).toFixed() } : {}),
    ...(typeof text === 'string' ? { [notes]: text.slice(0, habits.notesLength) } : {}),
    ...(crm === 'salesforce' ? stageFlags(values.StageName) : {}),
  };
}

function stageFlags(stage: CrmValue | undefined): Record<string, CrmValue> {
  return { IsClosed: stage === 'Closed Won' || stage === 'Closed Lost', IsWon: stage === 'Closed Won' };
}
