import { fireEvent, screen, within } from '@testing-library/react';
import { sampleDialogs, sectionStates, troubleStates } from '../../../shared/section/testkit/index.ts';
import { draw, violations } from '../testkit/draw.tsx';

const STATES = sectionStates('dynamics');

describe('every state', () => {
  it.each(Object.entries({ ...STATES, ...troubleStates('dynamics') }))(
    'draws %s with title and status, and without accessibility violations',
    async (_, state) => {
      const { view } = await draw(state);
      expect(screen.getByRole('region', { name: view.title })).toBeTruthy();
      expect(screen.getAllByText(view.status.label).length).toBeGreaterThan(0);
      expect(await violations()).toEqual([]);
    },
  );

  it.each(Object.entries(STATES))('says what %s announces, once', async (_, state) => {
    const { view } = await draw(state);
    expect(screen.getByRole('status').textContent).toBe(view.announcement);
  });
});

describe('values', () => {
  it('keep their own direction on a form from right to left', async () => {
    const { view, container } = await draw(STATES.conflict);
    const apart = [...container.querySelectorAll('bdi, [dir="auto"]')].map(({ textContent }) => textContent);
    expect(apart).toEqual(expect.arrayContaining(view.conflicts.flatMap(({ ours, microsofts }) => [ours, microsofts])));
    expect(apart).toEqual(expect.arrayContaining([...view.fields.products.ids]));
    expect(apart).toEqual(expect.arrayContaining([view.message?.title, view.message?.text]));
    const shown = view.readOnly.filter(({ text, url }) => text !== '' && url === null);
    expect(apart).toEqual(expect.arrayContaining(shown.map(({ text }) => text)));
  });
});

describe('dialogs', () => {
  const DIALOGS = Object.values(sampleDialogs('dynamics'));

  it.each(DIALOGS)('asks and shows by dialog, without accessibility violations: $kind', async (dialog) => {
    const { view } = await draw({ ...STATES['in-sync'], dialog });
    expect(screen.getByRole('dialog', { name: view.dialog?.title })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('closes by Escape', async () => {
    const { intents } = await draw({ ...STATES['in-sync'], dialog: { kind: 'pause' } });
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect(intents).toEqual([{ kind: 'cancel' }]);
  });

  it('takes the reason while it is typed', async () => {
    const { intents } = await draw({ ...STATES['answer-needed'], dialog: { kind: 'decline', reason: '' } });
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'Not our market' } });
    expect(intents).toEqual([{ kind: 'type-reason', reason: 'Not our market' }]);
  });

  it('gives the focus back to the title when its opener is gone', async () => {
    const state = STATES['in-sync'];
    const { view, redraw } = await draw(state);
    redraw({ ...state, dialog: { kind: 'pause' } });
    redraw(state);
    expect(document.activeElement?.textContent).toBe(view.title);
  });
});

describe('what people do', () => {
  it('the menu offers its actions by keyboard', async () => {
    const { view, intents } = await draw(STATES['in-sync']);
    const button = screen.getByRole('button', { name: view.menuLabel });
    button.focus();
    fireEvent.click(button);
    const [first] = screen.getAllByRole('menuitem');
    const [action] = view.menu;
    expect(first?.textContent).toContain(action?.label);
    if (first) fireEvent.keyDown(first, { key: 'Enter' });
    if (first) fireEvent.click(first);
    expect(intents).toContainEqual(action?.intent);
  });

  it('an action that cannot be done stays reachable and does nothing', async () => {
    const state = troubleStates('dynamics').offline;
    const { view, intents } = await draw(state);
    const refused = view.menu.filter(({ disabledBecause }) => disabledBecause !== null);
    expect(refused.length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('button', { name: view.menuLabel }));
    for (const { label, disabledBecause } of refused) {
      const item = screen.getByRole('menuitem', { name: new RegExp(`^${label}`) });
      expect(item.getAttribute('aria-disabled')).toBe('true');
      expect(item.textContent).toContain(disabledBecause);
      fireEvent.click(item);
    }
    expect(intents).toEqual([]);
  });

  it('the switch sets what it says', async () => {
    const { intents } = await draw(STATES['not-shared']);
    fireEvent.click(screen.getByRole('switch', { name: 'Sync with Partner Center' }));
    expect(intents).toEqual([{ kind: 'set', field: 'sync', value: true }]);
  });

  it('a kind of help is set as the number of its option, none as empty', async () => {
    const { intents } = await draw(STATES['not-shared']);
    fireEvent.click(screen.getByRole('combobox', { name: 'How can Microsoft help?' }));
    fireEvent.click(screen.getByRole('option', { name: 'General or Other' }));
    fireEvent.click(screen.getByRole('combobox', { name: 'How can Microsoft help?' }));
    fireEvent.click(screen.getAllByRole('option')[0]!);
    expect(intents).toEqual([
      { kind: 'set', field: 'help', value: 472_210_005 },
      { kind: 'set', field: 'help', value: null },
    ]);
  });

  it('what they may not change is text with the reason beside it, not a disabled input', async () => {
    const { view } = await draw(STATES.closed);
    const { lockedBecause } = view.fields.sync;
    expect(screen.queryByRole('switch')).toBeNull();
    expect(screen.getAllByText(String(lockedBecause)).length).toBeGreaterThan(0);
  });

  it('the link to Partner Center goes through the host and is still a link', async () => {
    const { view, intents } = await draw(STATES['in-sync']);
    const [link] = screen.getAllByRole('link', { name: new RegExp(`^${view.link?.label}`) });
    expect(link?.getAttribute('href')).toBe(view.link?.url);
    expect(link?.textContent).toContain(view.link?.newTabText);
    if (link) fireEvent.click(link);
    expect(intents).toEqual([{ kind: 'open', url: view.link?.url }]);
  });

  it('the referral identifier can be copied', async () => {
    const { view, intents } = await draw(STATES['in-sync']);
    const field = view.readOnly.find(({ key }) => key === 'referralId');
    fireEvent.click(screen.getByRole('button', { name: `Copy ${field?.label}` }));
    expect(intents).toEqual([{ kind: 'copy', text: field?.text }]);
  });
});
