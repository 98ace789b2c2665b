import { TEXTS } from 'c/sectionTexts';
import { LightningElement } from 'lwc';
import type { SolutionOption } from '../../../../../../../../shared/section/contract/index.ts';
import { describeSection } from '../../../../../../../../shared/section/describe/describe-section.ts';
import { galleryStates } from '../../../../../../../../shared/section/testkit/gallery.ts';
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
    return galleryStates('salesforce', query.get('state'), query.get('dialog')).map(([name, state]) => ({
      name,
      view: describeSection(state, TEXTS, page.i18n),
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
