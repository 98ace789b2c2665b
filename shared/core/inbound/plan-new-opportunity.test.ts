import { buildPolicy, dealFromCrm, dealFromReferral, membersToLookUp, planSync } from '../index.ts';
import type { CrmKind, CrmOpportunity, PolicyOptions, Referral } from '../index.ts';
import { referralOf } from '../testkit/referrals.ts';
import { lookupOf, planNewOpportunity } from './plan-new-opportunity.ts';
import type { DealMatch } from './types.ts';

const NOW = '2026-11-20T17:00:00Z';
const CRMS: readonly CrmKind[] = ['salesforce', 'dynamics'];

const received = (changes: Partial<Referral> = {}): Referral =>
  referralOf({
    status: 'New',
    substatus: 'Received',
    direction: 'Incoming',
    type: 'Shared',
    externalReferenceId: null,
    expirationDateTime: '2026-12-04T10:00:00Z',
    ...changes,
  });

const nothing = (referral: Referral, changes: Partial<DealMatch> = {}): DealMatch => ({
  referralId: referral.id,
  opportunityId: null,
  accounts: [],
  contacts: [],
  ownerId: null,
  teamId: null,
  users: [],
  knowsCurrency: true,
  ...changes,
});

function planned(
  crm: CrmKind,
  referral = received(),
  match: Partial<DealMatch> = {},
  options: Partial<PolicyOptions> = {},
) {
  const policy = buildPolicy({ ...options, crm });
  const plan = planNewOpportunity({
    now: NOW,
    policy,
    referral,
    microsoftReferral: null,
    match: nothing(referral, match),
  });
  /** As the CRM shows it once it is made. */
  const opportunity: CrmOpportunity = {
    id: 'new',
    version: '1',
    modifiedAt: NOW,
    values: {
      ...plan.create.values,
      ...(plan.create.account && 'values' in plan.create.account ? plan.create.account.values : {}),
    },
    contacts: plan.create.contacts.flatMap((contact) => ('person' in contact ? [contact.person] : [])),
    team: [],
  };
  const input = {
    now: '2026-11-20T17:05:00Z',
    policy,
    opportunity,
    link: { ...plan.link, opportunityId: 'new' },
    referral,
    microsoftReferral: null,
    users: [],
    requests: [],
    journal: [],
    failure: null,
  };
  return { policy, plan, opportunity, input };
}

