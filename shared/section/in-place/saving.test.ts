import { fromSalesforce } from './salesforce-errors.ts';
import { SECTION_FIELDS } from '../../core/index.ts';
import { connectionOf } from '../testkit/index.ts';
import { worldOf } from './testkit/crm.ts';

const fields = SECTION_FIELDS.salesforce;
const LOCKED = fromSalesforce({ status: 400, body: [{ errorCode: 'ENTITY_IS_LOCKED', message: 'Locked.' }] }, fields);
const SHARED = { linked: 'outbound', details: { status: 'in-sync' } } as const;

describe('saving in Salesforce', () => {
  it('shows what Microsoft will see before the first share, and saves when that is confirmed', async () => {
    const { section, does, calls, record } = await worldOf('salesforce');
    await does({ kind: 'set', field: 'sync', value: true });
    expect(section.state()).toMatchObject({ dialog: { kind: 'preview' }, draft: {} });
    expect(calls).toEqual([]);
    await does({ kind: 'confirm' });
    expect(calls).toEqual(['save {"sync":true}']);
    expect(record().opportunity.values[fields.sync]).toBe(true);
    expect(section.state()).toMatchObject({ dialog: null, draft: {}, pending: { phase: 'queued', action: 'save' } });
  });

  it('saves nothing when the preview is cancelled', async () => {
    const { section, does, calls } = await worldOf('salesforce');
    await does({ kind: 'set', field: 'sync', value: true });
    await does({ kind: 'cancel' });
    expect(section.state()).toMatchObject({ dialog: null, draft: {} });
    expect(calls).toEqual([]);
  });

  it('asks on its own before the deal becomes visible to Microsoft', async () => {
    const { section, does, calls } = await worldOf('salesforce', SHARED);
    await does({ kind: 'set', field: 'visible', value: true });
    expect(section.state().dialog).toEqual({ kind: 'confirm-visible' });
    await does({ kind: 'confirm' });
    expect(calls).toEqual(['save {"visible":true}']);
  });

  it('does not take back what Microsoft has seen', async () => {
    const { does, calls } = await worldOf('salesforce', { ...SHARED, draft: { visible: true } });
    await does({ kind: 'set', field: 'visible', value: false });
    expect(calls).toEqual([]);
  });

  it('asks on its own before Microsoft is invited to a deal that is shared already, and invites nobody when left', async () => {
    const { section, does, calls } = await worldOf('salesforce', SHARED);
    await does({ kind: 'set', field: 'help', value: 'GeneralOrOther' });
    expect(section.state()).toMatchObject({ dialog: { kind: 'confirm-help', value: 'GeneralOrOther' }, draft: {} });
    await does({ kind: 'cancel' });
    expect(calls).toEqual([]);
    await does({ kind: 'set', field: 'help', value: 'QuotesOrLicensing' });
    await does({ kind: 'confirm' });
    expect(calls).toEqual(['save {"help":"QuotesOrLicensing"}']);
  });

  it('asks about help on a deal that is shared as soon as it is ready', async () => {
    const { section, does } = await worldOf('dynamics', { draft: { sync: false } });
    await does({ kind: 'set', field: 'sync', value: true });
    await does({ kind: 'confirm' });
    await does({ kind: 'set', field: 'help', value: 2 });
    expect(section.state()).toMatchObject({ dialog: { kind: 'confirm-help', value: 2 }, draft: { sync: true } });
  });

  it.each([
    ['the preview is still to come', { draft: { sync: false } }, 'GeneralOrOther'],
    ['help was chosen before', { ...SHARED, draft: { help: 'QuotesOrLicensing' } }, 'GeneralOrOther'],
    ['it is taken back', { ...SHARED, draft: { help: 'QuotesOrLicensing' } }, null],
  ])('does not ask about help when %s', async (_, parts, value) => {
    const { does, calls } = await worldOf('salesforce', parts);
    await does({ kind: 'set', field: 'help', value });
    expect(calls).toEqual([`save {"help":${JSON.stringify(value)}}`]);
  });

  it('is busy until the platform has answered', async () => {
    const world = await worldOf('salesforce', SHARED);
    world.hold('save');
    await world.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    expect(world.section.state()).toMatchObject({
      draft: { products: 'SOL-2-BB' },
      pending: { phase: 'creating', action: 'save' },
    });
    await world.release('save');
    expect(world.section.state()).toMatchObject({ draft: {}, pending: { phase: 'queued' } });
  });

  it('takes nothing for the answer that the connector wrote before the save was through', async () => {
    const world = await worldOf('salesforce', SHARED);
    world.hold('save');
    await world.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    world.connectorWrites('in-sync');
    await world.push();
    await world.release('save');
    await world.push();
    expect(world.section.state().pending.phase).toBe('queued');
    await world.clock.pass(1000);
    world.connectorWrites('in-sync');
    await world.push();
    expect(world.section.state().pending.phase).toBe('done');
  });

  it('takes for the answer what the connector wrote before the platform had told that the save is through', async () => {
    const world = await worldOf('salesforce', SHARED);
    world.hold('save');
    await world.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    world.edit({ [fields.products]: 'SOL-2-BB' });
    world.connectorWrites('in-sync');
    await world.push();
    await world.release('save');
    await world.clock.pass(250);
    expect(world.section.state()).toMatchObject({ draft: {}, pending: { phase: 'done' } });
  });

  it('sends what was typed during a save with the next one', async () => {
    const world = await worldOf('salesforce', SHARED);
    world.hold('save');
    await world.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    await world.does({ kind: 'set', field: 'products', value: 'SOL-3-CC' });
    await world.does({ kind: 'set', field: 'help', value: 'GeneralOrOther' });
    await world.does({ kind: 'confirm' });
    expect(world.calls).toEqual(['save {"products":"SOL-2-BB"}']);
    await world.release('save');
    expect(world.calls[1]).toBe('save {"products":"SOL-3-CC","help":"GeneralOrOther"}');
    expect(world.section.state().draft).toEqual({});
  });

  it('keeps what could not be saved, says why, and sends it again', async () => {
    const world = await worldOf('salesforce', SHARED);
    world.fail('save', LOCKED);
    await world.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    expect(world.section.state()).toMatchObject({
      draft: { products: 'SOL-2-BB' },
      problem: { kind: 'record-locked' },
      pending: { phase: 'failed', action: 'save' },
    });
    await world.does({ kind: 'retry' });
    expect(world.calls).toEqual(['save {"products":"SOL-2-BB"}', 'save {"products":"SOL-2-BB"}']);
    expect(world.section.state()).toMatchObject({ draft: {}, problem: null });
  });

  it('keeps a value that could not be saved while another one is saved', async () => {
    const world = await worldOf('salesforce', SHARED);
    world.fail('save', { status: 400, body: { message: 'No.' } });
    await world.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    await world.does({ kind: 'set', field: 'help', value: 'GeneralOrOther' });
    await world.does({ kind: 'confirm' });
    expect(world.calls[1]).toBe('save {"help":"GeneralOrOther"}');
    expect(world.section.state().draft).toEqual({ products: 'SOL-2-BB' });
  });

  it('has nothing to send after going back to the stored value', async () => {
    const world = await worldOf('salesforce', SHARED);
    world.fail('save', LOCKED);
    await world.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    await world.does({ kind: 'set', field: 'products', value: 'SOL-15974-MQF' });
    expect(world.section.state()).toMatchObject({ draft: {}, problem: null });
    expect(world.calls).toHaveLength(1);
  });

  it('drops what could not be saved when the message is dismissed', async () => {
    const world = await worldOf('salesforce', SHARED);
    world.fail('save', LOCKED);
    await world.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    await world.does({ kind: 'dismiss' });
    expect(world.section.state()).toMatchObject({ draft: {}, problem: null, pending: { phase: 'idle' } });
  });

  it('sends nothing while offline and says so; online again, the person decides', async () => {
    const world = await worldOf('salesforce', SHARED);
    world.section.hostChanged({ online: false });
    await world.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    expect(world.section.state()).toMatchObject({ draft: { products: 'SOL-2-BB' }, problem: { kind: 'offline' } });
    world.section.hostChanged({ online: true });
    await world.clock.pass(60_000);
    expect(world.calls).toEqual([]);
    await world.does({ kind: 'retry' });
    expect(world.calls[0]).toBe('save {"products":"SOL-2-BB"}');
  });

  it('asks before it pauses a shared deal, and resumes without asking', async () => {
    const world = await worldOf('salesforce', SHARED);
    await world.does({ kind: 'pause' });
    expect(world.section.state().dialog).toEqual({ kind: 'pause' });
    await world.does({ kind: 'confirm' });
    await world.does({ kind: 'resume' });
    expect(world.calls).toEqual(['save {"sync":false}', 'save {"sync":true}']);
  });

  it('changes nothing in a field that the person may not edit', async () => {
    const world = await worldOf('salesforce', SHARED);
    world.section.hostChanged({ disabled: true });
    await world.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    expect(world.calls).toEqual([]);
    expect(world.section.state().draft).toEqual({});
  });

  it('waits for no answer where the connector has nothing to do', async () => {
    const unsynced = await worldOf('salesforce');
    await unsynced.does({ kind: 'set', field: 'help', value: 'GeneralOrOther' });
    expect(unsynced.section.state().pending.phase).toBe('done');
    const notSetUp = await worldOf('salesforce', SHARED);
    notSetUp.section.receivedConnection('none');
    await notSetUp.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    expect(notSetUp.section.state().pending.phase).toBe('done');
  });

  it('uses the field names of the connection', async () => {
    const world = await worldOf('salesforce', SHARED);
    const { policy } = connectionOf('salesforce');
    world.section.receivedConnection(
      connectionOf('salesforce', { policy: { ...policy, fields: { ...policy.fields, products: 'My_Products__c' } } }),
    );
    world.edit({ My_Products__c: 'SOL-9-ZZ' });
    await world.push();
    await world.does({ kind: 'set', field: 'products', value: 'SOL-9-ZZ' });
    expect(world.calls).toEqual([]);
  });
});

