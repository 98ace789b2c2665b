import { CONTACT, createWorld, sharedWorld, type Draft, type World } from '../testkit/index.ts';

describe('sharing', () => {
  it('is raised when help is chosen later: the own referral first, then Microsoft’s', () => {
    const world = sharedWorld();
    world.crm.edit({ help: 'GeneralOrOther', name: 'With help' });
    const run = world.sync();
    expect(run.calls).toEqual(['patch', 'create-microsoft']);
    expect(run.patches[0]).toEqual([
      { op: 'replace', path: '/type', value: 'Shared' },
      { op: 'replace', path: '/consent/consentToShareReferralWithMicrosoftSellers', value: true },
      { op: 'replace', path: '/name', value: 'With help' },
    ]);
    expect(world.link()?.sharing).toBe('co-sell');
    expect(world.audit()[0]).toContain('Microsoft was asked for help: General or Other. ✔');
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
    const world = sharedWorld();
    world.crm.edit({ visible: true });
    expect(world.sync().patches).toEqual([
      [{ op: 'replace', path: '/consent/consentToShareReferralWithMicrosoftSellers', value: true }],
    ]);
    expect(world.audit()[0]).toContain('Microsoft sellers can see the deal now. ✔');
  });

  it.each<[string, Partial<Draft>, Partial<Draft>, string]>([
    ['the tick', { visible: true }, { visible: false }, 'Visible to Microsoft: yes → no'],
    ['the help', { help: 'GeneralOrOther' }, { help: null }, 'Help from Microsoft: General or Other → (empty)'],
  ])(
    'is not taken back by removing %s: told once, and the form stays as the seller left it',
    (_what, before, after, change) => {
      const world = sharedWorld(before);
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
    const world = sharedWorld({ help: 'GeneralOrOther' });
    edit(world);
    expect(world.sync().calls).toEqual([]);
    expect(world.audit()[0]).toContain('Not sent, because Partner Center takes this only when a deal is first shared.');
    expect(world.sync().written).toEqual({});
  });
});
