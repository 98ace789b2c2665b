import { CosellError, type CrmKind, dealFromReferral, type SyncInput, type SyncRequest } from '../index.ts';
import { CONTACT, createWorld, type Draft, type World, type WorldOptions } from '../testkit/index.ts';

const BOTH: CrmKind[] = ['salesforce', 'dynamics'];

function shared(draft: Partial<Draft> = {}, options: Partial<WorldOptions> = {}): World {
  const world = createWorld({ crm: 'salesforce', ...options });
  world.crm.edit(draft);
  world.sync();
  return world;
}

function request(changes: Partial<SyncRequest> = {}): SyncRequest {
  return {
    id: 'r1',
    opportunityId: 'x',
    action: 'sync',
    reason: null,
    requestedBy: 'seller',
    requestedAt: '2026-11-20T10:00:00Z',
    mayEdit: true,
    ...changes,
  };
}

describe.each(BOTH)('an edit in %s', (crm) => {
  it('goes over in one patch with all that changed, and is told with old and new value', () => {
    const world = shared({}, { crm });
    world.crm.edit({
      name: 'New name',
      amount: '60000.50',
      closeDate: '2027-04-01',
      notes: null,
      products: 'SOL-15974-MQF, SOL-2-AB',
    });
    const run = world.sync();
    expect(run.patches).toEqual([
      [
        { op: 'replace', path: '/name', value: 'New name' },
        { op: 'replace', path: '/details/dealValue', value: 60000.5 },
        { op: 'replace', path: '/details/currency', value: 'USD' },
        { op: 'replace', path: '/details/closingDateTime', value: '2027-04-01T00:00:00Z' },
        { op: 'replace', path: '/details/notes', value: '' },
        {
          op: 'replace',
          path: '/details/requirements/solutions',
          value: [
            { id: 'SOL-15974-MQF', type: 'Name', name: 'Name of SOL-15974-MQF' },
            { id: 'SOL-2-AB', type: 'Name' },
          ],
        },
      ],
    ]);
    expect(world.audit()[0]).toContain(
      'Sent to Partner Center: Name: Fabrikam cold chain → New name; Deal value: 50000 USD → 60000.5 USD;',
    );
    expect(run.written).toHaveProperty(world.policy.fields.lastSync);
  });

  it('ends the deal in the same patch as the other changes', () => {
    const world = shared({}, { crm });
    world.crm.edit({ phase: 'won', amount: '70000' });
    expect(world.sync().patches[0]?.map((operation) => operation.path)).toEqual([
      '/details/dealValue',
      '/details/currency',
      '/status',
      '/substatus',
    ]);
    expect(world.own()).toMatchObject({ status: 'Closed', substatus: 'Won' });
    expect(world.plan().status).toBe('closed');
    expect(world.audit()[0]).toContain('Closed as Won in Partner Center. Deal value: 50000 USD → 70000 USD ✔');
  });

  it('writes nothing after the end, and says why once for the same values', () => {
    const world = shared({}, { crm });
    world.crm.edit({ phase: 'lost' });
    world.sync();
    const lines = world.audit().length;
    world.crm.edit({ name: 'Too late' });
    expect(world.sync().calls).toEqual([]);
    expect(world.sync().written).toEqual({});
    expect(world.audit()).toHaveLength(lines + 1);
    expect(world.audit()[0]).toContain(
      'Not sent, because the deal is closed in Partner Center. Name: Fabrikam cold chain → Too late ✖',
    );
    world.crm.edit({ name: 'Even later', phase: 'open' });
    world.sync();
    expect(world.audit()[0]).toContain('Even later');
  });
});

