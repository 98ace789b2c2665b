import { webDarkTheme } from '@fluentui/react-components';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { choiceToCrm } from '../../shared/core/mapping/choices.ts';
import texts from '../../shared/section/texts/en.json';
import { MicrosoftSection } from './index.ts';
import { contextOf, type FormParts, OPPORTUNITY_ID } from './testkit/context.ts';
import { fakeDataverse, type FakeDataverse } from './testkit/fake-dataverse.ts';

const HELP = 472_210_005;
const SAVED_ON = new Date('2026-11-20T09:00:00Z');

let server: FakeDataverse;

/** The control on a form, as the platform drives it. */
function hosted(changes: Partial<FormParts> = {}) {
  const control = new MicrosoftSection();
  let notified = 0;
  let parts: FormParts = {
    values: { sync: false, help: HELP, products: 'SOL-15974-MQF', visible: false, modifiedOn: SAVED_ON },
    security: {},
    api: server,
    texts,
    languageId: 1033,
    isRTL: false,
    disabled: false,
    online: true,
    entityId: OPPORTUNITY_ID,
    theme: undefined,
    privileges: ['cosell_request'],
    opened: [],
    ...changes,
  };
  control.init(contextOf(parts), () => (notified += 1));
  const view = render(control.updateView(contextOf(parts)));
  return {
    control,
    ...view,
    notified: () => notified,
    update(more: Partial<FormParts>) {
      parts = { ...parts, ...more, values: { ...parts.values, ...more.values } };
      act(() => view.rerender(control.updateView(contextOf(parts))));
    },
  };
}

const shown = () => screen.findByRole('combobox', { name: 'Products' });
const tag = (id: string) => screen.queryByRole('button', { name: new RegExp(`^Remove.*${id}`) });
const reads = () => server.calls.filter(({ method, table }) => method === 'retrieveRecord' && table === 'opportunity');

beforeEach(() => {
  server = fakeDataverse();
});

