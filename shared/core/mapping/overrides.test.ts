import {
  buildPolicy,
  CosellError,
  type CrmKind,
  crmPathsToRead,
  crmPathsToWrite,
  dealFromReferral,
  planSync,
  type PolicyOptions,
  SECTION_FIELDS,
} from '../index.ts';
import { createWorld, opportunityOf, referralOf } from '../testkit/index.ts';

const BOTH: CrmKind[] = ['salesforce', 'dynamics'];

function errorOf(options: unknown): CosellError {
  try {
    buildPolicy(options as PolicyOptions);
  } catch (thrown) {
    if (thrown instanceof CosellError) return thrown;
    throw thrown;
  }
  throw new Error('The options were taken.');
}

const mapping = (rows: Record<string, unknown>) => ({ crm: 'salesforce', mapping: rows });

describe.each(BOTH)('the shipped policy for %s', (crm) => {
  it('has the same rows on both sides, no pointer twice', () => {
    const policy = buildPolicy({ crm });
    const pointers = policy.mapping.flatMap((row) => Object.values(row.referral));
    expect(new Set(pointers).size).toBe(pointers.length);
    expect(policy.mapping.map((row) => row.field)).toEqual(
      buildPolicy({ crm: 'salesforce' }).mapping.map((row) => row.field),
    );
  });

  it('names every path to read, each once, people not among them', () => {
    const paths = crmPathsToRead(buildPolicy({ crm }));
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toEqual(expect.arrayContaining(Object.values(SECTION_FIELDS[crm])));
    expect(paths).toContain(crm === 'salesforce' ? 'Account.BillingCountry' : 'transactioncurrencyid.isocurrencycode');
  });

  it('takes other field names', () => {
    const policy = buildPolicy({ crm, fields: { help: 'msft_help', audit: 'msft_audit' } });
    expect(crmPathsToRead(policy)).toEqual(expect.arrayContaining(['msft_help', 'msft_audit']));
    expect(crmPathsToRead(policy)).not.toContain(SECTION_FIELDS[crm].help);
  });
});

