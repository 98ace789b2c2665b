import {
  type Running,
  type SignedIn,
  REFERRALS,
  add,
  askMicrosoft,
  replace,
  startPartnerCenter,
} from './partner-center-http.ts';

let running: Running;
let partner: SignedIn;

beforeAll(async () => {
  running = await startPartnerCenter();
  partner = await running.signIn('sandbox');
});
afterAll(() => running.partnerCenter.close());

describe('PATCH refuses', () => {
  it.each([
    [
      'an operation other than replace and add',
      [{ op: 'remove', path: '/details/notes', value: null }],
      'invalidPatch',
    ],
    ['test', [{ op: 'test', path: '/name', value: 'x' }], 'invalidPatch'],
    ['move', [{ op: 'move', from: '/name', path: '/statusReason', value: 'x' }], 'invalidPatch'],
    ['an object instead of a list', { name: 'x' }, 'invalidPatch'],
    ['an empty list', [], 'invalidPatch'],
    ['a path without a slash', [replace('name', 'x')], 'invalidPatch'],
    ['a bad escape', [replace('/details/~2', 'x')], 'invalidPatch'],
    ['the whole document', [replace('', {})], 'invalidPatch'],
    ['a missing value', [{ op: 'replace', path: '/name' }], 'invalidPatch'],
    ['replace on what is not there', [replace('/statusReason', 'x')], 'invalidPatch'],
    ['add below what is not there', [add('/inviteContext/assistanceRequestCode', 'GeneralOrOther')], 'invalidPatch'],
    ['an index outside the list', [replace('/team/7/email', 'x@y.example')], 'invalidPatch'],
    ['an unknown property', [add('/nickname', 'x')], 'unknownProperty'],
    ['a read-only property', [replace('/id', 'x')], 'readOnlyProperty'],
    ['the eTag', [replace('/eTag', 'x')], 'readOnlyProperty'],
    ['a bad enum', [replace('/type', 'Open')], 'invalidEnumValue'],
    ['a bad currency', [replace('/details/currency', 'EUX')], 'invalidProperty'],
    ['an unknown solution', [replace('/details/requirements/solutions/0/id', 'SOL-99999-ZZZ')], 'unknownSolution'],
    ['the last solution removed', [replace('/details/requirements/solutions', [])], 'requiredProperty'],
    ["the customer's name", [replace('/customerProfile/name', 'Other')], 'immutableProperty'],
    ["the customer's country", [replace('/customerProfile/address/country', 'ES')], 'immutableProperty'],
    ["the customer's ids", [add('/customerProfile/ids', [{ profileType: 'Duns', id: '1' }])], 'immutableProperty'],
    ['a status without its substatus', [replace('/status', 'Closed')], 'statusSubstatusMismatch'],
    ['a way back to New', [replace('/status', 'New'), replace('/substatus', 'Pending')], 'illegalStatusMove'],
    ['an expiry by hand', [replace('/status', 'Closed'), replace('/substatus', 'Expired')], 'illegalStatusMove'],
    ["Microsoft's tracking numbers", [add('/trackingInfo', { microsoftMsxId: '7-A' })], 'readOnlyProperty'],
  ])('%s', async (_what, operations, innerCode) => {
    const own = await partner.create();
    const answer = await partner.patch(own.id, operations);
    expect([answer.status, answer.body.error.innerError.code]).toEqual([400, innerCode]);
    expect((await partner.send('GET', `${REFERRALS}/${own.id}`)).body.eTag).toBe(own.eTag);
  });

  it.each([
    ["the customer's contacts", [replace('/customerProfile/team', [])], 'immutableProperty'],
    [
      'the request for help',
      [add('/inviteContext', { assistanceRequestCode: 'QuotesOrLicensing' })],
      'immutableProperty',
    ],
    ['the way back to Independent', [replace('/type', 'Independent')], 'sharingCannotGoDown'],
  ])('after the first share: %s', async (_what, operations, innerCode) => {
    const own = await partner.create({ type: 'Shared' });
    expect((await partner.patch(own.id, operations)).body.error.innerError.code).toBe(innerCode);
  });

  it('hiding from Microsoft sellers what they could see', async () => {
    const own = await partner.create();
    const path = '/consent/consentToShareReferralWithMicrosoftSellers';
    expect((await partner.patch(own.id, [replace(path, true)])).status).toBe(204);
    expect((await partner.patch(own.id, [replace(path, false)])).body.error.innerError.code).toBe(
      'sharingCannotGoDown',
    );
  });

  it('any change to a closed referral', async () => {
    const own = await partner.create();
    const close = [replace('/status', 'Closed'), replace('/substatus', 'Won')];
    expect((await partner.patch(own.id, close)).status).toBe(204);
    for (const operations of [
      close,
      [replace('/details/notes', 'x')],
      [replace('/status', 'Active'), replace('/substatus', 'Accepted')],
    ]) {
      expect((await partner.patch(own.id, operations)).body.error.innerError.code).toBe('referralClosed');
    }
  });

  it('a stale eTag, and one without its inner quotes', async () => {
    const own = await partner.create();
    await partner.patch(own.id, [replace('/name', 'Newer')], { 'if-match': own.eTag });
    const stale = await partner.patch(own.id, [replace('/name', 'Older')], { 'if-match': own.eTag });
    const bare = await partner.patch(own.id, [replace('/name', 'Older')], { 'if-match': own.eTag.replaceAll('"', '') });
    expect([stale.status, bare.status]).toEqual([412, 412]);
    expect(stale.body.error).toMatchObject({ code: 'preconditionFailed', innerError: { code: 'resourceModified' } });
  });

  it("edits of Microsoft's deal before it is accepted, and takes them with the answer", async () => {
    const inbound = await (await running.signIn('microsoft')).create({ type: 'Shared' });
    const edit = replace('/details/dealValue', 1);
    expect((await partner.patch(inbound.id, [edit])).body.error.innerError.code).toBe('notAccepted');
    const accept = [replace('/status', 'Active'), replace('/substatus', 'Accepted'), edit];
    expect((await partner.patch(inbound.id, accept)).status).toBe(204);
  });

  it("the other side's referral with 403", async () => {
    const own = await partner.create({ type: 'Shared' });
    const asked = (await partner.send('POST', REFERRALS, askMicrosoft(own.engagementId))).body;
    const byPartner = await partner.patch(asked.id, [replace('/name', 'x')]);
    const byMicrosoft = await (await running.signIn('microsoft')).patch(own.id, [replace('/name', 'x')]);
    expect([byPartner.status, byMicrosoft.status]).toEqual([403, 403]);
    expect(byPartner.body.error.code).toBe('accessDenied');
  });
});

describe('PUT refuses', () => {
  it('a missing If-Match, a stale one, links, and another value of a read-only property', async () => {
    const own = await partner.create();
    const { links, ...whole } = own;
    const put = (body: object, headers = {}) => partner.send('PUT', `${REFERRALS}/${own.id}`, body, headers);
    const current = { 'if-match': own.eTag };
    const answers = [
      await put(whole),
      await put(whole, { 'if-match': '"0"' }),
      await put(own, current),
      await put({ ...whole, direction: 'Incoming' }, current),
      await put({ ...whole, consent: undefined }, current),
    ];
    expect(links).toBeDefined();
    expect(answers.map(({ status, body }) => [status, body.error.target])).toEqual([
      [400, 'If-Match'],
      [412, 'If-Match'],
      [400, 'links'],
      [400, 'direction'],
      [400, 'consent'],
    ]);
    expect((await put({ ...whole, name: 'Replaced' }, current)).body.name).toBe('Replaced');
  });
});