describe.each(CRMS)('a new deal in %s', (crm) => {
  it('waits on hold for the answer, with Sync on and everything that Microsoft sent', () => {
    const { policy, plan, opportunity } = planned(crm);
    const { values } = plan.create;
    const sent = dealFromReferral(received(), policy);
    const read = dealFromCrm(opportunity, policy);
    expect(read).toEqual({ ...sent, team: [], help: null, solutions: [{ id: 'SOL-15974-MQF', name: null }] });
    expect(values[policy.fields.sync]).toBe(true);
    expect(values[policy.fields.referralId]).toBe(received().id);
    expect(values[policy.fields.audit]).toContain(
      'Received from Microsoft. A new account was made. Contacts: 0 found, 1 made. Customer: (empty) → Fabrikam Foods; Customer contacts: (empty) → Ana Silva ✔',
    );
    expect(JSON.parse(String(values[policy.fields.details]))).toMatchObject({
      status: 'answer-needed',
      expiresAt: '2026-12-04T10:00:00Z',
      sharing: 'co-sell',
      history: [{ kind: 'received', detail: 'from-microsoft,account-made,contact-made' }],
    });
    expect(plan.link).toMatchObject({ direction: 'inbound', sharing: 'co-sell', referralId: received().id });
  });

  it('is in sync at once: planning on it does nothing', () => {
    for (const referral of [received(), received({ status: 'Active', substatus: 'Accepted' })]) {
      const { input } = planned(crm, referral);
      expect(planSync(input)).toMatchObject({ step: null, crm: {}, audit: [] });
    }
  });

  it('is in sync at once with a deal that people made in Partner Center', () => {
    const own = received({ direction: 'Outgoing', status: 'Active', substatus: 'Accepted' });
    const { policy, input, plan } = planned(crm, own);
    expect(plan.link.direction).toBe('outbound');
    const { [policy.fields.details]: details } = plan.create.values;
    expect(JSON.parse(String(details))).toMatchObject({
      history: [{ detail: 'taken-over,account-made,contact-made' }],
    });
    expect(planSync(input)).toMatchObject({ step: null, crm: {}, status: 'in-sync' });
  });

  it('goes to the account, the contact and the owner that were found, and says so', () => {
    const referral = received();
    const { policy, plan } = planned(crm, referral, {
      accounts: [{ id: 'a1', name: 'FABRIKAM FOODS', postalCode: '98101' }],
      contacts: [
        { id: 'c0', email: 'ana@fabrikam.example', accountId: 'another account' },
        { id: 'c1', email: 'ANA@fabrikam.example', accountId: 'a1' },
      ],
      ownerId: 'u1',
    });
    expect(plan.create).toMatchObject({
      account: { id: 'a1' },
      contacts: [{ id: 'c1' }],
      owner: { kind: 'user', id: 'u1' },
    });
    expect(plan.create.values[policy.fields.audit]).toContain(
      'The account was found by name and postal code. Contacts: 1 found, 0 made. Customer: (empty) → FABRIKAM FOODS;',
    );
    expect(JSON.parse(String(plan.create.values[policy.fields.details]))).toMatchObject({
      history: [{ detail: 'from-microsoft,account-found,contact-found' }],
    });
  });

  it('leaves out a value whose currency the CRM does not have, and enters it when it does', () => {
    const { policy, plan, input } = planned(crm, received(), { knowsCurrency: false });
    const { amount = [] } = policy.mapping.find(({ field }) => field === 'dealValue')?.crm ?? {};
    expect(plan.create.values).not.toHaveProperty(amount[0] ?? '');
    expect(plan.create.values[policy.fields.audit]).toMatch(/no currency USD; ask your administrator to add it\. .*✖/);
    const accepted = { ...input, referral: received({ status: 'Active', substatus: 'Accepted' }) };
    expect(planSync(accepted).crm).toMatchObject({ [amount[0] ?? '']: '50000' });
  });

  it('enters a value in the default currency where there is only one', () => {
    const { policy, plan } = planned(crm, received(), { knowsCurrency: false }, { defaultCurrency: 'USD' });
    const { amount = [], currency = [] } = policy.mapping.find(({ field }) => field === 'dealValue')?.crm ?? {};
    expect(plan.create.values[amount[0] ?? '']).toBe('50000');
    expect(plan.create.values).not.toHaveProperty(currency[0] ?? '');
  });

  it('follows the place createInCrm: value maps backwards, defaults, rows that are off', () => {
    const { policy, plan } = planned(
      crm,
      received({ details: { ...received().details, notes: null } }),
      {},
      {
        mapping: {
          notes: { places: { createInCrm: { default: 'From Microsoft.' } } },
          solutions: { places: { createInCrm: { valueMap: { Cold: 'SOL-15974-MQF' } } } },
          visibleToMicrosoft: { places: { createInCrm: false } },
          contacts: { places: { createInCrm: false } },
        },
      },
    );
    const notes = crm === 'salesforce' ? 'Description' : 'description';
    expect(plan.create.values).toMatchObject({ [notes]: 'From Microsoft.', [policy.fields.products]: 'Cold' });
    expect(plan.create.values).not.toHaveProperty(policy.fields.visible);
    expect(plan.create.contacts).toEqual([]);
  });

  it('has those of the deal’s team who are users in its sales team, besides the owner, and is in sync at once', () => {
    const member = (name: string) => ({ firstName: name, lastName: 'Lee', email: `${name}@woodgrove.example` });
    const team = [member('Kim'), member('Jo'), { ...member('Pat'), email: 'pat@agency.example' }];
    const users = ['kim', 'jo', 'boss'].map((name) => ({ id: `u-${name}`, email: `${name}@woodgrove.example` }));
    for (const status of [
      { status: 'New', substatus: 'Received' },
      { status: 'Active', substatus: 'Accepted' },
    ]) {
      const { policy, plan, opportunity, input } = planned(crm, received({ team, ...status }), {
        ownerId: 'u-kim',
        users,
      });
      expect(plan.create).toMatchObject({ owner: { kind: 'user', id: 'u-kim' }, team: ['u-jo'] });
      expect(plan.create.values[policy.fields.audit]).toContain('Sales team: (empty) → Jo Lee ✔');
      const named = (email: string) => ({ firstName: null, lastName: 'As the CRM has it', email, phone: '7' });
      const staffed = {
        ...opportunity,
        team: ['kim@woodgrove.example', 'jo@woodgrove.example'].map(named),
        memberships: [{ id: 'm-jo', email: 'jo@woodgrove.example' }],
      };
      expect(planSync({ ...input, opportunity: staffed })).toMatchObject({
        step: null,
        crm: {},
        team: null,
        audit: [],
      });
    }
  });

  it('has everybody of the deal’s team in its sales team where a team owns it', () => {
    const users = [{ id: 'u-kim', email: 'KIM@woodgrove.example' }];
    const { plan } = planned(crm, received(), { teamId: 't1', ownerId: 'u-kim', users });
    expect(plan.create).toMatchObject({ owner: { kind: 'team', id: 't1' }, team: ['u-kim'] });
  });

  it('has nobody in its sales team where the row is off, and nobody joins later for that', () => {
    const jo = { firstName: 'Jo', lastName: 'Lee', email: 'jo@woodgrove.example' };
    const users = ['kim', 'jo'].map((name) => ({ id: `u-${name}`, email: `${name}@woodgrove.example` }));
    const { policy, plan, opportunity, input } = planned(
      crm,
      received({
        team: [{ firstName: 'Kim', lastName: 'Berg', email: 'kim@woodgrove.example' }, jo],
        status: 'Active',
      }),
      { ownerId: 'u-kim', users },
      { mapping: { team: { places: { createInCrm: false } } } },
    );
    expect(plan.create.team).toEqual([]);
    expect(plan.create.values[policy.fields.audit]).not.toContain('Sales team');
    const owned = { ...opportunity, team: dealFromReferral(received(), policy).team };
    expect(membersToLookUp({ ...input, opportunity: owned })).toEqual([]);
    expect(planSync({ ...input, opportunity: owned, users })).toMatchObject({ step: null, team: null });
  });

  it('gets a name and a close date, which no CRM does without', () => {
    const bare = received({ name: null, details: { ...received().details, closingDateTime: null } });
    const { plan } = planned(crm, bare);
    const paths = crm === 'salesforce' ? ['Name', 'CloseDate'] : ['name', 'estimatedclosedate'];
    expect(plan.create.values).toMatchObject({
      [paths[0] ?? '']: 'Deal of Fabrikam Foods',
      [paths[1] ?? '']: '2026-11-20',
    });
  });
});

