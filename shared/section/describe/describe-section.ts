import type { Formats, SectionState, SectionView, Texts } from '../contract/index.ts';
import { checklistOf, conflictsOf } from './checklist.ts';
import { dialogOf } from './dialogs.ts';
import { fieldsOf } from './fields.ts';
import { recentOf } from './history.ts';
import { linkOf, menuOf } from './menu.ts';
import { messageOf, staleMessage } from './messages/message.ts';
import { readOnlyOf } from './read-only.ts';
import { stateNameOf, statusOf } from './states.ts';
import { action, tellingOf } from './telling.ts';

/** The whole section of a state in words and formats of the person who looks at it. Pure: the same state gives the same view. */
export function describeSection(state: SectionState, texts: Texts, formats: Formats): SectionView {
  const telling = tellingOf(state, texts, formats);
  const { facts, text } = telling;
  const name = stateNameOf(facts);
  const message = messageOf(telling, name);
  const stale = staleMessage(telling);
  const recent = recentOf(telling);
  return {
    state: name,
    title: text('section_title'),
    busy: name === 'loading' || name === 'sending',
    status: statusOf(telling, name),
    direction: facts.direction === null ? null : text(`direction_${facts.direction}`),
    link: linkOf(telling),
    message,
    stale,
    fields: fieldsOf(telling),
    readOnly: readOnlyOf(telling),
    readOnlyTitle: text('readOnly_title'),
    checklist: name === 'closed' ? [] : checklistOf(telling),
    checklistTitle: text('checklist_title'),
    conflicts: name === 'conflict' ? conflictsOf(telling) : [],
    conflictsTitle: text('conflicts_title'),
    oursLabel: text(`crm_${state.crm}`),
    microsoftsLabel: text('crm_partnerCenter'),
    menu: menuOf(telling),
    copyLabel: text('copy_label'),
    copiedText: text('copied'),
    menuLabel: text('menu_label'),
    recent,
    historyTitle: text('history_title'),
    showAllHistory: recent.length === 0 ? null : action(telling, 'showHistory', 'show-history'),
    dialog: dialogOf(telling),
    emptyText: text('empty'),
    announcement: (state.problem === null ? stale?.title : undefined) ?? message?.title ?? '',
  };
}