describe('saving in Dynamics', () => {
  it('hands values to the form and holds them as a draft until the form is saved', async () => {
    const world = await worldOf('dynamics');
    await world.does({ kind: 'set', field: 'sync', value: true });
    await world.does({ kind: 'confirm' });
    expect(world.calls).toEqual(['save {"sync":true}']);
    expect(world.section.state()).toMatchObject({ draft: { sync: true }, pending: { phase: 'idle' } });
    await world.saveForm();
    expect(world.section.state()).toMatchObject({ draft: {}, pending: { phase: 'queued', action: 'save' } });
  });

  it('has no draft once the form holds the stored value again', async () => {
    const world = await worldOf('dynamics', SHARED);
    await world.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    await world.does({ kind: 'set', field: 'products', value: 'SOL-15974-MQF' });
    expect(world.section.state().draft).toEqual({});
    expect(world.calls).toHaveLength(2);
  });

  it('holds what is typed into the same columns elsewhere on the form', async () => {
    const world = await worldOf('dynamics', SHARED);
    const values = { sync: true, help: null, products: 'SOL-15974-MQF', visible: false };
    world.section.hostChanged({ values });
    world.section.hostChanged({ values: { ...values, products: 'SOL-2-BB' } });
    expect(world.section.state().draft).toEqual({ products: 'SOL-2-BB' });
    world.section.hostChanged({ values });
    expect(world.section.state().draft).toEqual({});
  });

  it('does not take an old value of the form for a draft', async () => {
    const world = await worldOf('dynamics', SHARED);
    const values = { sync: true, help: null, products: 'SOL-15974-MQF', visible: false };
    world.section.hostChanged({ values });
    world.edit({ [SECTION_FIELDS.dynamics.products]: 'SOL-7-XX' });
    await world.push();
    world.section.hostChanged({ values });
    expect(world.section.state().draft).toEqual({});
  });

  it('lets the draft go when the form has been saved and a rule has made something else of it', async () => {
    const world = await worldOf('dynamics', SHARED);
    await world.does({ kind: 'set', field: 'products', value: 'sol-2-bb' });
    world.section.hostChanged({ formDirty: true });
    world.edit({ [SECTION_FIELDS.dynamics.products]: 'SOL-2-BB' });
    world.section.hostChanged({ formDirty: false });
    await world.push();
    expect(world.section.state().draft).toEqual({});
  });

  it('reads a new opportunity once it has been saved', async () => {
    const world = await worldOf('dynamics');
    world.section.hostChanged({ unsaved: true });
    world.section.hostChanged({ unsaved: false });
    expect(world.calls).toEqual(['refresh']);
  });
});