describe('a deal that is over', () => {
  it('needs no reading of the referral', () => {
    const world = shared();
    world.crm.edit({ phase: 'won' });
    world.sync();
    world.crm.edit({ notes: 'after the end' });
    const run = world.sync({ referral: null });
    expect([run.calls, run.plan.status]).toEqual([[], 'closed']);
    expect(world.audit()[0]).toContain('Not sent, because the deal is closed');
    expect(world.sync({ referral: null }).written).toEqual({});
    expect(world.sync().written).toEqual({});
  });

  it('was not read although it is open: that is a fault of the caller', () => {
    expect(() => shared().plan({ referral: null })).toThrow(CosellError);
  });

  it('may have ended in Partner Center: then the stage follows', () => {
    const world = shared();
    world.editPartnerCenter((referral) => ({ ...referral, status: 'Closed', substatus: 'Won' }));
    world.sync();
    expect(world.crm.read().values).toMatchObject({ StageName: 'Closed Won', Partner_Center_Status__c: 'closed' });
    expect(world.audit().join('\n')).toContain('The deal has ended in Partner Center: Won.');
    expect(world.sync().written).toEqual({});
  });

  it('keeps the stage of the CRM when both ended it differently, and when Partner Center only gave up', () => {
    const apart = shared();
    apart.crm.edit({ phase: 'won' });
    apart.editPartnerCenter((referral) => ({ ...referral, status: 'Closed', substatus: 'Lost' }));
    apart.sync();
    expect(apart.crm.read().values.StageName).toBe('Closed Won');
    expect(apart.audit()[0]).toContain('Not sent, because the deal is closed in Partner Center. Status: lost → won');

    const expired = shared();
    expired.editPartnerCenter((referral) => ({ ...referral, status: 'Closed', substatus: 'Expired' }));
    expired.sync();
    expect(expired.crm.read().values.StageName).toBe('Prospecting');
    expect(expired.status()).toBe('closed');
  });
});

describe('sharing', () => {
  it('is raised when help is chosen later: the own referral first, then Microsoft’s', () => {
    const world = shared();
    world.crm.edit({ help: 'GeneralOrOther', name: 'With help' });
    const run = world.sync();
    expect(run.calls).toEqual(['patch', 'create-microsoft']);
    expect(run.patches[0]).toEqual([
      { op: 'replace', path: '/type', value: 'Shared' },
      { op: 'replace', path: '/consent/consentToShareReferralWithMicrosoftSellers', value: true },
      { op: 'replace', path: '/name', value: 'With help' },
    ]);
    expect(world.link()?.sharing).toBe('co-sell');
    expect(world.audit()[0]).toContain('Microsoft was asked for help: GeneralOrOther. ✔');
    expect(world.crm.read().values.Referral_Visible_to_Microsoft__c).toBe(true);
    expect(world.sync().written).toEqual({});
  });

  it('waits for a contact, while other edits go on', () => {
    const world = createWorld({ crm: 'salesforce' });
    world.crm.edit({}, { contacts: [] });
    world.sync();
    world.crm.edit({ help: 'GeneralOrOther', name: 'Other edit' });
    expect(world.sync().calls).toEqual(['patch']);
    expect(world.status()).toBe('not-ready');
    expect(world.audit()[0]).toContain('Not fully sent: Help from Microsoft needs a customer contact.');
    world.crm.edit({}, { contacts: [CONTACT] });
    expect(world.sync().calls).toEqual(['patch', 'create-microsoft']);
    expect(world.status()).toBe('in-sync');
  });

  it('is raised by the tick alone', () => {
    const world = shared();
    world.crm.edit({ visible: true });
    expect(world.sync().patches).toEqual([
      [{ op: 'replace', path: '/consent/consentToShareReferralWithMicrosoftSellers', value: true }],
    ]);
    expect(world.audit()[0]).toContain('Microsoft sellers can see the deal now. ✔');
  });

  it.each<[string, Partial<Draft>, Partial<Draft>, string]>([
    ['the tick', { visible: true }, { visible: false }, 'Visible to Microsoft: yes → no'],
    ['the help', { help: 'GeneralOrOther' }, { help: null }, 'Help from Microsoft: GeneralOrOther → (empty)'],
  ])(
    'is not taken back by removing %s: told once, and the form stays as the seller left it',
    (_what, before, after, change) => {
      const world = shared(before);
      world.crm.edit(after);
      const run = world.sync();
      expect(run.calls).toEqual([]);
      expect(world.audit()[0]).toContain(`Not taken back: what Microsoft has seen stays shared. ${change} ✖`);
      expect(run.plan.audit.map((entry) => entry.errorCode)).toEqual(['sharing-cannot-go-down']);
      expect(Object.keys(run.written)).not.toContain('How_can_Microsoft_help__c');
      expect(Object.keys(run.written)).not.toContain('Referral_Visible_to_Microsoft__c');
      expect(world.sync().written).toEqual({});
    },
  );

  it.each<[string, (world: World) => void]>([
    ['another help', (world) => world.crm.edit({ help: 'QuotesOrLicensing' })],
    ['another customer', (world) => world.crm.edit({ customerName: 'Other Foods' })],
    ['another contact', (world) => world.crm.edit({}, { contacts: [{ ...CONTACT, email: 'new@fabrikam.example' }] })],
  ])('takes %s only on the first share: told once, not sent', (_what, edit) => {
    const world = shared({ help: 'GeneralOrOther' });
    edit(world);
    expect(world.sync().calls).toEqual([]);
    expect(world.audit()[0]).toContain('Not sent, because Partner Center takes this only when a deal is first shared.');
    expect(world.sync().written).toEqual({});
  });
});

