import { SECTION_FIELDS } from '../../core/index.ts';
import { requestOf } from '../testkit/index.ts';
import { PortError } from './port-error.ts';
import { worldOf } from './testkit/crm.ts';

const fields = SECTION_FIELDS.salesforce;
const SHARED = { linked: 'outbound', details: { status: 'in-sync' } } as const;
const INBOUND = { linked: 'inbound', draft: { phase: 'on-hold' }, details: { status: 'answer-needed' } } as const;
const THROTTLED = new PortError({ kind: 'throttled', technical: null, field: null });
const looks = (calls: readonly string[]) => calls.filter((call) => call === 'refresh').length;

describe('a request', () => {
  it('is made, watched and answered', async () => {
    const world = await worldOf('salesforce', SHARED);
    await world.does({ kind: 'sync-now' });
    expect(world.section.state().pending).toMatchObject({ phase: 'queued', action: 'sync', row: { id: 'row-1' } });
    await world.clock.pass(500);
    world.connectorAnswers('working');
    await world.clock.pass(500);
    expect(world.section.state().pending.phase).toBe('working');
    world.connectorWrites('in-sync');
    world.connectorAnswers('done');
    await world.clock.pass(1_000);
    expect(world.section.state().pending).toMatchObject({ phase: 'done', row: { status: 'done' } });
    const before = looks(world.calls);
    await world.clock.pass(50_000);
    expect(looks(world.calls)).toBe(before);
  });

  it('is looked at less and less often, and given up honestly with its row still queued', async () => {
    const world = await worldOf('salesforce', SHARED);
    await world.does({ kind: 'sync-now' });
    await world.clock.pass(1_000);
    expect(looks(world.calls)).toBe(3);
    await world.clock.pass(58_000);
    expect(looks(world.calls)).toBeLessThanOrEqual(17);
    expect(world.section.state().pending.phase).toBe('queued');
    await world.clock.pass(1_000);
    expect(world.section.state().pending).toMatchObject({ phase: 'timed-out', row: { status: 'queued' } });
    expect(world.rows()).toHaveLength(1);
  });

  it('that timed out is looked at again instead of made twice', async () => {
    const world = await worldOf('salesforce', SHARED);
    await world.does({ kind: 'sync-now' });
    await world.clock.pass(60_000);
    await world.does({ kind: 'retry' });
    expect(world.section.state().pending.phase).toBe('queued');
    world.connectorAnswers('done');
    await world.clock.pass(250);
    expect(world.section.state().pending.phase).toBe('done');
    expect(world.rows()).toHaveLength(1);
  });

  it('that timed out is still answered by a record that comes later', async () => {
    const world = await worldOf('salesforce', SHARED);
    await world.does({ kind: 'sync-now' });
    await world.clock.pass(60_000);
    world.connectorAnswers('failed', 'Partner Center refused it.');
    await world.push();
    expect(world.section.state().pending).toMatchObject({
      phase: 'failed',
      row: { message: 'Partner Center refused it.' },
    });
  });

  it('times out although a read never ends', async () => {
    const world = await worldOf('salesforce', SHARED);
    await world.does({ kind: 'sync-now' });
    world.hold('refresh');
    await world.clock.pass(60_000);
    expect(world.section.state().pending.phase).toBe('timed-out');
  });

  it('that could not be made says why and can be made again', async () => {
    const world = await worldOf('salesforce', SHARED);
    world.fail('createRequest', THROTTLED);
    await world.does({ kind: 'sync-now' });
    expect(world.section.state()).toMatchObject({
      pending: { phase: 'failed', row: null },
      problem: { kind: 'throttled' },
    });
    await world.does({ kind: 'retry' });
    expect(world.section.state()).toMatchObject({ pending: { phase: 'queued' }, problem: null });
  });

  it('is made once, however often somebody clicks, and not again within five seconds', async () => {
    const world = await worldOf('salesforce', SHARED);
    await world.does({ kind: 'sync-now' });
    await world.does({ kind: 'sync-now' });
    world.connectorAnswers('done');
    await world.clock.pass(250);
    await world.does({ kind: 'sync-now' });
    expect(world.rows()).toHaveLength(1);
    await world.clock.pass(4_750);
    await world.does({ kind: 'sync-now' });
    expect(world.rows()).toHaveLength(2);
  });

  it('has no point while sync is off or the deal is closed', async () => {
    const off = await worldOf('salesforce');
    await off.does({ kind: 'sync-now' });
    const closed = await worldOf('salesforce', { ...SHARED, details: { status: 'closed' } });
    await closed.does({ kind: 'sync-now' });
    expect([off.rows(), closed.rows()]).toEqual([[], []]);
  });

  it('is found when it was made before the section opened', async () => {
    const world = await worldOf('salesforce', { ...SHARED, requests: [requestOf()] });
    expect(world.section.state().pending).toMatchObject({ phase: 'queued', row: { id: 'request-1' } });
    await world.does({ kind: 'sync-now' });
    expect(world.rows()).toHaveLength(1);
  });

  it('follows an accepted deal', async () => {
    const world = await worldOf('salesforce', INBOUND);
    await world.does({ kind: 'accept' });
    expect(world.section.state().dialog).toEqual({ kind: 'accept' });
    await world.does({ kind: 'confirm' });
    expect(world.calls).toEqual(['request accept']);
  });

  it('carries the reason of a declined deal, which is kept until it is sent', async () => {
    const world = await worldOf('salesforce', INBOUND);
    await world.does({ kind: 'decline' });
    await world.does({ kind: 'confirm' });
    expect(world.calls).toEqual([]);
    await world.does({ kind: 'type-reason', reason: 'Outside our region.' });
    await world.does({ kind: 'cancel' });
    await world.does({ kind: 'decline' });
    expect(world.section.state().dialog).toEqual({ kind: 'decline', reason: 'Outside our region.' });
    world.fail('createRequest', THROTTLED);
    await world.does({ kind: 'confirm' });
    await world.does({ kind: 'retry' });
    expect(world.calls).toEqual(['request decline (Outside our region.)', 'request decline (Outside our region.)']);
  });

  it('is not sent while offline: the dialog stays and says so', async () => {
    const world = await worldOf('salesforce', INBOUND);
    await world.does({ kind: 'accept' });
    world.section.hostChanged({ online: false });
    await world.does({ kind: 'confirm' });
    expect(world.section.state()).toMatchObject({ dialog: { kind: 'accept' }, problem: { kind: 'offline' } });
    expect(world.calls).toEqual([]);
  });
});

