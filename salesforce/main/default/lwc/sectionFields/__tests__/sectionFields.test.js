import SectionFields from 'c/sectionFields';
import { createElement } from 'lwc';
import { viewOf } from '../../../../../testkit/views';

const catalogue = { searchSolutions: () => Promise.resolve([]), solutionsById: () => Promise.resolve([]) };
const { fields } = viewOf('not-shared');

function show(changes = {}) {
  const element = createElement('c-section-fields', { is: SectionFields });
  const wanted = [];
  element.addEventListener('intent', ({ detail }) => wanted.push(detail));
  Object.assign(element, { fields: { ...fields, ...changes }, catalogue, emptyText: 'Empty' });
  document.body.appendChild(element);
  const find = (selector) => element.shadowRoot.querySelector(selector);
  return { element, wanted, find };
}

const change = (control, detail) => control.dispatchEvent(new CustomEvent('change', { detail }));

afterEach(() => document.body.replaceChildren());

it.each([
  ['sync', { checked: true }, true],
  ['visible', { checked: false }, false],
  ['help', { value: 'QuotesOrLicensing' }, 'QuotesOrLicensing'],
  ['help', { value: '' }, null],
])('tells what %s becomes (%j)', (field, detail, value) => {
  const { find, wanted } = show();
  change(find(`[data-field="${field}"]`), detail);
  expect(wanted).toEqual([{ kind: 'set', field, value }]);
});

it('tells which products were chosen', () => {
  const { find, wanted } = show();
  find('c-section-products').dispatchEvent(new CustomEvent('choose', { detail: 'SOL-1-AA' }));
  expect(wanted).toEqual([{ kind: 'set', field: 'products', value: 'SOL-1-AA' }]);
});

it('shows the value of the view again after a change that was not confirmed', async () => {
  const { element, find } = show({ sync: { ...fields.sync, value: false } });
  const toggle = find('[data-field="sync"]');
  toggle.checked = true;
  element.fields = { ...element.fields, sync: { ...fields.sync, value: false } };
  await Promise.resolve();
  expect(toggle.checked).toBe(false);
});

it('shows an error at its field', () => {
  const { find } = show({ help: { ...fields.help, editable: false, error: 'Choose one.', display: 'Old choice' } });
  const row = find('[data-row="help"] c-section-static').shadowRoot;
  expect(row.querySelector('[data-id="error"]').textContent).toBe('Choose one.');
});

it('shows a field that cannot be changed as text, with the reason', () => {
  const { find } = show({ products: { ...fields.products, editable: false, display: '', lockedBecause: 'Closed.' } });
  const { shadowRoot } = find('[data-row="products"] c-section-static');
  expect(shadowRoot.querySelector('[data-id="locked"]').textContent).toContain('Closed.');
  expect(shadowRoot.querySelector('.slds-assistive-text').textContent).toBe('Empty');
  expect(find('c-section-products')).toBeNull();
});

it('leaves out what this person may not see', () => {
  const { element, find } = show({ help: { ...fields.help, visible: false } });
  expect(find('[data-row="help"]')).toBeNull();
  expect(element.focusField('help')).toBe(false);
});

it('moves the focus to a field', () => {
  const { element, find } = show();
  const focus = jest.spyOn(find('[data-field="help"]'), 'focus');
  expect(element.focusField('help')).toBe(true);
  expect(focus).toHaveBeenCalled();
});
