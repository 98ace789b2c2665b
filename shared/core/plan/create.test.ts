import { applyStep, type CrmKind, newLink, planSync, type SyncDetails } from '../index.ts';
import { createWorld, opportunityOf, type Run, type World } from '../testkit/index.ts';

const BOTH: CrmKind[] = ['salesforce', 'dynamics'];

function firstBody(world: World) {
  const { step } = world.plan();
  return step?.kind === 'create-own' ? step.body : null;
}

function details(world: World): SyncDetails {
  return JSON.parse(String(world.crm.read().values[world.policy.fields.details])) as SyncDetails;
}

describe.each(BOTH)('sharing a deal of %s', (crm) => {
  it('makes one private referral, with everything mapped', () => {
    const world = createWorld({ crm });
    expect(firstBody(world)).toEqual({
      externalReferenceId: world.crm.read().id,
      name: 'Fabrikam cold chain',
      type: 'Independent',
      qualification: 'SalesQualified',
      target: [],
      customerProfile: {
        name: 'Fabrikam Foods',
        address: { country: 'US' },
        team: [{ firstName: 'Ana', lastName: 'Silva', email: 'ana@fabrikam.example', phoneNumber: '+1 425 555 0100' }],
      },
      consent: {
        consentToToShareInfoWithOthers: true,
        consentToContact: true,
        consentToShareReferralWithMicrosoftSellers: false,
      },
      details: {
        notes: 'Twelve warehouses.',
        dealValue: 50000,
        currency: 'USD',
        closingDateTime: '2027-03-31T00:00:00Z',
        requirements: { solutions: [{ id: 'SOL-15974-MQF', type: 'Name' }] },
      },
      team: [{ firstName: 'Kim', lastName: 'Berg', email: 'kim@woodgrove.example' }],
    });
    const run = world.sync();
    expect(run.calls).toEqual(['create-own']);
    expect(run.plan.status).toBe('in-sync');
    expect(world.link()).toMatchObject({ direction: 'outbound', sharing: 'private', microsoftReferralId: null });
    expect(world.audit()).toEqual([
      expect.stringMatching(/^2026-11-20 \d\d:\d\d - Shared with Partner Center as a private deal\. ✔$/),
    ]);
  });

  it('makes a partner-led one when it is visible', () => {
    const world = createWorld({ crm });
    world.crm.edit({ visible: true });
    expect(firstBody(world)).toMatchObject({
      type: 'Independent',
      consent: { consentToShareReferralWithMicrosoftSellers: true },
    });
    expect(world.sync().calls).toEqual(['create-own']);
    expect(world.link()?.sharing).toBe('partner-led');
  });

  it('makes two referrals in one engagement when help is chosen, and tells it in one line', () => {
    const world = createWorld({ crm });
    world.crm.edit({ help: 'ProofOfConceptOrDemo' });
    expect(firstBody(world)).toMatchObject({
      status: 'New',
      substatus: 'Pending',
      type: 'Shared',
      target: [{ type: 'SolutionProfile', id: 'SOL-15974-MQF' }],
      consent: { consentToShareReferralWithMicrosoftSellers: true },
    });
    expect(world.sync().calls).toEqual(['create-own', 'create-microsoft']);
    const microsoft = world.microsoft();
    expect(microsoft).toMatchObject({
      engagementId: world.own()?.engagementId,
      target: [{ type: 'BusinessProfileLocation', id: 'msft' }],
      inviteContext: { notes: 'Twelve warehouses.', assistanceRequestCode: 'ProofOfConceptOrDemo' },
    });
    expect([microsoft?.team, microsoft?.externalReferenceId]).toEqual([undefined, undefined]);
    expect(world.audit()).toEqual([
      expect.stringContaining('Shared with Partner Center and Microsoft as a co-sell deal. ✔'),
    ]);
    expect(world.crm.read().values[world.policy.fields.visible]).toBe(true);
    expect(details(world)).toMatchObject({
      status: 'in-sync',
      sharing: 'co-sell',
      microsoft: { status: 'New', substatus: 'Pending' },
    });
  });

  it('shows identifier, link, direction, status and time on the opportunity', () => {
    const world = createWorld({ crm });
    const { written, plan } = world.sync();
    const { fields } = world.policy;
    expect(written).toMatchObject({
      [fields.referralId]: world.link()?.referralId,
      [fields.referralLink]: `https://partner.microsoft.com/referrals/v2/inbox?id=${world.link()?.referralId}`,
      [fields.lastSync]: plan.link.lastSuccessAt,
      [fields.direction]: crm === 'salesforce' ? 'outbound' : 472_210_000,
      [fields.status]: crm === 'salesforce' ? 'in-sync' : 472_210_005,
    });
    expect(Object.keys(written)).not.toContain(fields.sync);
  });
});

