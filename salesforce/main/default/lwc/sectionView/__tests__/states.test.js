import { registerSa11yMatcher } from '@sa11y/jest';
import SectionView from 'c/sectionView';
import { createElement } from 'lwc';
import { VIEWS } from '../../../../../testkit/views';

const catalogue = { searchSolutions: () => Promise.resolve([]), solutionsById: () => Promise.resolve([]) };

beforeAll(registerSa11yMatcher);
afterEach(() => document.body.replaceChildren());

describe.each(VIEWS)('the section while %s', (_name, view) => {
  let element;

  beforeEach(() => {
    element = createElement('c-section-view', { is: SectionView });
    Object.assign(element, { view, catalogue });
    document.body.appendChild(element);
  });

  it('says so and is accessible', async () => {
    const shown = element.shadowRoot.querySelector('[data-id="status"]')?.label ?? view.announcement;
    expect(shown).toBe(view.state === 'loading' ? view.announcement : view.status.label);
    expect(shown).not.toBe('');
    await expect(element).toBeAccessible();
  });
});
