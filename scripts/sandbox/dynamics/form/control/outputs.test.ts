import type { ControlProperty } from '../boot.ts';
import { BOOT } from '../testkit.ts';
import { outputChanges } from './outputs.ts';

const property = (name: string, usage: ControlProperty['usage'] = 'bound'): ControlProperty => ({
  name,
  ofType: 'SingleLine.Text',
  usage,
  required: false,
  defaultValue: null,
});

const host = {
  boot: BOOT,
  control: {
    name: 'Cosell.Test',
    virtual: true,
    bundle: '',
    stylesheets: [],
    strings: {},
    properties: ['sync', 'help', 'name', 'date', 'account', 'unbound'].map((name) => property(name)),
  },
  binding: {
    name: 'cosell_Cosell.Test',
    parameters: {
      sync: { column: 'cosell_sync' },
      help: { column: 'cosell_help' },
      name: { column: 'name' },
      date: { column: 'estimatedclosedate' },
      account: { column: 'parentaccountid' },
    },
  },
};

describe('outputChanges', () => {
  it('gives the value of every bound column', () => {
    const account = { id: 'a1', name: 'Ana', entityType: 'account' };
    const outputs = { sync: true, help: 1, name: 'New', date: new Date('2027-03-01T00:00:00Z'), account: [account] };
    expect(outputChanges(host, outputs)).toEqual({
      cosell_sync: true,
      cosell_help: 1,
      name: 'New',
      estimatedclosedate: '2027-03-01',
      parentaccountid: account,
    });
  });

  it('empties a column for undefined, null and empty text, and leaves one alone that is not mentioned', () => {
    expect(outputChanges(host, { help: undefined, name: '', account: null })).toEqual({
      cosell_help: null,
      name: null,
      parentaccountid: null,
    });
  });

  it('ignores a property that the form does not bind', () => {
    expect(outputChanges(host, { unbound: 'x' })).toEqual({});
  });

  it.each([
    [{ nothing: 1 }, 'which the manifest does not bind'],
    [{ help: 'one' }, 'whose column cosell_help is a choice'],
    [{ sync: 1 }, 'whose column cosell_sync is a boolean'],
  ])('calls %j a mistake of the control', (outputs, message) => {
    expect(() => outputChanges(host, outputs)).toThrow(message);
  });
});