describe('the control on a form', () => {
  it('shows that it loads before there are data, and then the section', async () => {
    const { container } = hosted();
    expect(container.querySelector('section')?.getAttribute('aria-busy')).toBe('true');
    await shown();
    expect(screen.getByRole('heading', { name: 'Microsoft Partner Center' })).toBeTruthy();
    expect(container.querySelector('section')?.dataset.state).toBe('not-shared');
  });

  it('reads the row once at the start', async () => {
    const form = hosted();
    await shown();
    form.update({});
    form.update({});
    expect(reads()).toHaveLength(1);
  });

  it('asks to save a new record first, and reads it once it is saved', async () => {
    const form = hosted({ entityId: null });
    expect(form.container.querySelector('section')?.dataset.state).toBe('unsaved');
    expect(server.calls).toEqual([]);
    form.update({ entityId: OPPORTUNITY_ID });
    await shown();
    expect(form.container.querySelector('section')?.dataset.state).toBe('not-shared');
  });

  it('says that it cannot load where the platform does not tell the row', async () => {
    const { container } = hosted({ entityId: undefined });
    await waitFor(() => expect(container.querySelector('section')?.dataset.state).toBe('load-failed'));
    expect(server.calls).toEqual([]);
  });

  it('hands over what the person changed, once, and nothing that the connector owns', async () => {
    const form = hosted();
    await shown();
    fireEvent.click(screen.getByRole('switch', { name: 'Sync with Partner Center' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: /^Share/ }));
    await waitFor(() => expect(form.notified()).toBe(1));
    expect(form.control.getOutputs()).toEqual({ sync: true });
    form.update({ values: { sync: true } });
    expect(form.control.getOutputs()).toEqual({});
    expect(form.container.querySelector('section')?.dataset.state).toBe('will-share');
  });

  it('keeps what was changed through an update that still has the old values', async () => {
    const form = hosted();
    await shown();
    fireEvent.click(await screen.findByRole('button', { name: /^Remove Cold chain/ }));
    await waitFor(() => expect(form.notified()).toBe(1));
    form.update({ isRTL: false });
    expect(form.control.getOutputs()).toEqual({ products: undefined });
    expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull();
  });

  it('reads anew when the form was saved, and the draft is none any more', async () => {
    const form = hosted();
    await shown();
    form.update({ values: { products: 'SOL-2-BB' } });
    await waitFor(() => expect(tag('SOL-2-BB')).not.toBeNull());
    Object.assign(server.rows.opportunity, { cosell_products: 'SOL-2-BB', modifiedon: '2026-11-20T09:05:00Z' });
    form.update({ values: { modifiedOn: new Date('2026-11-20T09:05:00Z') } });
    await waitFor(() => expect(reads()).toHaveLength(2));
    expect(tag('SOL-2-BB')).not.toBeNull();
  });

  it('learns from the server of a save in the second of the save before', async () => {
    const modifiedOn = new Date();
    Object.assign(server.rows.opportunity, {
      cosell_syncwithpartnercenter: true,
      cosell_referralidentifier: 'referral-1',
      cosell_syncstatus: choiceToCrm('dynamics', 'status', 'in-sync'),
      modifiedon: modifiedOn.toISOString(),
    });
    const form = hosted({ values: { sync: true, help: HELP, products: 'SOL-15974-MQF', visible: false, modifiedOn } });
    const state = () => form.container.querySelector('section')?.dataset.state;
    await shown();
    form.update({ values: { products: 'SOL-2-BB' } });
    await waitFor(() => expect(state()).toBe('will-share'));
    Object.assign(server.rows.opportunity, { cosell_products: 'SOL-2-BB' });
    form.update({});
    // Something waits for the connector now, which was last heard of days ago.
    await waitFor(() => expect(state()).toBe('connection-lost'));
    expect(tag('SOL-2-BB')).not.toBeNull();
  });

  it('takes a value that the server has by now for no change of the person', async () => {
    Object.assign(server.rows.opportunity, { cosell_products: 'SOL-2-BB', modifiedon: '2026-11-20T09:30:00Z' });
    hosted();
    await waitFor(() => expect(tag('SOL-2-BB')).not.toBeNull());
    expect(tag('SOL-15974-MQF')).toBeNull();
  });

  it('follows the form when it becomes read-only', async () => {
    const form = hosted();
    await shown();
    form.update({ disabled: true });
    await waitFor(() => expect(screen.queryByRole('switch')).toBeNull());
  });

  it('hides what the person may not read and shows what they may not change as text', async () => {
    hosted({
      security: { visible: { readable: false, editable: false }, help: { readable: true, editable: false } },
    });
    await shown();
    expect(screen.queryByText('Referral visible to Microsoft sellers?')).toBeNull();
    expect(screen.getByText('General or Other').closest('dd')).not.toBeNull();
    expect(screen.queryByRole('combobox', { name: 'How can Microsoft help?' })).toBeNull();
  });

  it('says that the network is away and that it is back', async () => {
    const form = hosted();
    await shown();
    form.update({ online: false });
    await waitFor(() => expect(form.container.querySelector('section')?.dataset.state).toBe('offline'));
    form.update({ online: true });
    await waitFor(() => expect(form.container.querySelector('section')?.dataset.state).toBe('not-shared'));
  });

  it.each([
    [true, 'rtl'],
    [false, 'ltr'],
  ])('reads in the direction of the person’s language (%p: %s)', async (isRTL, direction) => {
    const { container } = hosted({ isRTL });
    await shown();
    expect(container.querySelector('[dir]')?.getAttribute('dir')).toBe(direction);
  });

  it('wears the theme of the app', async () => {
    hosted({ theme: { ...webDarkTheme, colorNeutralForeground1: 'rgb(1, 2, 3)' } });
    await shown();
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText));
    expect(rules.some((rule) => rule.includes('--colorNeutralForeground1: rgb(1, 2, 3)'))).toBe(true);
  });

  it('takes empty values', async () => {
    server = fakeDataverse({ cosell_howcanmicrosofthelp: null, cosell_products: null, cosell_referralvisible: null });
    hosted({ values: { sync: null, help: null, products: null, visible: null, modifiedOn: null } });
    await shown();
    expect(screen.getByRole('switch', { name: 'Sync with Partner Center' })).toHaveProperty('checked', false);
  });

  it('stops when it is taken away', async () => {
    const form = hosted();
    await shown();
    form.control.destroy();
    cleanup();
    expect(form.control.getOutputs()).toEqual({});
  });
});
