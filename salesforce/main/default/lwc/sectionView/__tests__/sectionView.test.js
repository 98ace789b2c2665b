import SectionView from 'c/sectionView';
import { createElement } from 'lwc';
import { viewOf } from '../../../../../testkit/views';

const catalogue = { searchSolutions: () => Promise.resolve([]), solutionsById: () => Promise.resolve([]) };

function show(view, properties = {}) {
  const element = createElement('c-section-view', { is: SectionView });
  const wanted = [];
  element.addEventListener('intent', ({ detail }) => wanted.push(detail));
  Object.assign(element, { view, catalogue, ...properties });
  document.body.appendChild(element);
  const find = (selector) => element.shadowRoot.querySelector(selector);
  return { element, wanted, find };
}

const inside = (element, selector) => element.shadowRoot.querySelector(selector);

afterEach(() => document.body.replaceChildren());

describe('the header', () => {
  it('has the status in words with its icon, the direction and the link', () => {
    const view = viewOf('conflict');
    const { find } = show(view);
    expect(find('[data-id="status"]').label).toBe(view.status.label);
    expect(find('[data-id="status"]').iconName).toBe('utility:warning');
    expect(find('[data-id="direction"]').textContent).toBe(view.direction);
    const link = find('[data-id="link"]');
    expect([link.href, link.target, link.rel]).toEqual([view.link.url, '_blank', 'noopener noreferrer']);
    expect(link.textContent).toContain(view.link.newTabText);
  });

  it('may have a title of its own', () => {
    expect(show(viewOf('in-sync'), { sectionTitle: 'Azure desk' }).find('[slot="title"]').textContent).toBe(
      'Azure desk',
    );
  });

  it('has a menu whose actions say why they cannot be done', () => {
    const view = viewOf('in-sync');
    const menu = [
      { intent: { kind: 'sync-now' }, label: 'Sync now', disabledBecause: 'Just asked.' },
      { intent: { kind: 'show-history' }, label: 'History', disabledBecause: null },
    ];
    const { element, find, wanted } = show({ ...view, menu });
    const items = [...element.shadowRoot.querySelectorAll('lightning-menu-item')];
    expect(items.map(({ label, disabled }) => [label, disabled])).toEqual([
      ['Sync now (Just asked.)', true],
      ['History', false],
    ]);
    find('lightning-button-menu').dispatchEvent(new CustomEvent('select', { detail: { value: '1' } }));
    expect(wanted).toEqual([{ kind: 'show-history' }]);
  });
});

describe('values', () => {
  const apart = (element) =>
    [...element.shadowRoot.querySelectorAll('bdi, [dir="auto"]')].map(({ textContent }) => textContent);

  it('keep their own direction on a page from right to left', () => {
    const view = viewOf('conflict');
    const { find } = show(view);
    expect(apart(find('c-section-conflicts'))).toEqual(
      view.conflicts.flatMap(({ ours, microsofts }) => [ours, microsofts]),
    );
    const facts = view.readOnly.filter(({ text }) => text !== '').map(({ text }) => text);
    expect(facts.length).toBeGreaterThan(3);
    expect(apart(find('c-section-facts'))).toEqual(facts);
    expect(apart(find('c-section-message'))).toEqual(expect.arrayContaining([view.message.title, view.message.text]));
  });
});

describe('the body', () => {
  it('is a skeleton while loading', () => {
    const { find } = show(viewOf('loading'));
    expect(find('.skeleton')).not.toBeNull();
    expect(find('.parts').getAttribute('aria-busy')).toBe('true');
    expect(find('c-section-fields')).toBeNull();
  });

  it.each([
    ['not-ready', 'c-section-checklist'],
    ['conflict', 'c-section-conflicts'],
    ['in-sync', 'c-section-facts'],
    ['in-sync', 'c-section-history'],
    ['stale-data', '[data-id="stale"]'],
    ['failed', '[data-id="message"]'],
  ])('of the state %s has %s', (state, selector) => {
    expect(show(viewOf(state)).find(selector)).not.toBeNull();
  });

  it('leaves the history to the menu where the administrator wants that', () => {
    expect(show(viewOf('in-sync'), { hidesHistory: true }).find('c-section-history')).toBeNull();
  });

  it('lets out what a part deep inside wants, once', () => {
    const view = viewOf('failed');
    const { find, wanted } = show(view);
    const message = find('[data-id="message"]');
    inside(inside(message, '[data-id="message-action"]'), 'lightning-button').click();
    expect(wanted).toEqual([view.message.action.intent]);
  });

  it('copies the identifier and says so', async () => {
    const view = viewOf('in-sync');
    const { find, wanted } = show(view);
    const button = inside(find('c-section-facts'), 'lightning-button-icon');
    button.click();
    const referral = view.readOnly.find(({ key }) => key === 'referralId');
    expect(wanted).toEqual([{ kind: 'copy', text: referral.text }]);
    await Promise.resolve();
    expect(find('[data-id="live"]').textContent).toBe(`${referral.label} was copied.`);
    expect(button.iconName).toBe('utility:check');
  });
});

describe('what is said aloud', () => {
  it('stands in one place only', async () => {
    const view = { ...viewOf('in-sync'), announcement: 'Up to date.' };
    const { element, find } = show(view);
    expect(element.shadowRoot.querySelectorAll('[role="status"], [role="alert"], [aria-live]')).toHaveLength(1);
    expect(find('[data-id="live"]').textContent).toBe('Up to date.');
  });

  it('is a remark of a part until the section has something new to say', async () => {
    const view = { ...viewOf('not-shared'), announcement: '' };
    const { element, find } = show(view);
    const say = new CustomEvent('say', { detail: 'No product fits.', bubbles: true, composed: true });
    find('c-section-fields').dispatchEvent(say);
    await Promise.resolve();
    expect(find('[data-id="live"]').textContent).toBe('No product fits.');
    element.view = { ...view, announcement: 'Sending.' };
    await Promise.resolve();
    expect(find('[data-id="live"]').textContent).toBe('Sending.');
  });
});

describe('focus', () => {
  it('goes to a field, or to the title when the field is not there', () => {
    const { element, find } = show(viewOf('no-permission'));
    element.focusField('products');
    expect(element.shadowRoot.activeElement).toBe(find('[slot="title"]'));
  });
});
