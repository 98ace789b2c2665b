import { CosellError, type ErrorCode } from '../../core/index.ts';
import { World } from '../testkit/world.ts';

const error = (code: ErrorCode, more: { mayHaveActed?: boolean; retryAfterSeconds?: number } = {}): CosellError =>
  new CosellError(code, { message: `It says ${code}.`, cure: 'Do this.', ...more });

function worldWith(...ids: readonly string[]): World {
  const world = new World();
  for (const id of ids) world.addOpportunity(id);
  return world;
}

describe('syncBatch', () => {
  it('shares a co-sell deal with two calls to Partner Center, one read and one write', async () => {
    const world = worldWith('006A');
    const [outcome] = await world.sync(['006A']);
    expect(outcome).toMatchObject({ kind: 'done', opportunityId: '006A' });
    const [own] = world.partnerCenter.ownOf('006A');
    expect(world.partnerCenter.microsoftOf(own?.engagementId ?? '')).toHaveLength(1);
    expect(world.partnerCenter.calls).toEqual(['create', 'create']);
    expect(world.crm.calls).toEqual([
      { call: 'read', size: 1 },
      { call: 'write', size: 1 },
    ]);
    expect(world.shown('006A', 'referralId')).toBe(own?.id);
    expect(world.shown('006A', 'status')).toBe('in-sync');
    expect(String(world.shown('006A', 'audit')).split('\n')).toHaveLength(1);
    expect(world.store.intents.size).toBe(0);
  });

  it('shares a private deal with one call', async () => {
    const world = new World();
    world.addOpportunity('006A', { [world.policy.fields.help]: null });
    await world.sync(['006A']);
    expect(world.partnerCenter.calls).toEqual(['create']);
  });

  it('writes nothing the second time', async () => {
    const world = worldWith('006A');
    await world.sync(['006A']);
    world.partnerCenter.calls.length = 0;
    world.crm.calls.length = 0;
    await world.sync(['006A']);
    expect(world.partnerCenter.calls).toEqual(['get']);
    expect(world.crm.calls).toEqual([{ call: 'read', size: 1 }]);
  });

  it('does not look at the referral when a catch-up led to an opportunity that is as agreed', async () => {
    const world = worldWith('006A', '006B');
    await world.sync(['006A', '006B']);
    world.partnerCenter.calls.length = 0;
    world.crm.edit('006B', { Name: 'A better name' });
    const outcomes = await world.sync(['006A', '006B'], 0, { ifCrmChanged: true });
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['as-agreed', 'done']);
    expect(world.partnerCenter.calls).toEqual(['get', 'patch']);
    world.crm.edit('006A', { [world.policy.fields.sync]: false });
    await world.sync(['006A'], 0, { ifCrmChanged: true });
    expect(world.shown('006A', 'status')).toBe('paused');
  });

  it('does not look at the referral when an event tells of our own change', async () => {
    const world = worldWith('006A');
    await world.sync(['006A']);
    world.crm.edit('006A', { Name: 'A better name' });
    await world.sync(['006A']);
    world.partnerCenter.calls.length = 0;
    const changedAt = world.partnerCenter.ownOf('006A')[0]?.updatedDateTime ?? '';
    await world.sync(['006A'], 0, { referralChangedAt: changedAt });
    expect(world.partnerCenter.calls).toEqual([]);
    world.partnerCenter.edit(world.partnerCenter.ownOf('006A')[0]?.id ?? '', { name: 'Theirs' });
    await world.sync(['006A'], 0, { referralChangedAt: world.now().toISOString() });
    expect(world.crm.valueOf('006A', 'Name')).toBe('Theirs');
  });

  it('sends a change as one patch', async () => {
    const world = worldWith('006A');
    await world.sync(['006A']);
    world.partnerCenter.calls.length = 0;
    world.crm.edit('006A', { Amount: '75000.5', Name: 'A better name' });
    await world.sync(['006A']);
    expect(world.partnerCenter.calls).toEqual(['get', 'patch']);
    expect(world.partnerCenter.ownOf('006A')[0]).toMatchObject({ name: 'A better name' });
  });

  it('reads the referral again when its eTag was stale', async () => {
    const world = worldWith('006A');
    await world.sync(['006A']);
    world.partnerCenter.calls.length = 0;
    world.partnerCenter.faults.push({ call: 'patch', error: error('partner-center-conflict') });
    world.crm.edit('006A', { Name: 'A better name' });
    const [outcome] = await world.sync(['006A']);
    expect(outcome?.kind).toBe('done');
    expect(world.partnerCenter.calls).toEqual(['get', 'patch', 'get', 'patch']);
  });

  it('gives up after three conflicts in a row, for now', async () => {
    const world = worldWith('006A');
    await world.sync(['006A']);
    for (let time = 0; time < 4; time += 1) {
      world.partnerCenter.faults.push({ call: 'patch', error: error('partner-center-conflict') });
    }
    world.crm.edit('006A', { Name: 'A better name' });
    const [outcome] = await world.sync(['006A']);
    expect(outcome).toMatchObject({ kind: 'retry', failures: 1, error: { code: 'partner-center-conflict' } });
  });

  it('does not ask Partner Center about a deal whose Sync is off', async () => {
    const world = worldWith('006A');
    await world.sync(['006A']);
    world.partnerCenter.calls.length = 0;
    world.crm.edit('006A', { [world.policy.fields.sync]: false, Name: 'Not to be sent' });
    await world.sync(['006A']);
    expect(world.partnerCenter.calls).toEqual([]);
    expect(world.shown('006A', 'status')).toBe('paused');
  });

  it.each([
    ['does not bring back one that is gone', true, null],
    ['shows one that is there', false, 'paused'],
  ])('looks for a referral that the CRM does not show although Sync is off, and %s', async (_what, gone, status) => {
    const world = worldWith('006A');
    await world.sync(['006A']);
    const { sync, referralId, status: shown } = world.policy.fields;
    const [own] = world.partnerCenter.ownOf('006A');
    if (gone) world.partnerCenter.referrals.delete(own?.id ?? '');
    world.crm.edit('006A', { [sync]: false, [referralId]: null, [shown]: null });
    await world.sync(['006A']);
    expect(world.shown('006A', 'status')).toBe(status);
    expect(world.shown('006A', 'referralId')).toBe(gone ? null : own?.id);
  });

  it('reads and writes a whole batch together', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `006${String(index).padStart(3, '0')}`);
    const world = worldWith(...ids);
    const outcomes = await world.sync(ids);
    expect(outcomes.every((outcome) => outcome.kind === 'done')).toBe(true);
    expect(world.crm.calls).toEqual([
      { call: 'read', size: 200 },
      { call: 'write', size: 200 },
    ]);
    expect(ids.every((id) => world.partnerCenter.ownOf(id).length === 1)).toBe(true);
  });

  it('lets one opportunity fail without the others', async () => {
    const world = worldWith('006A', '006B', '006C');
    world.crm.refusals.set('006B', error('crm-rejected'));
    const outcomes = await world.sync(['006A', '006B', '006C']);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'refused', 'done']);
    expect(world.shown('006C', 'status')).toBe('in-sync');
  });

  it('tells the seller what went wrong and when it is tried again', async () => {
    const world = worldWith('006A');
    world.partnerCenter.faults.push({
      call: 'create',
      error: error('partner-center-throttled', { retryAfterSeconds: 30 }),
    });
    const before = world.now().getTime();
    const [outcome] = await world.sync(['006A']);
    expect(outcome).toMatchObject({ kind: 'retry', failures: 1, error: { code: 'partner-center-throttled' } });
    const notBefore = outcome?.kind === 'retry' ? outcome.notBefore.getTime() : 0;
    expect(notBefore).toBeGreaterThanOrEqual(before + 30_000);
    expect(world.shown('006A', 'status')).toBe('retrying');
    const details = JSON.parse(String(world.shown('006A', 'details'))) as { attempt: number; nextAttemptAt: string };
    expect(details).toMatchObject({ attempt: 1, nextAttemptAt: new Date(notBefore).toISOString() });
  });

  it('ends when it is for a person to put right', async () => {
    const world = worldWith('006A');
    world.partnerCenter.faults.push({ call: 'create', error: error('partner-center-rejected') });
    const [outcome] = await world.sync(['006A']);
    expect(outcome).toMatchObject({ kind: 'refused', error: { code: 'partner-center-rejected' } });
    expect(world.shown('006A', 'status')).toBe('failed');
    expect(String(world.shown('006A', 'audit'))).toContain('It says partner-center-rejected.');
  });

  it('puts a change among the dead letters after the last attempt', async () => {
    const world = worldWith('006A');
    world.partnerCenter.faults.push({ call: 'create', error: error('partner-center-unavailable') });
    const [outcome] = await world.sync(['006A'], 3);
    expect(outcome).toMatchObject({
      kind: 'dead',
      letter: { crm: 'salesforce', opportunityId: '006A', errorCode: 'partner-center-unavailable', failures: 4 },
    });
    expect(world.shown('006A', 'status')).toBe('failed');
  });

  it('tries everything again when the CRM cannot be read', async () => {
    const world = worldWith('006A', '006B');
    world.crm.faults.push({ call: 'read', error: error('crm-unavailable') });
    const outcomes = await world.sync(['006A', '006B']);
    expect(outcomes).toMatchObject([
      { kind: 'retry', failures: 1 },
      { kind: 'retry', failures: 1 },
    ]);
    expect(world.partnerCenter.calls).toEqual([]);
  });

  it('tries again to tell the seller when the CRM could not be written, and makes no second referral', async () => {
    const world = worldWith('006A');
    world.crm.faults.push({ call: 'write', error: error('crm-unavailable') });
    const [outcome] = await world.sync(['006A']);
    expect(outcome).toMatchObject({ kind: 'retry', link: null, error: { code: 'crm-unavailable' } });
    const [again] = await world.sync(['006A'], 1);
    expect(again?.kind).toBe('done');
    expect(world.partnerCenter.ownOf('006A')).toHaveLength(1);
    expect(world.shown('006A', 'status')).toBe('in-sync');
    expect(String(world.shown('006A', 'audit')).split('\n')).toEqual([expect.stringMatching(/as a co-sell deal\. ✔$/)]);
  });

  it('tells a refusal again when the CRM could not be written the first time', async () => {
    const world = worldWith('006A');
    world.partnerCenter.faults.push({ call: 'create', error: error('partner-center-rejected') });
    world.crm.faults.push({ call: 'write', error: error('crm-throttled') });
    const [outcome] = await world.sync(['006A']);
    expect(outcome).toMatchObject({ kind: 'retry', error: { code: 'crm-throttled' } });
  });

  it('forgets an opportunity that is gone', async () => {
    const world = worldWith('006A');
    await world.sync(['006A']);
    world.crm.rows.delete('006A');
    world.partnerCenter.calls.length = 0;
    const [outcome] = await world.sync(['006A']);
    expect(outcome).toMatchObject({ kind: 'gone', opportunityId: '006A' });
    expect(world.store.links.has('006A')).toBe(false);
    expect(world.partnerCenter.calls).toEqual([]);
  });

  it('answers the requests of people', async () => {
    const world = worldWith('006A');
    world.crm.requests.push({
      id: 'r1',
      opportunityId: '006A',
      action: 'sync',
      reason: null,
      requestedBy: '005A',
      requestedAt: '2026-11-20T10:00:00Z',
      mayEdit: true,
      status: 'queued',
      message: '',
    });
    await world.sync(['006A']);
    expect(world.crm.requests[0]?.status).toBe('done');
  });
});