describe('an edit in Partner Center', () => {
  it('comes over, and only the changed fields are written', () => {
    const world = shared();
    world.editPartnerCenter((referral) => ({
      ...referral,
      name: 'Their name',
      details: { ...referral.details, dealValue: '10000', closingDateTime: '2027-05-01T22:15:00.0000000Z' },
    }));
    const run = world.sync();
    expect(run.calls).toEqual([]);
    expect(run.written).toMatchObject({ Name: 'Their name', Amount: '10000', CloseDate: '2027-05-01' });
    expect(Object.keys(run.written)).not.toContain('Description');
    expect(world.audit()[0]).toContain('Received from Partner Center: Name: Fabrikam cold chain → Their name;');
    expect(world.sync().written).toEqual({});
  });

  it('in another currency waits where the CRM keeps its currency in a lookup', () => {
    const change = (world: World) =>
      world.editPartnerCenter((referral) => ({ ...referral, details: { ...referral.details, currency: 'EUR' } }));
    const dynamics = shared({}, { crm: 'dynamics' });
    change(dynamics);
    expect(dynamics.sync().written).toEqual({});
    const salesforce = shared();
    change(salesforce);
    expect(salesforce.sync().written).toMatchObject({ CurrencyIsoCode: 'EUR' });
  });

  it('is no edit again when the CRM rounds or cuts it', () => {
    const world = shared({ currency: 'KWD' }, { crmHabits: { decimals: 2, notesLength: 10 } });
    world.editPartnerCenter((referral) => ({
      ...referral,
      details: { ...referral.details, dealValue: 1.235, notes: 'much longer than ten' },
    }));
    world.sync();
    expect(world.crm.read().values).toMatchObject({ Amount: '1.24', Description: 'much longe' });
    expect(world.sync()).toMatchObject({ calls: [], written: {} });
    world.crm.edit({ amount: '1.2' });
    expect(world.sync().patches[0]?.[0]).toEqual({ op: 'replace', path: '/details/dealValue', value: 1.2 });
  });

  it('is ignored without noise where its direction is switched off', () => {
    const places = { updateInCrm: false as const };
    const world = shared({}, { policy: { mapping: { name: { places } } } });
    world.editPartnerCenter((referral) => ({ ...referral, name: 'Their name' }));
    expect(world.sync()).toMatchObject({ calls: [], written: {}, plan: { status: 'in-sync' } });
  });
});

