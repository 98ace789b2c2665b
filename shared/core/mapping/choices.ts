import { HELP_CODES, SYNC_STATUSES, type CrmKind, type CrmValue } from '../model/index.ts';

export const DIRECTIONS = ['outbound', 'inbound'] as const;
export const REQUEST_ACTIONS = ['sync', 'accept', 'decline', 'link'] as const;
export const REQUEST_STATUSES = ['queued', 'working', 'done', 'failed'] as const;

const CHOICES = {
  help: HELP_CODES,
  status: SYNC_STATUSES,
  direction: DIRECTIONS,
  requestAction: REQUEST_ACTIONS,
  requestStatus: REQUEST_STATUSES,
} as const;

export type ChoiceName = keyof typeof CHOICES;

/** First value of every Dynamics choice of ours: the publisher's option value prefix 47221, times 10,000. */
export const DYNAMICS_CHOICE_BASE = 472_210_000;

/**
 * Our word as the CRM stores it: Salesforce keeps the word as the picklist's API name, Dynamics the integer of the option.
 * A word that is not in the list passes through, so that a value somebody added to the CRM is not lost.
 */
export function choiceToCrm(crm: CrmKind, choice: ChoiceName, word: string | null): CrmValue {
  if (word === null || crm === 'salesforce') return word;
  const index = (CHOICES[choice] as readonly string[]).indexOf(word);
  return index < 0 ? word : DYNAMICS_CHOICE_BASE + index;
}

/** The reverse of `choiceToCrm`. */
export function choiceFromCrm(crm: CrmKind, choice: ChoiceName, value: CrmValue | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (crm === 'salesforce') return String(value);
  return (CHOICES[choice] as readonly string[])[Number(value) - DYNAMICS_CHOICE_BASE] ?? String(value);
}
