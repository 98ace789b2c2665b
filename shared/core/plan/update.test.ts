import { CosellError, type CrmKind } from '../index.ts';
import { sharedWorld } from '../testkit/index.ts';

const BOTH: CrmKind[] = ['salesforce', 'dynamics'];

describe.each(BOTH)('an edit in %s', (crm) => {
  it('goes over in one patch with all that changed, and is told with old and new value', () => {
    const world = sharedWorld({}, { crm });
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

  it('is told once also when the run that sent it did not hear that it arrived', () => {
    const world = sharedWorld();
    world.crm.edit({ amount: '61000' });
    world.partnerCenter.edit(world.link()?.referralId ?? '', (referral) => ({
      ...referral,
      details: { ...referral.details, dealValue: 61_000 },
    }));
    expect(world.sync().calls).toEqual([]);
    expect(world.audit()[0]).toContain('In both systems now: Deal value: 50000 USD → 61000 USD ✔');
    expect(world.sync().written).toEqual({});
  });

  it('is not told again by a run that could not remember what it had written', () => {
    const world = sharedWorld();
    const before = world.link();
    world.crm.edit({ amount: '61000' });
    world.sync();
    const lines = world.audit();
    world.setLink(before);
    world.sync();
    expect(world.audit()).toEqual(lines);
  });

  it('ends the deal in the same patch as the other changes', () => {
    const world = sharedWorld({}, { crm });
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
    const world = sharedWorld({}, { crm });
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
    const world = sharedWorld();
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
    expect(() => sharedWorld().plan({ referral: null })).toThrow(CosellError);
  });

  it('may have ended in Partner Center: then the stage follows', () => {
    const world = sharedWorld();
    world.editPartnerCenter((referral) => ({ ...referral, status: 'Closed', substatus: 'Won' }));
    world.sync();
    expect(world.crm.read().values).toMatchObject({ StageName: 'Closed Won', Partner_Center_Status__c: 'closed' });
    expect(world.audit().join('\n')).toContain('The deal has ended in Partner Center: Won.');
    expect(world.sync().written).toEqual({});
  });

  it('keeps the stage of the CRM when both ended it differently, and when Partner Center only gave up', () => {
    const apart = sharedWorld();
    apart.crm.edit({ phase: 'won' });
    apart.editPartnerCenter((referral) => ({ ...referral, status: 'Closed', substatus: 'Lost' }));
    apart.sync();
    expect(apart.crm.read().values.StageName).toBe('Closed Won');
    expect(apart.audit()[0]).toContain('Not sent, because the deal is closed in Partner Center. Status: lost → won');

    const expired = sharedWorld();
    expired.editPartnerCenter((referral) => ({ ...referral, status: 'Closed', substatus: 'Expired' }));
    expired.sync();
    expect(expired.crm.read().values.StageName).toBe('Prospecting');
    expect(expired.status()).toBe('closed');
  });
});

describe('Microsoft’s side', () => {
  it('shows in the details and brings its CRM number', () => {
    const world = sharedWorld({ help: 'GeneralOrOther' });
    const microsoft = world.microsoft();
    if (microsoft !== null)
      world.partnerCenter.add({
        ...microsoft,
        status: 'Active',
        substatus: 'Accepted',
        team: [{ firstName: 'Ines', lastName: 'Costa' }, { email: 'li@microsoft.example' }],
        trackingInfo: { microsoftMsxId: '7-ABC' },
      });
    const { written } = world.sync();
    expect(written.Microsoft_CRM_Identifier__c).toBe('7-ABC');
    expect(written.Partner_Center_Details__c).toContain(
      '"microsoft":{"status":"Active","substatus":"Accepted","sellers":["Ines Costa","li@microsoft.example"]}',
    );
    expect(world.audit()[0]).toContain('Microsoft accepted the deal. Its sellers: Ines Costa, li@microsoft.example. ✔');
    expect(world.sync({ microsoftReferral: null }).written).toEqual({});
  });

  it('is told when it ends, with Microsoft’s reason, and leaves our own deal as it is', () => {
    const world = sharedWorld({ help: 'GeneralOrOther' });
    const microsoft = world.microsoft();
    if (microsoft !== null) {
      const ended = { status: 'Closed', substatus: 'Declined', statusReason: 'No seller in the region' };
      world.partnerCenter.add({ ...microsoft, ...ended });
    }
    const { calls } = world.sync();
    expect(calls).toEqual([]);
    expect(world.status()).toBe('in-sync');
    expect(world.audit()[0]).toContain(
      'Microsoft closed its part of the deal as Declined. Its reason: No seller in the region.',
    );
    expect(world.sync().written).toEqual({});
  });
});