describe('newer data', () => {
  it('is held back while something typed is not stored, and shown when asked for, without touching what was typed', async () => {
    const world = await worldOf('dynamics', SHARED);
    const before = world.record();
    await world.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    world.edit({ name: 'Renamed by somebody else' });
    await world.push();
    expect(world.section.state().record?.opportunity.values.name).toBe(before.opportunity.values.name);
    expect(world.section.state().newer?.opportunity.values.name).toBe('Renamed by somebody else');
    await world.does({ kind: 'load-changes' });
    expect(world.section.state()).toMatchObject({ newer: null, draft: { products: 'SOL-2-BB' } });
    expect(world.section.state().record?.opportunity.values.name).toBe('Renamed by somebody else');
  });

  it('is shown at once where only the connector has written', async () => {
    const world = await worldOf('dynamics', SHARED);
    await world.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    world.connectorWrites('waiting-for-microsoft');
    await world.push();
    expect(world.section.state()).toMatchObject({ newer: null, draft: { products: 'SOL-2-BB' } });
    expect(world.section.state().record).toMatchObject({ opportunity: { values: world.record().opportunity.values } });
  });

  it('is not replaced by a record that was read earlier', async () => {
    const world = await worldOf('salesforce', SHARED);
    const old = { ...world.record(), requests: [] };
    await world.clock.pass(1_000);
    world.edit({ Name: 'Newer' });
    await world.push();
    world.section.receivedRecord(old);
    expect(world.section.state().record?.opportunity.values.Name).toBe('Newer');
  });
});
