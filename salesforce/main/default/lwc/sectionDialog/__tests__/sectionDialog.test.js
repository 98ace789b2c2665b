import { registerSa11yMatcher } from '@sa11y/jest';
import SectionDialog from 'c/sectionDialog';
import { createElement } from 'lwc';

const action = (kind, label, disabledBecause = null) => ({ intent: { kind }, label, disabledBecause });

const dialogWith = (changes = {}) => ({
  kind: 'preview',
  title: 'Share with Microsoft',
  text: 'Microsoft will see this.',
  lines: [{ label: 'Name', value: 'Cold chain' }],
  checklist: [],
  reason: null,
  confirm: action('confirm', 'Share'),
  cancel: action('cancel', 'Cancel'),
  history: [],
  ...changes,
});

function show(dialog) {
  const element = createElement('c-section-dialog', { is: SectionDialog });
  const wanted = [];
  element.addEventListener('intent', ({ detail }) => wanted.push(detail));
  element.dialog = dialog;
  document.body.appendChild(element);
  const find = (selector) => element.shadowRoot.querySelector(selector);
  return { element, wanted, find, modal: find('dialog') };
}

beforeAll(registerSa11yMatcher);
afterEach(() => document.body.replaceChildren());

it('is closed without a question', () => {
  expect(show(null).modal.open).toBe(false);
});

it('opens with the focus on its title and closes when the view has no question any more', async () => {
  const { element, find, modal } = show(null);
  element.dialog = dialogWith();
  await Promise.resolve();
  expect(modal.open).toBe(true);
  expect(element.shadowRoot.activeElement).toBe(find('h2'));
  element.dialog = null;
  await Promise.resolve();
  expect(modal.open).toBe(false);
});

it('tells what was answered', () => {
  const { find, wanted } = show(dialogWith());
  find('[data-id="confirm"]').shadowRoot.querySelector('lightning-button').click();
  find('[data-id="cancel"]').shadowRoot.querySelector('lightning-button').click();
  expect(wanted).toEqual([{ kind: 'confirm' }, { kind: 'cancel' }]);
});

it('takes Escape for cancel and leaves the closing to the view', () => {
  const { modal, wanted } = show(dialogWith());
  const event = new Event('cancel', { cancelable: true });
  modal.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  expect(wanted).toEqual([{ kind: 'cancel' }]);
});

it('tells the reason as it is typed, and why it cannot be sent', () => {
  const { find, wanted } = show(
    dialogWith({
      kind: 'decline',
      reason: { label: 'Reason', value: '', error: null, maxLength: 255 },
      confirm: action('confirm', 'Decline', 'Say why.'),
    }),
  );
  find('lightning-textarea').dispatchEvent(new CustomEvent('change', { detail: { value: 'No capacity' } }));
  expect(wanted).toEqual([{ kind: 'type-reason', reason: 'No capacity' }]);
  const confirm = find('[data-id="confirm"]').shadowRoot;
  expect(confirm.querySelector('lightning-button').disabled).toBe(true);
  expect(confirm.textContent).toContain('Say why.');
});

it.each([
  ['a preview', dialogWith()],
  ['a reason', dialogWith({ reason: { label: 'Reason', value: '', error: 'Too long', maxLength: 255 } })],
  ['a checklist', dialogWith({ checklist: [{ code: 'x', text: 'No date.', cure: 'Enter it.', action: null }] })],
])('is accessible with %s', async (_what, dialog) => {
  await expect(show(dialog).element).toBeAccessible();
});
