import { dealFromReferral } from '../index.ts';
import { createWorld, requestOf, sharedWorld, type World } from '../testkit/index.ts';

describe('a request', () => {
  it('to sync is answered with what came of it', () => {
    const world = createWorld({ crm: 'salesforce' });
    world.ask(requestOf());
    expect(world.sync().plan.answers).toEqual([
      { requestId: 'r1', status: 'done', message: 'In sync with Partner Center.', errorCode: null },
    ]);
    world.crm.edit({ amount: null });
    world.ask(requestOf({ id: 'r2' }));
    expect(world.sync().plan.answers[0]).toMatchObject({ status: 'failed', errorCode: 'not-ready' });
    world.crm.edit({ sync: false });
    world.ask(requestOf({ id: 'r3' }));
    expect(world.sync().plan.answers[0]).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('Tick it') as string,
    });
  });

  it('of somebody who may not edit is refused and causes nothing', () => {
    const world = inbound();
    world.ask(requestOf({ action: 'accept', mayEdit: false }));
    const run = world.sync();
    expect([run.calls, run.plan.answers[0]?.errorCode]).toEqual([[], 'not-permitted']);
  });
});

/** A deal from Microsoft that was put into the CRM on hold. */
function inbound(): World {
  const world = sharedWorld({ phase: 'on-hold' });
  const own = world.own();
  const link = world.link();
  if (own === null || link === null) throw new Error('The world has no deal.');
  const received = world.partnerCenter.add({ ...own, status: 'New', substatus: 'Received', direction: 'Incoming' });
  const partnerCenter = dealFromReferral(received, world.policy);
  world.setLink({
    ...link,
    direction: 'inbound',
    base: link.base && { crm: { ...link.base.crm, phase: 'on-hold' }, partnerCenter },
  });
  return world;
}

describe('an inbound deal', () => {
  it('waits for the answer, and edits wait too', () => {
    const world = inbound();
    world.crm.edit({ name: 'Edited while waiting' });
    const { base } = world.link() ?? {};
    expect([world.sync().calls, world.status()]).toEqual([[], 'answer-needed']);
    expect(world.link()?.base).toEqual(base);
  });

  it('is accepted by leaving the on-hold stage; the waiting edits follow', () => {
    const world = inbound();
    world.crm.edit({ phase: 'open', name: 'Edited while waiting' });
    const run = world.sync();
    expect(run.patches[0]).toEqual([
      { op: 'replace', path: '/status', value: 'Active' },
      { op: 'replace', path: '/substatus', value: 'Accepted' },
    ]);
    expect([world.own()?.name, world.status()]).toEqual(['Edited while waiting', 'in-sync']);
    expect(world.sync().written).toEqual({});
  });

  it('is accepted by a request: the stage follows', () => {
    const world = inbound();
    world.ask(requestOf({ action: 'accept' }));
    expect(world.sync().plan.answers[0]).toMatchObject({ status: 'done', message: 'The deal is accepted.' });
    expect(world.crm.read().values.StageName).toBe('Accepted');
    expect(world.sync().written).toEqual({});
  });

  it('is declined by a request with a reason, or by losing it', () => {
    const world = inbound();
    world.ask(requestOf({ action: 'decline', reason: ' ' }));
    expect(world.sync().plan.answers[0]).toMatchObject({ status: 'failed', errorCode: 'value-invalid' });
    world.ask(requestOf({ action: 'decline', reason: 'No budget' }));
    expect(world.sync().plan.answers[0]).toMatchObject({ status: 'done', message: 'The deal is declined.' });
    expect(world.own()).toMatchObject({ status: 'Closed', substatus: 'Declined', statusReason: 'No budget' });

    const lost = inbound();
    lost.crm.edit({ phase: 'lost' });
    lost.sync();
    expect(lost.own()).toMatchObject({ substatus: 'Declined', statusReason: 'Closed as lost in Salesforce' });
    expect(lost.sync().written).toEqual({});
  });

  it('is not closed by moving it back on hold', () => {
    const world = inbound();
    world.crm.edit({ phase: 'open' });
    world.sync();
    world.crm.edit({ phase: 'on-hold' });
    expect(world.sync().calls).toEqual([]);
    expect(world.own()?.status).toBe('Active');
  });

  it('can only be answered once, and our own deals not at all', () => {
    const world = sharedWorld();
    world.ask(requestOf({ action: 'accept' }));
    expect(world.sync().plan.answers[0]).toMatchObject({ status: 'failed', errorCode: 'value-invalid' });
    const over = inbound();
    over.crm.edit({ phase: 'lost' });
    over.sync();
    over.ask(requestOf({ action: 'accept' }));
    expect(over.sync().plan.answers[0]).toMatchObject({ status: 'failed', errorCode: 'referral-closed' });
  });
});