describe('what is looked up', () => {
  const policy = buildPolicy({ crm: 'salesforce' });

  it('are the account, the contacts, and as owner first the people whom the deal names', () => {
    expect(lookupOf(received(), { owner: 'default@woodgrove.example', team: null }, policy)).toEqual({
      referralId: received().id,
      account: {
        name: 'Fabrikam Foods',
        postalCode: '98101',
        namePath: 'Account.Name',
        postalCodePath: 'Account.BillingPostalCode',
      },
      emails: ['ana@fabrikam.example'],
      owners: ['kim@woodgrove.example', 'default@woodgrove.example'],
      team: null,
      currency: 'USD',
    });
  });

  it('is no account where the mapping has none', () => {
    const own = buildPolicy({ crm: 'salesforce', mapping: { customer: { crm: { name: 'Customer_Name__c' } } } });
    expect(lookupOf(received(), { owner: null, team: null }, own).account).toBeNull();
    const off = buildPolicy({ crm: 'salesforce', mapping: { customer: { places: { createInCrm: false } } } });
    expect(lookupOf(received(), { owner: null, team: null }, off).account).toBeNull();
  });
});

describe('an inbound deal', () => {
  it('keeps edits made before the answer and sends them, with the CRM’s identifier, once it is accepted', () => {
    const { policy, input } = planned('salesforce');
    const edited = { ...input.opportunity, values: { ...input.opportunity.values, Amount: '60000' } };
    const waiting = planSync({ ...input, opportunity: edited });
    expect(waiting).toMatchObject({ step: null, status: 'answer-needed' });
    const moved = { ...edited, values: { ...edited.values, StageName: policy.stages.active } };
    const answer = planSync({ ...input, opportunity: moved, link: waiting.link });
    expect(answer.step).toMatchObject({
      kind: 'patch',
      operations: [
        { path: '/status', value: 'Active' },
        { path: '/substatus', value: 'Accepted' },
        { path: '/externalReferenceId', value: 'new' },
      ],
    });
    const active = received({ status: 'Active', substatus: 'Accepted', externalReferenceId: 'new' });
    expect(planSync({ ...input, opportunity: moved, link: waiting.link, referral: active }).step).toMatchObject({
      operations: [{ path: '/details/dealValue', value: 60000 }, { path: '/details/currency' }],
    });
  });

  it('is not answered by its stage where the administrator does not want that', () => {
    const { policy, input } = planned('salesforce', received(), {}, { inbound: { answerByStage: false } });
    const moved = { ...input.opportunity, values: { ...input.opportunity.values, StageName: policy.stages.active } };
    expect(planSync({ ...input, opportunity: moved })).toMatchObject({ step: null, status: 'answer-needed' });
  });

  it.each([
    ['Declined', {}, 'Closed Lost'],
    ['Expired', {}, 'Closed Lost'],
    ['Declined', { closeWhenDeclined: false }, undefined],
    ['Expired', { closeWhenExpired: false }, undefined],
    ['Error', {}, undefined],
  ])('that ended as %s with %p leaves the opportunity as %p', (substatus, inbound, stage) => {
    const { input } = planned('salesforce', received(), {}, { inbound });
    const ended = planSync({ ...input, referral: received({ status: 'Closed', substatus }) });
    expect(ended.status).toBe('closed');
    expect(ended.crm.StageName).toBe(stage);
    const shown = { ...input.opportunity, values: { ...input.opportunity.values, ...ended.crm } };
    const again = {
      ...input,
      opportunity: shown,
      link: ended.link,
      referral: received({ status: 'Closed', substatus }),
    };
    expect(planSync(again)).toMatchObject({ step: null, crm: {}, audit: [] });
  });

  it('never asks Microsoft for its part, whatever the seller chooses', () => {
    const active = received({ status: 'Active', substatus: 'Accepted' });
    const { policy, input } = planned('salesforce', active);
    const help = { [policy.fields.help]: 'ProofOfConceptOrDemo' };
    const asking = { ...input.opportunity, values: { ...input.opportunity.values, ...help } };
    expect(planSync({ ...input, opportunity: asking }).step).toBeNull();
  });

  it('can be answered by its stage also when the link was lost', () => {
    const { policy, input } = planned('salesforce');
    const found = planSync({ ...input, link: null });
    expect(found).toMatchObject({ step: null, status: 'answer-needed', link: { direction: 'inbound' } });
    const moved = {
      ...input.opportunity,
      values: { ...input.opportunity.values, StageName: policy.stages.lost, IsClosed: true },
    };
    expect(planSync({ ...input, opportunity: moved, link: found.link }).step).toMatchObject({
      operations: [
        { path: '/status', value: 'Closed' },
        { path: '/substatus', value: 'Declined' },
        { path: '/statusReason' },
      ],
    });
  });
});
