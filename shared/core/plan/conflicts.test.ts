import { sharedWorld, type World } from '../testkit/index.ts';

describe('an edit in Partner Center', () => {
  it('comes over, and only the changed fields are written', () => {
    const world = sharedWorld();
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

  it('in another currency brings its currency, also where the CRM keeps that behind a lookup', () => {
    const change = (world: World) =>
      world.editPartnerCenter((referral) => ({ ...referral, details: { ...referral.details, currency: 'EUR' } }));
    const dynamics = sharedWorld({}, { crm: 'dynamics' });
    change(dynamics);
    expect(dynamics.sync().written).toMatchObject({ 'transactioncurrencyid.isocurrencycode': 'EUR' });
    const salesforce = sharedWorld();
    change(salesforce);
    expect(salesforce.sync().written).toMatchObject({ CurrencyIsoCode: 'EUR' });
  });

  it('is no edit again when the CRM rounds or cuts it', () => {
    const world = sharedWorld({ currency: 'KWD' }, { crmHabits: { decimals: 2, notesLength: 10 } });
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
    const world = sharedWorld({}, { policy: { mapping: { name: { places } } } });
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
    const world = sharedWorld();
    both(world);
    world.sync();
    expect(world.own()?.name).toBe('Ours');
    expect(world.audit()[0]).toContain('Changed on both sides, the value from here was kept: Name: Theirs → Ours ✔');
  });

  it('may be won by Partner Center, or by the later edit', () => {
    for (const conflict of ['partner-center', 'latest'] as const) {
      const world = sharedWorld({}, { policy: { mapping: { name: { conflict } } } });
      both(world);
      world.sync();
      expect(world.crm.read().values.Name).toBe('Theirs');
      expect(world.audit()[0]).toContain('the value from Partner Center was kept: Name: Ours → Theirs ✔');
    }
  });

  it('may wait for a person: other fields go on, and it ends when one side takes the other’s value', () => {
    const world = sharedWorld({}, { policy: { mapping: { name: { conflict: 'ask' } } } });
    both(world);
    world.crm.edit({ notes: 'goes on' });
    expect(world.sync().patches).toEqual([[{ op: 'replace', path: '/details/notes', value: 'goes on' }]]);
    expect([world.crm.read().values.Name, world.own()?.name, world.status()]).toEqual(['Ours', 'Theirs', 'conflict']);
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
    const world = sharedWorld();
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