describe('a first share that is interrupted', () => {
  const coSell = (): World => {
    const world = createWorld({ crm: 'salesforce' });
    world.crm.edit({ help: 'QuotesOrLicensing' });
    return world;
  };

  it('goes on with the second half', () => {
    const world = coSell();
    expect(world.sync({}, 1).calls).toEqual(['create-own']);
    expect(world.sync().calls).toEqual(['create-microsoft']);
    expect(world.partnerCenter.all()).toHaveLength(2);
    expect(world.audit()).toHaveLength(1);
  });

  it('does not ask Microsoft when the help was taken back in between', () => {
    const world = coSell();
    world.sync({}, 1);
    world.crm.edit({ help: null });
    expect(world.sync().calls).toEqual([]);
    expect(world.link()?.sharing).toBe('partner-led');
  });

  it('tells the share although the run that did it could not', () => {
    const world = createWorld({ crm: 'salesforce' });
    world.sync({}, 1);
    const run = world.sync();
    expect([run.calls, run.plan.status]).toEqual([[], 'in-sync']);
    expect(world.audit()).toEqual([expect.stringContaining('Shared with Partner Center as a private deal. ✔')]);
  });

  it('sends what was edited since, when the referral is found again without a base', () => {
    const world = createWorld({ crm: 'salesforce' });
    const { step } = world.plan();
    const own = world.partnerCenter.create(step?.kind === 'create-own' ? step.body : (undefined as never));
    world.setLink({ ...newLink('x'), referralId: own.id, engagementId: own.engagementId });
    world.crm.edit({ name: 'Newer name', notes: null });
    const run: Run = world.sync();
    expect(run.patches).toEqual([[{ op: 'replace', path: '/name', value: 'Newer name' }]]);
    expect(world.crm.read().values.Description).toBe('Twelve warehouses.');
  });

  it('adopts what came back as Partner Center’s own form of the values', () => {
    const world = createWorld({ crm: 'salesforce', partnerCenterHabits: { notesLength: 5 } });
    world.sync();
    expect(world.own()?.details?.notes).toBe('Twelv');
    expect(world.sync()).toMatchObject({ calls: [], written: {} });
    expect(world.crm.read().values.Description).toBe('Twelve warehouses.');
  });
});

describe('an opportunity that is not ready', () => {
  it('makes no referral and says once what is missing and how to cure it', () => {
    const world = createWorld({ crm: 'salesforce' });
    world.crm.edit({ country: 'Germany', products: null });
    const run = world.sync();
    expect([run.calls, run.plan.status]).toEqual([[], 'not-ready']);
    expect(world.audit()).toHaveLength(1);
    expect(world.audit()[0]).toMatch(/Not ready to share: .*Germany.*Enter DE.*no product.*SOL-12345-ABC\. ✖$/);
    expect(details(world).missing.map((lack) => lack.code)).toEqual(['country-invalid', 'solution-missing']);

    world.crm.edit({ notes: 'another edit' });
    expect(world.sync().written).toEqual({});
    world.crm.edit({ country: 'DE' });
    world.sync();
    expect(world.audit()).toHaveLength(2);
    world.crm.edit({ products: 'SOL-1-AB' });
    expect(world.sync().calls).toEqual(['create-own']);
    expect(world.status()).toBe('in-sync');
  });
});

describe('an opportunity with sync off', () => {
  it('is left alone', () => {
    const world = createWorld({ crm: 'salesforce' });
    world.crm.edit({ sync: false });
    const { plan } = world.sync();
    expect(plan).toMatchObject({ step: null, crm: {}, answers: [], status: 'not-shared', audit: [] });
  });

  it('forgets that it was not ready', () => {
    const world = createWorld({ crm: 'salesforce' });
    world.crm.edit({ products: null });
    world.sync();
    world.crm.edit({ sync: false });
    expect(world.sync().written).toEqual({ Partner_Center_Status__c: 'not-shared', Partner_Center_Details__c: null });
    expect(world.sync().written).toEqual({});
  });
});

describe('applyStep', () => {
  it('notes who the referral is and how far it is shared', () => {
    const world = createWorld({ crm: 'salesforce' });
    const plan = planSync({ ...inputFor(world), opportunity: opportunityOf('salesforce', { visible: true }) });
    const own =
      plan.step === null
        ? null
        : applyStep(plan.link, plan.step, { ...bodyOf(plan.step), id: 'own', engagementId: 'eng' } as never);
    expect(own).toMatchObject({
      referralId: 'own',
      engagementId: 'eng',
      sharing: 'partner-led',
      direction: 'outbound',
    });
    expect(own?.base?.partnerCenter.name).toBe('Fabrikam cold chain');
  });
});

function bodyOf(step: NonNullable<ReturnType<typeof planSync>['step']>): object {
  return step.kind === 'patch' ? {} : { ...step.body, status: 'Active', substatus: 'Accepted' };
}

function inputFor(world: World) {
  return {
    now: '2026-11-20T10:00:00Z',
    policy: world.policy,
    opportunity: world.crm.read(),
    link: null,
    referral: null,
    microsoftReferral: null,
    requests: [],
    journal: [],
    failure: null,
    users: [],
  };
}