describe('a conflict', () => {
  const both = (world: World) => {
    world.crm.edit({ name: 'Ours' });
    world.editPartnerCenter((referral) => ({ ...referral, name: 'Theirs' }));
  };

  it('is won by the CRM by default, and the overwritten value is in the audit', () => {
    const world = shared();
    both(world);
    world.sync();
    expect(world.own()?.name).toBe('Ours');
    expect(world.audit()[0]).toContain('Changed on both sides, the value from here was kept: Name: Theirs → Ours ✔');
  });

  it('may be won by Partner Center, or by the later edit', () => {
    for (const conflict of ['partner-center', 'latest'] as const) {
      const world = shared({}, { policy: { mapping: { name: { conflict } } } });
      both(world);
      world.sync();
      expect(world.crm.read().values.Name).toBe('Theirs');
      expect(world.audit()[0]).toContain('the value from Partner Center was kept: Name: Ours → Theirs ✔');
    }
  });

  it('may wait for a person: other fields go on, and it ends when one side takes the other’s value', () => {
    const world = shared({}, { policy: { mapping: { name: { conflict: 'ask' } } } });
    both(world);
    world.crm.edit({ notes: 'goes on' });
    expect(world.sync().patches).toEqual([[{ op: 'replace', path: '/details/notes', value: 'goes on' }]]);
    expect([world.crm.read().values.Name, world.own()?.name, world.status()]).toEqual([
      'Ours',
      'Theirs',
      'conflict',
    ]);
    expect(world.audit()[0]).toContain('Changed on both sides: Name is Ours here and Theirs in Partner Center.');
    expect(world.sync().written).toEqual({});
    world.crm.edit({ name: 'Theirs' });
    expect([world.sync().calls, world.status()]).toEqual([[], 'in-sync']);
  });

  it('about solutions keeps what both added, and never ends with none', () => {
    const solutions = (world: World, ...ids: string[]) =>
      world.editPartnerCenter((referral) => ({
        ...referral,
        details: { ...referral.details, requirements: { solutions: ids.map((id) => ({ id, price: 1 })) } },
      }));
    const world = shared();
    world.crm.edit({ products: 'SOL-15974-MQF SOL-1-AA' });
    solutions(world, 'SOL-15974-MQF', 'SOL-2-BB');
    world.sync();
    expect(world.own()?.details?.requirements?.solutions?.map((s) => s.id)).toEqual([
      'SOL-15974-MQF',
      'SOL-2-BB',
      'SOL-1-AA',
    ]);
    expect(world.own()?.details?.requirements?.solutions?.[0]).toMatchObject({ price: 1 });
    expect(world.crm.read().values.Products__c).toBe('SOL-15974-MQF, SOL-1-AA, SOL-2-BB');
    world.crm.edit({ products: 'SOL-1-AA' });
    solutions(world, 'SOL-2-BB');
    world.sync();
    expect(world.own()?.details?.requirements?.solutions?.map((s) => s.id)).toEqual(['SOL-1-AA']);
    expect(world.sync()).toMatchObject({ calls: [], written: {} });
  });
});

describe('a shared deal that lacks something', () => {
  it('keeps the bad field back, sends the others, and says so', () => {
    const world = shared();
    world.crm.edit({ amount: null, name: 'Sent anyway' });
    expect(world.sync().patches).toEqual([[{ op: 'replace', path: '/name', value: 'Sent anyway' }]]);
    expect([world.status(), world.own()?.details?.dealValue]).toEqual(['not-ready', 50000]);
    expect(world.audit()[0]).toContain('Not fully sent: The deal value is empty. Enter the value of the deal.');
    world.crm.edit({ amount: '55000' });
    expect(world.sync().calls).toEqual(['patch']);
    expect(world.status()).toBe('in-sync');
  });
});

