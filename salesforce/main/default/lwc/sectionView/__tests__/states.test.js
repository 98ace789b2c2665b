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
    const find = (selector) => element.shadowRoot.querySelector(selector);
    const status = find('[data-id="status"]')?.label ?? find('[data-id="loading"]').textContent;
    expect(status).toBe(view.status.label);
    await expect(element).toBeAccessible();
  });
});