describe('watching', () => {
  it('stops while the tab is hidden and goes on at once when it is shown', async () => {
    const world = await worldOf('salesforce', SHARED);
    await world.does({ kind: 'sync-now' });
    world.clock.hide();
    await world.clock.pass(3_600_000);
    expect(looks(world.calls)).toBe(0);
    world.connectorAnswers('done');
    await world.clock.show();
    expect(world.section.state().pending.phase).toBe('done');
  });

  it('stops while offline and goes on at once when online', async () => {
    const world = await worldOf('salesforce', SHARED);
    await world.does({ kind: 'sync-now' });
    world.section.hostChanged({ online: false });
    await world.clock.pass(30_000);
    expect(looks(world.calls)).toBe(0);
    world.connectorAnswers('done');
    world.section.hostChanged({ online: true });
    await world.clock.pass(0);
    expect(world.section.state().pending.phase).toBe('done');
  });

  it('goes on after reads that fail, and tells what was wrong when time is up', async () => {
    const world = await worldOf('salesforce', SHARED);
    await world.does({ kind: 'sync-now' });
    world.fail('refresh', THROTTLED, 2);
    await world.clock.pass(500);
    expect(world.section.state()).toMatchObject({ problem: null, pending: { phase: 'queued' } });
    world.fail('refresh', THROTTLED, 99);
    await world.clock.pass(60_000);
    expect(world.section.state().pending.phase).toBe('timed-out');
  });

  it('stops when the person is signed out', async () => {
    const world = await worldOf('salesforce', SHARED);
    await world.does({ kind: 'sync-now' });
    world.fail('refresh', new PortError({ kind: 'signed-out', technical: null, field: null }));
    await world.clock.pass(250);
    expect(world.section.state()).toMatchObject({ problem: { kind: 'signed-out' }, pending: { phase: 'timed-out' } });
  });

  it('ends when the connector has written to a saved deal', async () => {
    const world = await worldOf('salesforce', SHARED);
    await world.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    await world.clock.pass(500);
    expect(world.section.state().pending.phase).toBe('queued');
    world.connectorWrites('sending');
    await world.clock.pass(500);
    expect(world.section.state().pending.phase).toBe('working');
    await world.clock.pass(100);
    world.connectorWrites('in-sync');
    await world.clock.pass(2_000);
    expect(world.section.state().pending.phase).toBe('done');
  });

  it('follows what people change elsewhere on a synced deal, quietly when nothing comes of it', async () => {
    const world = await worldOf('salesforce', SHARED);
    world.edit({ Amount: '99000' });
    await world.push();
    expect(world.section.state().pending).toMatchObject({ phase: 'queued', action: 'save' });
    await world.clock.pass(60_000);
    expect(world.section.state().pending.phase).toBe('idle');
  });

  it('does not follow changes of a deal that is not synced, nor what the connector wrote itself', async () => {
    const unsynced = await worldOf('salesforce');
    unsynced.edit({ Amount: '99000' });
    await unsynced.push();
    const synced = await worldOf('salesforce', SHARED);
    synced.edit({ Amount: '99000', [fields.lastSync]: '2026-11-20T10:10:00Z' });
    await synced.push();
    expect([unsynced, synced].map(({ section }) => section.state().pending.phase)).toEqual(['idle', 'idle']);
  });

  it('waits for what a save during a request brings', async () => {
    const world = await worldOf('salesforce', SHARED);
    await world.does({ kind: 'sync-now' });
    await world.does({ kind: 'set', field: 'products', value: 'SOL-2-BB' });
    world.connectorAnswers('done');
    await world.clock.pass(250);
    expect(world.section.state().pending).toMatchObject({ phase: 'queued', action: 'save' });
  });

  it('reads once more when the row was answered before the opportunity was seen to change', async () => {
    const world = await worldOf('salesforce', SHARED);
    await world.does({ kind: 'sync-now' });
    world.connectorAnswers('done');
    await world.push();
    expect(world.section.state().pending.phase).toBe('done');
    expect(looks(world.calls)).toBe(1);
  });

  it('reads a retried deal once a minute, and an old record when the tab is shown', async () => {
    const world = await worldOf('salesforce', { ...SHARED, details: { status: 'retrying' } });
    await world.clock.pass(180_000);
    expect(looks(world.calls)).toBe(3);
    const quiet = await worldOf('salesforce', SHARED);
    await quiet.clock.pass(180_000);
    expect(looks(quiet.calls)).toBe(0);
    quiet.clock.hide();
    await quiet.clock.show();
    expect(looks(quiet.calls)).toBe(1);
  });

  it('leaves no timer behind', async () => {
    const world = await worldOf('salesforce', SHARED);
    world.hold('createRequest');
    await world.does({ kind: 'sync-now' });
    world.section.dispose();
    await world.release('createRequest');
    expect(world.clock.timers()).toBe(0);
    await world.does({ kind: 'sync-now' });
    expect(world.rows()).toHaveLength(1);
  });
});

