import { createRecordSession } from '../record/session.ts';
import { BOOT } from '../testkit.ts';
import { parametersOf } from './parameters.ts';
import type { Host } from './types.ts';

function hostWith(changes: Parameters<Host['session']['change']>[0]): Host {
  const session = createRecordSession(BOOT);
  session.change(changes);
  const bound = (name: string, ofType: string) => ({
    name,
    ofType,
    usage: 'bound' as const,
    required: false,
    defaultValue: null,
  });
  return {
    boot: BOOT,
    settings: BOOT.settings,
    session,
    dialogs: { open: () => Promise.resolve(false) },
    control: {
      name: 'Cosell.Test',
      virtual: true,
      bundle: '',
      stylesheets: [],
      strings: {},
      properties: [
        bound('sync', 'TwoOptions'),
        bound('help', 'OptionSet'),
        bound('status', 'SingleLine.Text'),
        bound('hidden', 'SingleLine.Text'),
        bound('free', 'SingleLine.Text'),
        { ...bound('minutes', 'Whole.None'), usage: 'input', defaultValue: '15' },
      ],
    },
    binding: {
      name: 'cosell_Cosell.Test',
      parameters: {
        sync: { column: 'cosell_sync' },
        help: { column: 'cosell_help' },
        status: { column: 'cosell_status' },
        hidden: { column: 'cosell_hidden' },
      },
    },
  };
}

describe('parametersOf', () => {
  const parameters = parametersOf(hostWith({ cosell_help: 1, cosell_status: 'in sync', cosell_hidden: 'secret' }));

  it('shows a choice with its text and its options, and an empty switch as off', () => {
    expect(parameters.help).toMatchObject({
      raw: 1,
      formatted: 'No help',
      attributes: { LogicalName: 'cosell_help', Options: [{ Value: 1, Label: 'No help' }] },
    });
    expect(parameters.sync).toMatchObject({ raw: false, security: { editable: true, readable: true, secured: false } });
  });

  it('follows column security: read only, and not even readable', () => {
    expect(parameters.status).toMatchObject({
      raw: 'in sync',
      security: { editable: false, readable: true, secured: true },
    });
    expect(parameters.hidden).toMatchObject({
      raw: null,
      security: { editable: false, readable: false, secured: true },
    });
  });

  it('gives constants in the type of the manifest, and nothing for what is not bound', () => {
    expect(parameters.minutes?.raw).toBe(15);
    expect(parameters.free?.raw).toBeNull();
  });
});