describe('wrong options', () => {
  it.each<[string, unknown, string]>([
    ['an unknown row', { nam: { crm: 'Name' } }, 'mapping.nam: there is no shipped row'],
    ['an unknown option', { name: { crmm: 'Name' } }, 'mapping.name.crmm: there is no such option'],
    [
      'an unknown place',
      { name: { places: { updateInSap: false } } },
      'mapping.name.places.updateInSap: there is no such place',
    ],
    [
      'a part that the row has not',
      { name: { crm: { first: 'Name' } } },
      'mapping.name.crm.first: the row has no part',
    ],
    ['a path for people', { team: { crm: 'Team__c' } }, 'mapping.team.crm: the row has no part'],
    [
      'a default for people',
      { team: { places: { updateInCrm: { default: 'kim@woodgrove.example' } } } },
      'mapping.team.places.updateInCrm: people take no value map and no default',
    ],
    ['a path that is no text', { name: { crm: 7 } }, 'mapping.name.crm: 7 is not a field path'],
    ['a path that is no name', { name: { crm: 'Name; DROP' } }, 'is not a field path'],
    ['a wrong rule', { name: { conflict: 'me' } }, 'mapping.name.conflict: "me" is no rule'],
    ['a wrong length', { name: { crmMaxLength: 0 } }, 'mapping.name.crmMaxLength'],
    ['a wrong value map', { name: { places: { updateInCrm: { valueMap: { a: 1 } } } } }, 'updateInCrm.valueMap'],
    ['a wrong default', { name: { places: { updateInCrm: { default: [] } } } }, 'updateInCrm.default'],
    [
      'a wrong place option',
      { name: { places: { updateInCrm: { map: {} } } } },
      'updateInCrm.map: there is no such option',
    ],
    [
      'a place that is neither',
      { name: { places: { updateInCrm: 'yes' } } },
      'mapping.name.places.updateInCrm: must be true, false',
    ],
    ['places that are none', { name: { places: true } }, 'mapping.name.places: is not a set'],
    ['a row that is none', { name: 'Name' }, 'mapping.name: is not a set of options'],
    [
      'a required row off',
      { dealValue: { places: { createInPartnerCenter: false } } },
      'Partner Center takes no deal without it',
    ],
    ['a create-only row on update', { customer: { places: { updateInPartnerCenter: true } } }, 'on create only'],
    ['a row that the CRM does not get', { contacts: { places: { updateInCrm: true } } }, 'is not written to the CRM'],
    [
      'a pointer on a shipped row',
      { name: { referral: '/title' } },
      'mapping.name.referral: belongs to the shipped row',
    ],
    [
      'a pointer that is none',
      { x: { referral: 'campaignId', crm: 'X__c' } },
      'mapping.x.referral: is not a JSON pointer',
    ],
    [
      'a pointer into a list',
      { x: { referral: '/team/0/email', crm: 'X__c' } },
      'mapping.x.referral: points into a list',
    ],
    ['an own row without field', { x: { referral: '/campaignId' } }, 'mapping.x.crm: is missing'],
    [
      'a read-only pointer',
      { x: { referral: '/referralProgram', crm: 'X__c' } },
      'createInPartnerCenter: /referralProgram is set by',
    ],
    [
      'a create-only pointer',
      { x: { referral: '/customerProfile/size', crm: 'X__c' } },
      'updateInPartnerCenter: /customerProfile/size is taken on create only',
    ],
    [
      'a pointer twice',
      { x: { referral: '/a', crm: 'X__c' }, y: { referral: '/a', crm: 'Y__c' } },
      'is also the place of',
    ],
    [
      'a pointer over another',
      { x: { referral: '/details', crm: 'X__c' } },
      'mapping.x.referral: /details is also the place of',
    ],
    [
      'a CRM field written twice',
      { x: { referral: '/a', crm: 'Name', places: { updateInCrm: true } } },
      'mapping.x.crm: Name is also written by name',
    ],
    [
      'a lookup to write',
      { x: { referral: '/a', crm: 'Account.Site', places: { updateInCrm: true } } },
      'is behind a lookup',
    ],
  ])('%s', (_what, rows, message) => {
    const error = errorOf(mapping(rows as Record<string, unknown>));
    expect(error.code).toBe('mapping-invalid');
    expect(error.message).toContain(message);
  });

  it('are all named in one error', () => {
    const error = errorOf(mapping({ nam: {}, name: { conflict: 'me', places: { nowhere: true } } }));
    expect(error.message.split('\n')).toHaveLength(3);
    expect(error.field).toBe('mapping.nam');
  });

  it('outside the mapping too', () => {
    const error = errorOf({
      crm: 'salesforce',
      defaultCurrency: 'XXY',
      partnerCenterTimeZone: 'Mars/Olympus',
      referralLinkTemplate: 'https://x',
      extraSolutionIdPattern: '(',
      auditMaxLength: 10,
      stages: { won: '' },
    });
    expect(error.code).toBe('config-invalid');
    expect(error.message.split('\n')).toHaveLength(6);
  });
});

describe('the four places', () => {
  it('are switched on and off one by one', () => {
    const places = { updateInPartnerCenter: false, createInCrm: { default: 'x' } };
    const row = buildPolicy({ crm: 'salesforce', mapping: { notes: { places } } }).mapping.find(
      ({ field }) => field === 'notes',
    );
    expect(row?.places).toEqual({
      createInCrm: { valueMap: null, default: 'x' },
      updateInCrm: { valueMap: null, default: null },
      createInPartnerCenter: { valueMap: null, default: null },
      updateInPartnerCenter: null,
    });
  });

  it('leave out of the create what is off there, and of the update what is off there', () => {
    const policy = {
      mapping: {
        notes: { places: { createInPartnerCenter: false } },
        name: { places: { updateInPartnerCenter: false } },
      },
    };
    const world = createWorld({ crm: 'salesforce', policy });
    world.sync();
    expect(world.own()?.details).not.toHaveProperty('notes');
    world.crm.edit({ name: 'Ours alone' });
    expect(world.sync()).toMatchObject({ calls: [], plan: { status: 'in-sync' } });
    expect(world.sync().written).toEqual({});
    world.crm.edit({ notes: 'now sent' });
    expect(world.sync().patches).toEqual([[{ op: 'add', path: '/details/notes', value: 'now sent' }]]);
  });

  it('translate values there and back', () => {
    const valueMap = { 'Cold Chain': 'SOL-15974-MQF', ColdChain: 'SOL-15974-MQF', Planner: 'SOL-34104-EBB' };
    const rule = { valueMap };
    const places = { createInPartnerCenter: rule, updateInPartnerCenter: rule, updateInCrm: rule };
    const world = createWorld({ crm: 'salesforce', policy: { mapping: { solutions: { places } } } });
    world.crm.edit({ products: 'ColdChain' });
    world.sync();
    expect(world.own()?.details?.requirements?.solutions?.map((s) => s.id)).toEqual(['SOL-15974-MQF']);
    expect(world.sync()).toMatchObject({ calls: [], written: {} });
    world.editPartnerCenter((referral) => ({
      ...referral,
      details: { ...referral.details, requirements: { solutions: [{ id: 'SOL-34104-EBB' }] } },
    }));
    world.sync();
    expect(world.crm.read().values.Products__c).toBe('Planner');
    expect(world.sync()).toMatchObject({ calls: [], written: {} });
  });
});