describe('a POST that was not answered', () => {
  it('does not make a second referral when it had acted', async () => {
    const id = '006A';
    const world = worldWith(id);
    const lost = error('partner-center-unavailable', { mayHaveActed: true });
    world.partnerCenter.faults.push({ call: 'create', error: lost, acted: true });
    const [first] = await world.sync([id]);
    expect(first?.kind).toBe('retry');
    const [second] = await world.sync([id], 1);
    expect(second?.kind).toBe('done');
    expect(world.partnerCenter.ownOf(id)).toHaveLength(1);
    expect(world.partnerCenter.calls).toEqual(['create', 'list', 'create']);
  });

  it('does not invite Microsoft twice when the invitation had acted', async () => {
    const world = new World();
    const { help } = world.policy.fields;
    world.addOpportunity('006A', { [help]: null });
    await world.sync(['006A']);
    world.crm.edit('006A', { [help]: 'QuotesOrLicensing' });
    const lost = error('partner-center-unavailable', { mayHaveActed: true });
    world.partnerCenter.faults.push({ call: 'create', error: lost, acted: true });
    expect((await world.sync(['006A']))[0]?.kind).toBe('retry');
    expect((await world.sync(['006A'], 1))[0]?.kind).toBe('done');
    const engagement = world.partnerCenter.ownOf('006A')[0]?.engagementId ?? '';
    expect(world.partnerCenter.microsoftOf(engagement)).toHaveLength(1);
    expect(world.shown('006A', 'status')).toBe('in-sync');
  });

  it('makes it again when it had not acted', async () => {
    const world = worldWith('006A');
    const lost = error('partner-center-unavailable', { mayHaveActed: true });
    world.partnerCenter.faults.push({ call: 'create', error: lost });
    await world.sync(['006A']);
    await world.sync(['006A'], 1);
    expect(world.partnerCenter.ownOf('006A')).toHaveLength(1);
    expect(world.partnerCenter.calls).toEqual(['create', 'list', 'create', 'create']);
  });

  it('does not look for what was certainly not made', async () => {
    const world = worldWith('006A');
    world.partnerCenter.faults.push({ call: 'create', error: error('partner-center-throttled') });
    await world.sync(['006A']);
    expect(world.store.intents.size).toBe(0);
    await world.sync(['006A'], 1);
    expect(world.partnerCenter.calls).toEqual(['create', 'create', 'create']);
  });

  it('sends what was edited between the lost answer and the next attempt', async () => {
    const world = worldWith('006A');
    const lost = error('partner-center-unavailable', { mayHaveActed: true });
    world.partnerCenter.faults.push({ call: 'create', error: lost, acted: true });
    await world.sync(['006A']);
    world.crm.edit('006A', { Name: 'Edited meanwhile' });
    await world.sync(['006A'], 1);
    expect(world.partnerCenter.ownOf('006A')).toMatchObject([{ name: 'Edited meanwhile' }]);
  });

  it('shows the referral even when the seller has unticked Sync meanwhile', async () => {
    const world = worldWith('006A');
    const lost = error('partner-center-unavailable', { mayHaveActed: true });
    world.partnerCenter.faults.push({ call: 'create', error: lost, acted: true });
    await world.sync(['006A']);
    world.crm.edit('006A', { [world.policy.fields.sync]: false });
    await world.sync(['006A'], 1);
    expect(world.shown('006A', 'referralId')).toBe(world.partnerCenter.ownOf('006A')[0]?.id);
    expect(world.shown('006A', 'status')).toBe('paused');
  });

  it('stops looking for what nobody wants any more once it would have been shown', async () => {
    const world = worldWith('006A');
    const lost = error('partner-center-unavailable', { mayHaveActed: true });
    world.partnerCenter.faults.push({ call: 'create', error: lost });
    await world.sync(['006A']);
    world.crm.edit('006A', { [world.policy.fields.sync]: false });
    await world.sync(['006A'], 1);
    expect(world.store.intents.size).toBe(1);
    world.wait(world.now().getTime() + 60 * 60_000);
    await world.sync(['006A']);
    expect(world.store.intents.size).toBe(0);
    await world.sync(['006A']);
    expect(world.partnerCenter.calls).toEqual(['create', 'list', 'list']);
  });

  it('looks once for a whole batch', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `006${index}`);
    const world = worldWith(...ids);
    const lost = error('partner-center-unavailable', { mayHaveActed: true });
    for (let time = 0; time < 20; time += 1)
      world.partnerCenter.faults.push({ call: 'create', error: lost, acted: true });
    await world.sync(ids);
    await world.sync(ids, 1);
    expect(world.partnerCenter.calls.filter((call) => call === 'list')).toHaveLength(1);
    expect(ids.map((id) => world.partnerCenter.ownOf(id).length)).toEqual(ids.map(() => 1));
  });
});
