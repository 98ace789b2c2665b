import { CosellError, parseDetails, type SyncInput } from '../index.ts';
import { requestOf, sharedWorld } from '../testkit/index.ts';

describe('a shared deal that lacks something', () => {
  it('keeps the bad field back, sends the others, and says so', () => {
    const world = sharedWorld();
    world.crm.edit({ amount: null, name: 'Sent anyway' });
    expect(world.sync().patches).toEqual([[{ op: 'replace', path: '/name', value: 'Sent anyway' }]]);
    expect([world.status(), world.own()?.details?.dealValue]).toEqual(['not-ready', 50000]);
    expect(world.audit()[0]).toContain('Not fully sent: The deal value is empty or zero. Enter the value of the deal.');
    world.crm.edit({ amount: '55000' });
    expect(world.sync().calls).toEqual(['patch']);
    expect(world.status()).toBe('in-sync');
  });
});

describe('sync switched off on a shared deal', () => {
  it('pauses with one line, sends nothing, and goes on afterwards', () => {
    const world = sharedWorld();
    world.crm.edit({ sync: false, name: 'While off' });
    expect([world.sync().calls, world.status()]).toEqual([[], 'paused']);
    expect(world.sync({ referral: null }).written).toEqual({});
    expect(world.audit()[0]).toContain('Sync was switched off');
    world.crm.edit({ sync: true });
    expect(world.sync().calls).toEqual(['patch']);
    expect(world.audit().join('\n')).toContain('Sync was switched on again.');
    expect(world.status()).toBe('in-sync');
  });
});

describe('a referral that is gone', () => {
  it('unlinks with one line and is never made a second time', () => {
    const world = sharedWorld();
    world.partnerCenter.remove(world.link()?.referralId ?? '');
    expect([world.sync().calls, world.status()]).toEqual([[], 'unlinked']);
    expect(world.sync().written).toEqual({});
    expect(world.audit()[0]).toContain('Partner Center no longer has this deal.');
  });
});

describe('a deal that neither side knows of any more', () => {
  it('is shared anew, because the CRM had shown its identifier before', () => {
    const world = sharedWorld();
    world.partnerCenter.remove(world.link()?.referralId ?? '');
    world.crm.write({ Referral_Identifier__c: null });
    expect(world.sync().calls).toEqual(['create-own']);
    expect(world.status()).toBe('in-sync');
    expect(world.sync().calls).toEqual([]);
  });

  const forgotten = () => {
    const world = sharedWorld();
    world.partnerCenter.remove(world.link()?.referralId ?? '');
    world.crm.write({ Referral_Identifier__c: null, Partner_Center_Status__c: null, Audit__c: null });
    return world;
  };

  it('is shared anew also when Partner Center could not be asked at first', () => {
    const world = forgotten();
    const error = new CosellError('partner-center-unavailable', { message: 'It is down.', cure: 'Wait.' });
    world.sync({ referral: null, failure: { error, attempt: 1, nextAttemptAt: '2026-11-20T11:00:00Z' } });
    expect(world.audit()).toEqual([expect.stringContaining('It is down.')]);
    expect(world.crm.read().values.Referral_Identifier__c).toBeNull();
    expect(world.sync().calls).toEqual(['create-own']);
    expect(world.status()).toBe('in-sync');
  });

  it('is left alone while Sync is off, and shared anew when it is ticked', () => {
    const world = forgotten();
    world.crm.edit({ sync: false });
    expect(world.sync().written).toEqual({});
    world.crm.edit({ sync: true });
    expect(world.sync().calls).toEqual(['create-own']);
    expect(world.status()).toBe('in-sync');
  });

  it('waits while the CRM has never shown it: a referral just made may not be found yet', () => {
    const world = sharedWorld();
    world.partnerCenter.remove(world.link()?.referralId ?? '');
    world.crm.write({ Referral_Identifier__c: null });
    const link = world.link();
    if (link) world.setLink({ ...link, lastSuccessAt: null });
    expect([world.sync().calls, world.status()]).toEqual([[], 'unlinked']);
  });
});

describe('a link that was forgotten', () => {
  it('never makes a second referral', () => {
    const world = sharedWorld();
    world.setLink(null);
    expect([world.sync().calls, world.status()]).toEqual([[], 'unlinked']);
    expect(world.audit()[0]).toContain('names a referral that the connector does not remember.');
    expect(world.sync().written).toEqual({});
  });
});

describe('a failure', () => {
  const error = new CosellError('partner-center-unavailable', {
    message: 'Partner Center did not answer.',
    cure: 'Wait.',
    reference: 'ref-1',
  });
  const failure = (attempt: number): SyncInput['failure'] => ({
    error,
    attempt,
    nextAttemptAt: '2026-11-20T11:00:00Z',
  });

  it('is told once per distinct error, and the attempts are counted without a line', () => {
    const world = sharedWorld();
    world.ask(requestOf());
    const first = world.sync({ failure: failure(1) });
    expect([first.plan.status, first.plan.answers]).toEqual(['retrying', []]);
    expect(world.audit()[0]).toContain('Partner Center did not answer. Trying again by itself. (reference ref-1) ✖');
    const lines = world.audit().length;
    expect(Object.keys(world.sync({ failure: failure(2) }).written)).toEqual(['Partner_Center_Details__c']);
    expect(world.audit()).toHaveLength(lines);
    const { since, attempt } = parseDetails(world.crm.read().values.Partner_Center_Details__c) ?? {};
    expect([since, attempt]).toEqual([first.plan.audit[0]?.at, 2]);
    world.sync();
    expect(world.status()).toBe('in-sync');
  });

  it('is told again when the connector gives up, and a refusal whenever it is another one', () => {
    const world = sharedWorld();
    world.sync({ failure: failure(1) });
    world.sync({ failure: { error, attempt: 2, nextAttemptAt: null } });
    expect(world.audit()[0]).toContain('Partner Center did not answer. Wait. (reference ref-1) ✖');
    for (const message of ['No such product.', 'No such product.', 'No such country.']) {
      const refusal = new CosellError('partner-center-rejected', { message, cure: 'Change it.' });
      world.sync({ failure: { error: refusal, attempt: 1, nextAttemptAt: null } });
    }
    expect(world.audit().filter((line) => line.includes('No such'))).toHaveLength(2);
  });

  it('ends as failed when nothing will be tried again, and answers the request', () => {
    const world = sharedWorld();
    world.ask(requestOf());
    const rejected = new CosellError('partner-center-rejected', {
      message: 'Partner Center refused the product.',
      cure: 'Choose another.',
    });
    const { plan } = world.sync({ failure: { error: rejected, attempt: 1, nextAttemptAt: null } });
    expect(plan.status).toBe('failed');
    expect(plan.answers).toEqual([
      {
        requestId: 'r1',
        status: 'failed',
        message: 'Partner Center refused the product. Choose another.',
        errorCode: 'partner-center-rejected',
      },
    ]);
    expect(plan.link.lastSuccessAt).toBe(world.link()?.lastSuccessAt);
  });
});
