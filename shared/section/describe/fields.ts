import { choiceFromCrm, choiceToCrm } from '../../core/mapping/choices.ts';
import { rowOf } from '../../core/mapping/place.ts';
import { HELP_CODES } from '../../core/model/help.ts';
import { parseSolutions } from '../../core/model/solution.ts';
import type { EditableField, EditableView, SectionView } from '../contract/index.ts';
import { cureText, lackText } from './checklist.ts';
import { isOn } from './facts.ts';
import { helpText } from './labels.ts';
import { problemText } from './messages/problem.ts';
import type { Telling } from './telling.ts';

/** The row of the mapping that each field feeds; where an administrator switched it off, the field would do nothing. */
const ROWS = { help: 'help', products: 'solutions', visible: 'visibleToMicrosoft' } as const;

export function fieldsOf(telling: Telling): SectionView['fields'] {
  const { facts, text } = telling;
  const { crm } = facts.state;
  const products = valueOf(telling, 'products');
  return {
    sync: editable(telling, 'sync', yesNo(telling, isOn(valueOf(telling, 'sync')))),
    help: {
      ...editable(telling, 'help', helpDisplay(telling)),
      choices: [
        { value: '', label: text('help_none') },
        ...HELP_CODES.map((code) => ({
          value: String(choiceToCrm(crm, 'help', code)),
          label: helpText(telling, code),
        })),
      ],
    },
    products: {
      ...editable(telling, 'products', String(products ?? '')),
      ids: parseSolutions(products === null ? null : String(products)).map(({ id }) => id),
      placeholder: text('field_products_placeholder'),
      removeLabel: text('field_products_remove'),
      noneFound: text('field_products_noneFound'),
      searching: text('field_products_searching'),
    },
    visible: editable(telling, 'visible', yesNo(telling, isOn(valueOf(telling, 'visible')))),
  };
}

function valueOf({ facts }: Telling, field: EditableField) {
  return facts.drafted?.values[facts.fields[field]] ?? null;
}

function yesNo({ text }: Telling, on: boolean): string {
  return text(on ? 'yes' : 'no');
}

function helpDisplay(telling: Telling): string {
  const code = choiceFromCrm(telling.facts.state.crm, 'help', valueOf(telling, 'help'));
  return code === null ? '' : helpText(telling, code);
}

function editable(telling: Telling, field: EditableField, display: string): EditableView {
  const { facts, text } = telling;
  const access = facts.state.record?.access[field];
  const lockedBecause = lockOf(telling, field);
  return {
    label: text(`field_${field}_label`),
    help: text(`field_${field}_help`),
    value: valueOf(telling, field),
    display,
    visible: access?.readable === true && !isSwitchedOff(telling, field),
    editable: access !== undefined && lockedBecause === null,
    lockedBecause: access === undefined ? null : lockedBecause,
    error: errorAt(telling, field),
  };
}

function isSwitchedOff({ facts }: Telling, field: EditableField): boolean {
  if (field === 'sync' || facts.policy === null) return false;
  const { places } = rowOf(facts.policy, ROWS[field]);
  return places.createInPartnerCenter === null && places.updateInPartnerCenter === null;
}

/** Why the field can't be changed; `null` when it can. */
export function lockOf({ facts, text }: Telling, field: EditableField): string | null {
  const reason = lockReason(facts, field);
  return reason === null ? null : text(`locked_${reason}`);
}

function lockReason({ state, status, details }: Telling['facts'], field: EditableField): string | null {
  if (state.unsaved) return 'unsaved';
  if (state.record?.access[field].editable === false) return 'permission';
  if (state.connection === 'none') return 'notSetUp';
  if (status === 'closed') return 'closed';
  if (state.disabled) return 'form';
  if (field === 'sync') return null;
  if (status === 'answer-needed') return 'answer';
  const sharing = details?.sharing ?? null;
  if (field === 'help' && sharing === 'co-sell') return 'helpAsked';
  return field === 'visible' && (sharing === 'co-sell' || sharing === 'partner-led') ? 'visible' : null;
}

/** What the platform refused of this field, or what keeps its value from being sent. */
function errorAt(telling: Telling, field: EditableField): string | null {
  const { facts, sentences } = telling;
  const { problem } = facts.state;
  if (problem?.field === field) return problemText(telling, problem);
  const lack = facts.wantsSync ? facts.missing.find((missing) => missing.field === facts.fields[field]) : undefined;
  return lack === undefined ? null : sentences(lackText(telling, lack), cureText(telling, lack));
}