describe('sync switched off on a shared deal', () => {
  it('pauses with one line, sends nothing, and goes on afterwards', () => {
    const world = shared();
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
    const world = shared();
    world.partnerCenter.remove(world.link()?.referralId ?? '');
    expect([world.sync().calls, world.status()]).toEqual([[], 'unlinked']);
    expect(world.sync().written).toEqual({});
    expect(world.audit()[0]).toContain('Partner Center no longer has this deal. ✖');
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
    const world = shared();
    world.ask(request());
    const first = world.sync({ failure: failure(1) });
    expect([first.plan.status, first.plan.answers]).toEqual(['retrying', []]);
    expect(world.audit()[0]).toContain('Partner Center did not answer. Trying again by itself. (reference ref-1) ✖');
    const lines = world.audit().length;
    expect(Object.keys(world.sync({ failure: failure(2) }).written)).toEqual(['Partner_Center_Details__c']);
    expect(world.audit()).toHaveLength(lines);
    world.sync();
    expect(world.status()).toBe('in-sync');
  });

  it('ends as failed when nothing will be tried again, and answers the request', () => {
    const world = shared();
    world.ask(request());
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

describe('a request', () => {
  it('to sync is answered with what came of it', () => {
    const world = createWorld({ crm: 'salesforce' });
    world.ask(request());
    expect(world.sync().plan.answers).toEqual([
      { requestId: 'r1', status: 'done', message: 'In sync with Partner Center.', errorCode: null },
    ]);
    world.crm.edit({ amount: null });
    world.ask(request({ id: 'r2' }));
    expect(world.sync().plan.answers[0]).toMatchObject({ status: 'failed', errorCode: 'not-ready' });
    world.crm.edit({ sync: false });
    world.ask(request({ id: 'r3' }));
    expect(world.sync().plan.answers[0]).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('Tick it') as string,
    });
  });

  it('of somebody who may not edit is refused and causes nothing', () => {
    const world = inbound();
    world.ask(request({ action: 'accept', mayEdit: false }));
    const run = world.sync();
    expect([run.calls, run.plan.answers[0]?.errorCode]).toEqual([[], 'not-permitted']);
  });
});

/** A deal from Microsoft that was put into the CRM on hold. */
function inbound(): World {
  const world = shared({ phase: 'on-hold' });
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
    world.ask(request({ action: 'accept' }));
    expect(world.sync().plan.answers[0]).toMatchObject({ status: 'done', message: 'The deal is accepted.' });
    expect(world.crm.read().values.StageName).toBe('Accepted');
    expect(world.sync().written).toEqual({});
  });

  it('is declined by a request with a reason, or by losing it', () => {
    const world = inbound();
    world.ask(request({ action: 'decline', reason: ' ' }));
    expect(world.sync().plan.answers[0]).toMatchObject({ status: 'failed', errorCode: 'value-invalid' });
    world.ask(request({ action: 'decline', reason: 'No budget' }));
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
    const world = shared();
    world.ask(request({ action: 'accept' }));
    expect(world.sync().plan.answers[0]).toMatchObject({ status: 'failed', errorCode: 'value-invalid' });
    const over = inbound();
    over.crm.edit({ phase: 'lost' });
    over.sync();
    over.ask(request({ action: 'accept' }));
    expect(over.sync().plan.answers[0]).toMatchObject({ status: 'failed', errorCode: 'referral-closed' });
  });
});

describe('Microsoft’s side', () => {
  it('shows in the details and brings its CRM number', () => {
    const world = shared({ help: 'GeneralOrOther' });
    const microsoft = world.microsoft();
    if (microsoft !== null)
      world.partnerCenter.add({
        ...microsoft,
        status: 'Active',
        substatus: 'Accepted',
        trackingInfo: { microsoftMsxId: '7-ABC' },
      });
    const { written } = world.sync();
    expect(written.Microsoft_CRM_Identifier__c).toBe('7-ABC');
    expect(written.Partner_Center_Details__c).toContain('"microsoft":{"status":"Active","substatus":"Accepted"}');
    expect(world.sync({ microsoftReferral: null }).written).toEqual({});
  });
});