describe('reading', () => {
  it('says why nothing can be shown, and is tried again', async () => {
    const world = await worldOf('salesforce', SHARED);
    world.section.receivedProblem(new PortError({ kind: 'no-permission', technical: null, field: null }));
    expect(world.section.state()).toMatchObject({ load: 'no-permission', record: null });
    await world.does({ kind: 'retry' });
    expect(world.section.state()).toMatchObject({ load: 'ready', problem: null });
  });

  it('keeps the record when reading it again fails, until it succeeds', async () => {
    const world = await worldOf('salesforce', SHARED);
    world.fail('refresh', THROTTLED);
    await world.does({ kind: 'reload' });
    expect(world.section.state()).toMatchObject({ load: 'ready', problem: { kind: 'throttled' } });
    expect(world.section.state().record).not.toBeNull();
    await world.push();
    expect(world.section.state().problem).toBeNull();
  });

  it('tells the host at every change and once a minute, with the same state in between', async () => {
    const world = await worldOf('salesforce', SHARED);
    let told = 0;
    const unsubscribe = world.section.subscribe(() => (told += 1));
    expect(world.section.state()).toBe(world.section.state());
    const before = world.section.state().now;
    await world.clock.pass(60_000);
    expect(told).toBe(1);
    expect(Date.parse(world.section.state().now) - Date.parse(before)).toBe(60_000);
    unsubscribe();
    await world.clock.pass(60_000);
    expect(told).toBe(1);
  });

  it('leaves places and the clipboard to the host', async () => {
    const world = await worldOf('salesforce', SHARED);
    await world.does({ kind: 'go-to-field', field: 'CloseDate' });
    await world.does({ kind: 'open', url: 'https://partner.microsoft.com/' });
    await world.does({ kind: 'copy', text: 'ref' });
    expect(world.calls).toEqual(['go to CloseDate', 'open https://partner.microsoft.com/', 'copy ref']);
  });
});
