import { SECTION_FIELDS, type ChoiceName, type SectionFieldNames } from '../../../shared/core/index.ts';
import { DIRECTIONS, REQUEST_ACTIONS, REQUEST_STATUSES } from '../../../shared/core/mapping/choices.ts';
import { HELP_CODES, SYNC_STATUSES } from '../../../shared/core/index.ts';
import { EDITABLE_FIELDS } from '../../../shared/section/contract/index.ts';
import { keyPart } from '../../../shared/section/describe/words.ts';

/** The columns of the opportunity that we deploy. Those that sellers edit have the same label and help in the section. */
export const COLUMNS = Object.keys(SECTION_FIELDS.salesforce) as (keyof SectionFieldNames)[];

/** Key prefix of a column's texts; `_label` and `_help` follow. */
export function columnKey(column: keyof SectionFieldNames): string {
  return (EDITABLE_FIELDS as readonly string[]).includes(column) ? `field_${column}` : `column_${column}`;
}

/** The words of each choice with the keys of their labels, in the order of the Dynamics options. */
export const CHOICES = {
  help: keysOf('help', HELP_CODES),
  status: keysOf('status', SYNC_STATUSES),
  direction: keysOf('direction', DIRECTIONS),
  requestAction: keysOf('requestAction', REQUEST_ACTIONS),
  requestStatus: keysOf('requestStatus', REQUEST_STATUSES),
} as const satisfies Record<ChoiceName, readonly ChoiceWord[]>;

interface ChoiceWord {
  readonly word: string;
  readonly key: string;
}

function keysOf(prefix: string, words: readonly string[]): readonly ChoiceWord[] {
  return words.map((word) => ({ word, key: `${prefix}_${keyPart(word)}` }));
}

/** The choices that opportunity columns hold. */
export function choiceOf(column: keyof SectionFieldNames): readonly ChoiceWord[] {
  return column === 'help' || column === 'status' || column === 'direction' ? CHOICES[column] : [];
}