describe('a row of one’s own', () => {
  const options = {
    mapping: {
      campaign: { referral: '/campaignId', crm: 'Campaign__c', places: { updateInCrm: true } },
      intent: {
        referral: '/details/brandNew/intent',
        crm: ['Intent__c', 'Other__c'],
        places: { createInPartnerCenter: { default: 'Maybe' } },
      },
      program: {
        referral: '/referralProgram',
        crm: 'Program__c',
        places: { createInPartnerCenter: false, updateInPartnerCenter: false, updateInCrm: true },
      },
    },
  } as const;

  it('goes both ways like any other', () => {
    const policy = buildPolicy({ crm: 'salesforce', ...options });
    const opportunity = opportunityOf('salesforce');
    const values = { ...opportunity.values, Campaign__c: 'Spring', Other__c: 5 };
    const base = {
      now: '2026-11-20T10:00:00Z',
      policy,
      link: null,
      referral: null,
      microsoftReferral: null,
      requests: [],
      journal: [],
      users: [],
      failure: null,
    };
    const step = planSync({ ...base, opportunity: { ...opportunity, values } }).step;
    expect(step?.kind === 'create-own' && step.body).toMatchObject({
      campaignId: 'Spring',
      details: { brandNew: { intent: 5 } },
    });
    const bare = planSync({ ...base, opportunity }).step;
    expect(bare?.kind === 'create-own' && bare.body).toMatchObject({ details: { brandNew: { intent: 'Maybe' } } });
    expect(dealFromReferral(referralOf({ campaignId: 'Autumn', referralProgram: 'P' }), policy).custom).toEqual({
      campaign: 'Autumn',
      intent: null,
      program: 'P',
    });
  });

  it('brings what only Partner Center sets', () => {
    const world = createWorld({ crm: 'salesforce', policy: options });
    world.sync();
    world.editPartnerCenter((referral) => ({ ...referral, referralProgram: 'Azure IP', campaignId: 'Autumn' }));
    expect(world.sync().written).toMatchObject({ Program__c: 'Azure IP', Campaign__c: 'Autumn' });
    expect(world.sync().written).toEqual({});
  });
});

describe('what is written to the CRM', () => {
  const pathsOf = (crm: CrmKind, mapping: PolicyOptions['mapping'] = {}) =>
    crmPathsToWrite(buildPolicy({ crm, mapping })).map(({ field, path }) => `${field} ${path}`);

  it('is the first path of each part, and nothing that follows from others', () => {
    expect(pathsOf('salesforce')).toEqual(
      expect.arrayContaining(['name Name', 'dealValue Amount', 'dealValue CurrencyIsoCode', 'phase StageName']),
    );
    expect(pathsOf('salesforce').join()).not.toMatch(/IsClosed|IsWon|Account|Help/i);
    expect(pathsOf('dynamics')).toEqual(expect.arrayContaining(['phase statecode', 'phase statuscode']));
    expect(pathsOf('dynamics').join()).not.toMatch(/isocurrencycode|parentaccountid/);
  });

  it('follows the mapping', () => {
    expect(pathsOf('salesforce', { notes: { crm: ['Next__c', 'Description'] } })).toContain('notes Next__c');
    const off = { createInCrm: false, updateInCrm: false };
    expect(pathsOf('salesforce', { notes: { places: off } }).join()).not.toContain('notes');
    const own = { referral: '/campaignId', crm: 'Campaign_Code__c' };
    expect(pathsOf('salesforce', { own }).join()).not.toContain('own');
    expect(pathsOf('salesforce', { own: { ...own, places: { updateInCrm: true } } })).toContain('own Campaign_Code__c');
  });
});
