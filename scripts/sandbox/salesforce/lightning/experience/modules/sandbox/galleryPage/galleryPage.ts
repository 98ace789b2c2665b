import { TEXTS } from 'c/sectionTexts';
import { LightningElement } from 'lwc';
import type { Dialog, SectionState, SolutionOption } from '../../../../../../../../shared/section/contract/index.ts';
import { describeSection } from '../../../../../../../../shared/section/describe/describe-section.ts';
import { sectionStates } from '../../../../../../../../shared/section/testkit/states.ts';
import { page } from '../../../page.ts';

const PRODUCTS: readonly SolutionOption[] = [
  { id: 'SOL-15974-MQF', name: 'Factory insights', type: 'IP' },
  { id: 'SOL-20318-HZT', name: 'Cold chain monitor', type: 'Services' },
];

/** In the gallery nothing is asked of an org. */
const CATALOGUE = {
  searchSolutions: (text: string) =>
    Promise.resolve(PRODUCTS.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))),
  solutionsById: (ids: readonly string[]) => Promise.resolve(PRODUCTS.filter(({ id }) => ids.includes(id))),
};

/** Every state of the section, drawn by the very component that the record page has. */
export default class GalleryPage extends LightningElement {
  catalogue = CATALOGUE;

  get states() {
    const query = new URLSearchParams(location.search);
    const wanted = query.get('state');
    return Object.entries(sectionStates('salesforce'))
      .filter(([name]) => wanted === null || name === wanted)
      .map(([name, state]) => ({
        name,
        view: describeSection(withDialog(state, query.get('dialog')), TEXTS, page.i18n),
      }));
  }

  get isEmpty(): boolean {
    return this.states.length === 0;
  }

  get width(): string {
    const width = Number(new URLSearchParams(location.search).get('width') ?? '0');
    return `inline-size: ${width > 0 ? `${width}px` : '25rem'}; max-inline-size: 100%`;
  }
}

function withDialog(state: SectionState, kind: string | null): SectionState {
  if (kind === null) return state;
  return { ...state, dialog: kind === 'decline' ? { kind, reason: '' } : ({ kind } as Dialog) };
}
