import { choiceFromCrm } from '../../core/mapping/choices.ts';
import type { Dialog, DialogView, ViewAction } from '../contract/index.ts';
import { checklistOf } from './checklist.ts';
import { offeredLines } from './deal-lines.ts';
import { byDay, historyOf } from './history.ts';
import { previewOf } from './preview.ts';
import { action, type Telling } from './telling.ts';
import { keyPart } from './words.ts';

/** Length of the reason field in both CRMs. */
const REASON_LENGTH = 255;

type Of<Kind extends Dialog['kind']> = Extract<Dialog, { kind: Kind }>;
/** The text is `dialog_…_text` where none is given. */
type Parts = Partial<Omit<DialogView, 'kind'>>;

const DIALOGS: { readonly [Kind in Dialog['kind']]: (telling: Telling, dialog: Of<Kind>) => Parts } = {
  preview(telling) {
    const { facts, text } = telling;
    const preview = previewOf(telling);
    const unready = facts.missing.length > 0 ? text('why_notReady') : null;
    const key = facts.state.crm === 'dynamics' ? 'shareOnSave' : 'share';
    return {
      text: preview === null ? '' : text(`dialog_preview_${keyPart(preview.level)}`),
      lines: preview?.lines ?? [],
      checklist: checklistOf(telling),
      confirm: action(telling, key, 'confirm', unready),
    };
  },
  'confirm-visible'(telling) {
    const preview = telling.facts.referralId === null ? null : previewOf(telling, { visibleToMicrosoft: true });
    return {
      lines: preview?.lines ?? [],
      confirm: action(telling, 'showMicrosoft', 'confirm'),
    };
  },
  'confirm-help'(telling, { value }) {
    const help = choiceFromCrm(telling.facts.state.crm, 'help', value);
    return {
      lines: previewOf(telling, { help })?.lines ?? [],
      confirm: action(telling, 'askMicrosoft', 'confirm'),
    };
  },
  accept: (telling) => ({
    lines: offeredLines(telling),
    confirm: action(telling, 'accept', 'confirm'),
  }),
  decline: (telling, { reason }) => withReason(telling, 'decline', reason),
  link: (telling, { reason }) => withReason(telling, 'link', reason),
  pause: (telling) => ({
    confirm: action(telling, 'pause', 'confirm'),
  }),
  history(telling) {
    const entries = historyOf(telling);
    return {
      text: entries.length === 0 ? telling.text('history_none') : '',
      history: byDay(telling, entries),
      cancel: action(telling, 'close', 'cancel'),
    };
  },
};

/** A dialog that needs a few words: why it is declined, or which deal is meant. */
function withReason(telling: Telling, kind: 'decline' | 'link', reason: string): Parts {
  const { text } = telling;
  const problem = reason.trim() === '' ? 'needed' : reason.length > REASON_LENGTH ? 'long' : null;
  const why = problem === null ? null : text(`dialog_${kind}_${problem}`, REASON_LENGTH);
  return {
    reason: {
      label: text(`dialog_${kind}_reason`),
      value: reason,
      error: reason === '' ? null : why,
      maxLength: REASON_LENGTH,
    },
    confirm: action(telling, kind, 'confirm', why),
  };
}

/** The dialog that is open, in full; `null` when none is. */
export function dialogOf(telling: Telling): DialogView | null {
  const { dialog } = telling.facts.state;
  if (dialog === null) return null;
  const draw = DIALOGS[dialog.kind] as (telling: Telling, dialog: Dialog) => Parts;
  const cancel: ViewAction = action(telling, 'cancel', 'cancel');
  const empty = { lines: [], checklist: [], reason: null, confirm: null, cancel, history: [] };
  const key = `dialog_${keyPart(dialog.kind)}`;
  const parts = draw(telling, dialog);
  const text = parts.text ?? telling.text(`${key}_text`);
  return { kind: dialog.kind, title: telling.text(`${key}_title`), ...empty, ...parts, text };
}
