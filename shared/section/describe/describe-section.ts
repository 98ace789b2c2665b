import type {
  EditableField,
  EditableView,
  Formats,
  SectionState,
  SectionStateName,
  SectionView,
  Texts,
} from '../contract/index.ts';
import { wordsOf } from './words.ts';

/** The whole section of a state in words and formats of the person who looks at it. Pure: the same state gives the same view. */
export function describeSection(state: SectionState, texts: Texts, formats: Formats): SectionView {
  const words = wordsOf(texts, formats);
  const field = (name: EditableField): EditableView => ({
    label: words.text(`field_${name}_label`),
    help: words.text(`field_${name}_help`),
    value: state.draft[name] ?? null,
    display: '',
    visible: true,
    editable: true,
    lockedBecause: null,
    error: null,
  });
  const name: SectionStateName = state.load === 'loading' ? 'loading' : 'not-shared';
  return {
    state: name,
    title: words.text('section_title'),
    busy: name === 'loading',
    status: { icon: 'none', tone: 'neutral', label: words.text('status_notShared') },
    direction: null,
    link: null,
    message: null,
    stale: null,
    fields: {
      sync: field('sync'),
      help: { ...field('help'), choices: [] },
      products: { ...field('products'), ids: [], placeholder: '', removeLabel: '', noneFound: '', searching: '' },
      visible: field('visible'),
    },
    readOnly: [],
    readOnlyTitle: words.text('readOnly_title'),
    copyLabel: words.text('readOnly_copy'),
    checklist: [],
    checklistTitle: words.text('checklist_title'),
    conflicts: [],
    conflictsTitle: words.text('conflicts_title'),
    oursLabel: words.text('conflicts_ours'),
    microsoftsLabel: words.text('conflicts_microsofts'),
    menu: [],
    menuLabel: words.text('menu_label'),
    recent: [],
    historyTitle: words.text('history_title'),
    showAllHistory: null,
    dialog: null,
    emptyText: words.text('empty'),
    announcement: '',
  };
}
