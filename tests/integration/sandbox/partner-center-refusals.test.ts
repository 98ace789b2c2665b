import {
  type Running,
  type SignedIn,
  REFERRALS,
  askMicrosoft,
  deal,
  dealWith,
  replace,
  startPartnerCenter,
} from './partner-center-http.ts';
import { anyText } from './matchers.ts';

let running: Running;
let partner: SignedIn;

beforeAll(async () => {
  running = await startPartnerCenter();
  partner = await running.signIn('sandbox');
});
afterAll(() => running.partnerCenter.close());

const member = { firstName: 'A', lastName: 'B', email: 'a@b.example', phoneNumber: '1' };

describe('POST refuses', () => {
  it.each([
    ['an unknown property', 'nickname', 'x', 'nickname', 'unknownProperty'],
    [
      'an unknown property deep inside',
      'details/requirements/solutions',
      [{ id: 'SOL-15974-MQF', colour: 'red' }],
      'details/requirements/solutions/0/colour',
      'unknownProperty',
    ],
    [
      "the documentation table's name instead of the wire name",
      'ReferralType',
      'Shared',
      'ReferralType',
      'unknownProperty',
    ],
    ['closeDate instead of closingDateTime', 'details/closeDate', '2027-01-01', 'details/closeDate', 'unknownProperty'],
    ['a read-only property', 'createdDateTime', '2027-01-01T00:00:00Z', 'createdDateTime', 'readOnlyProperty'],
    ['the direction, which the service sets', 'direction', 'Outgoing', 'direction', 'readOnlyProperty'],
    ["Microsoft's tracking numbers", 'trackingInfo', { microsoftMsxId: '7-A' }, 'trackingInfo', 'readOnlyProperty'],
    ['a missing type', 'type', undefined, 'type', 'requiredProperty'],
    ['a missing customer name', 'customerProfile/name', undefined, 'customerProfile/name', 'requiredProperty'],
    [
      'a missing country',
      'customerProfile/address/country',
      undefined,
      'customerProfile/address/country',
      'requiredProperty',
    ],
    ['a missing address', 'customerProfile/address', undefined, 'customerProfile/address', 'requiredProperty'],
    [
      'a missing consent to share',
      'consent/consentToToShareInfoWithOthers',
      undefined,
      'consent/consentToToShareInfoWithOthers',
      'requiredProperty',
    ],
    [
      'a missing consent to contact',
      'consent/consentToContact',
      undefined,
      'consent/consentToContact',
      'requiredProperty',
    ],
    [
      'a refused consent to share',
      'consent/consentToToShareInfoWithOthers',
      false,
      'consent/consentToToShareInfoWithOthers',
      'invalidEnumValue',
    ],
    ['a missing value', 'details/dealValue', undefined, 'details/dealValue', 'requiredProperty'],
    ['a missing currency', 'details/currency', undefined, 'details/currency', 'requiredProperty'],
    ['a missing closing date', 'details/closingDateTime', undefined, 'details/closingDateTime', 'requiredProperty'],
    ['no solutions', 'details/requirements/solutions', [], 'details/requirements/solutions', 'requiredProperty'],
    ['missing requirements', 'details/requirements', undefined, 'details/requirements', 'requiredProperty'],
    ['a bad type', 'type', 'Private', 'type', 'invalidEnumValue'],
    ['a bad qualification', 'qualification', 'Sales', 'qualification', 'invalidEnumValue'],
    [
      'a bad help code',
      'inviteContext',
      { assistanceRequestCode: 'Proof Of Concept or Demo' },
      'inviteContext/assistanceRequestCode',
      'invalidEnumValue',
    ],
    [
      'a bad industry',
      'details/requirements/industries',
      [{ id: 'Farming' }],
      'details/requirements/industries/0/id',
      'invalidEnumValue',
    ],
    ['a bad customer size', 'customerProfile/size', 'big', 'customerProfile/size', 'invalidEnumValue'],
    [
      'a country name',
      'customerProfile/address/country',
      'Portugal',
      'customerProfile/address/country',
      'invalidProperty',
    ],
    [
      'a three-letter country',
      'customerProfile/address/country',
      'PRT',
      'customerProfile/address/country',
      'invalidProperty',
    ],
    [
      'a lower-case country',
      'customerProfile/address/country',
      'pt',
      'customerProfile/address/country',
      'invalidProperty',
    ],
    ['a currency that does not exist', 'details/currency', 'EUX', 'details/currency', 'invalidProperty'],
    ['a value with a thousands separator', 'details/dealValue', '50,000', 'details/dealValue', 'invalidProperty'],
    ['a date without a time', 'details/closingDateTime', '2027-03-31', 'details/closingDateTime', 'invalidProperty'],
    [
      'a solution outside the catalogue',
      'details/requirements/solutions',
      [{ id: 'SOL-99999-ZZZ' }],
      'details/requirements/solutions',
      'unknownSolution',
    ],
    [
      'a GUID outside the catalogue',
      'details/requirements/solutions',
      [{ id: '11111111-2222-4333-8444-555555555555' }],
      'details/requirements/solutions',
      'unknownSolution',
    ],
    [
      'a target outside the catalogue',
      'target',
      [{ type: 'SolutionProfile', id: 'SOL-99999-ZZZ' }],
      'target',
      'unknownSolution',
    ],
    ['a malformed e-mail', 'team', [{ ...member, email: 'tom' }], 'team/0/email', 'invalidProperty'],
    ['too many team members', 'team', Array.from({ length: 51 }, () => member), 'team', 'tooLong'],
    ['notes that are too long', 'details/notes', 'x'.repeat(32_001), 'details/notes', 'tooLong'],
    ['a closed status', 'status', 'Closed', 'status', 'statusSubstatusMismatch'],
    [
      'an unknown engagement',
      'engagementId',
      '11111111-2222-4333-8444-555555555555',
      'engagementId',
      'unknownEngagement',
    ],
  ])('%s', async (_what, path, value, target, innerCode) => {
    const answer = await partner.send('POST', REFERRALS, dealWith(path, value));
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      error: {
        code: 'invalidRequest',
        message: anyText,
        target,
        innerError: { code: innerCode, message: anyText },
      },
    });
  });

  it('a substatus that does not belong to the status', async () => {
    const answer = await partner.send('POST', REFERRALS, deal({ status: 'New', substatus: 'Won' }));
    expect(answer.body.error.innerError.code).toBe('statusSubstatusMismatch');
  });

  it('a deal that is closed from the start', async () => {
    const answer = await partner.send('POST', REFERRALS, deal({ status: 'Closed', substatus: 'Won' }));
    expect(answer.body.error.innerError.code).toBe('illegalStatusMove');
  });

  it("a request for Microsoft's help without a contact of the customer", async () => {
    const body = {
      ...dealWith('customerProfile/team', []),
      inviteContext: { assistanceRequestCode: 'GeneralOrOther' },
    };
    const answer = await partner.send('POST', REFERRALS, body);
    expect(answer.body.error.target).toBe('customerProfile/team');
  });

  it('a body that is no object, no JSON, or not announced as JSON', async () => {
    const noObject = await partner.send('POST', REFERRALS, [deal()]);
    const noJson = await partner.send('POST', REFERRALS, '{"name":');
    const noType = await partner.send('POST', REFERRALS, JSON.stringify(deal()), { 'content-type': 'text/plain' });
    expect([noObject.status, noJson.status, noType.status]).toEqual([400, 400, 415]);
    expect([noObject, noJson].map(({ body }) => body.error.innerError.code)).toEqual([
      'malformedBody',
      'malformedBody',
    ]);
    expect(noType.body.error.innerError.code).toBe('unsupportedMediaType');
  });

  it('a body that is too large', async () => {
    const answer = await partner.send('POST', REFERRALS, dealWith('details/notes', 'x'.repeat(1_100_000)));
    expect([answer.status, answer.body.error.innerError.code]).toEqual([413, 'bodyTooLarge']);
  });

  it('Prototype tricks', async () => {
    const answer = await partner.send('POST', REFERRALS, '{"__proto__":{"x":1}}');
    expect(answer.status).toBe(400);
  });
});

describe('asking Microsoft is refused', () => {
  it('without the engagement of an own deal', async () => {
    const answer = await partner.send('POST', REFERRALS, askMicrosoft('x', { engagementId: undefined }));
    expect(answer.body.error).toMatchObject({ target: 'engagementId', innerError: { code: 'requiredProperty' } });
  });

  it('when the own deal is not of type Shared', async () => {
    const own = await partner.create();
    const answer = await partner.send('POST', REFERRALS, askMicrosoft(own.engagementId));
    expect(answer.body.error.innerError.code).toBe('engagementNotShared');
  });

  it('with a body that is not of type Shared', async () => {
    const own = await partner.create({ type: 'Shared' });
    const answer = await partner.send('POST', REFERRALS, askMicrosoft(own.engagementId, { type: 'Independent' }));
    expect(answer.body.error.innerError.code).toBe('invalidType');
  });

  it('without the target msft', async () => {
    const own = await partner.create({ type: 'Shared' });
    const answer = await partner.send('POST', REFERRALS, askMicrosoft(own.engagementId, { target: [] }));
    expect(answer.body.error.innerError.code).toBe('invalidTarget');
  });

  it('a second time, with 409', async () => {
    const own = await partner.create({ type: 'Shared' });
    expect((await partner.send('POST', REFERRALS, askMicrosoft(own.engagementId))).status).toBe(200);
    const again = await partner.send('POST', REFERRALS, askMicrosoft(own.engagementId));
    expect([again.status, again.body.error.innerError.code]).toEqual([409, 'duplicateReferral']);
  });

  it('in an engagement that Microsoft started', async () => {
    const microsoft = await running.signIn('microsoft');
    const inbound = await microsoft.create({ type: 'Shared' });
    const answer = await partner.send('POST', REFERRALS, askMicrosoft(inbound.engagementId));
    expect(answer.status).toBe(409);
  });

  it('when the own deal is closed', async () => {
    const own = await partner.create({ type: 'Shared' });
    await partner.patch(own.id, [replace('/status', 'Closed'), replace('/substatus', 'Lost')]);
    const answer = await partner.send('POST', REFERRALS, askMicrosoft(own.engagementId));
    expect(answer.body.error.innerError.code).toBe('referralClosed');
  });
});

describe('the protocol', () => {
  it('knows no DELETE and no PUT on the collection', async () => {
    const own = await partner.create();
    const onItem = await partner.send('DELETE', `${REFERRALS}/${own.id}`);
    const onCollection = await partner.send('PUT', REFERRALS, deal());
    expect([onItem.status, onCollection.status]).toEqual([405, 405]);
    expect(onItem.headers.get('allow')).toBe('GET, PUT, PATCH');
  });

  it('answers only JSON', async () => {
    const answer = await partner.send('GET', REFERRALS, undefined, { accept: 'text/html' });
    expect([answer.status, answer.body.error.innerError.code]).toEqual([406, 'notAcceptable']);
  });

  it('refuses a client-request-id that is no GUID', async () => {
    const answer = await partner.send('GET', REFERRALS, undefined, { 'client-request-id': '42' });
    expect(answer.body.error).toMatchObject({ target: 'client-request-id', innerError: { code: 'invalidHeader' } });
  });

  it('gives back client-request-id and a request-id of its own', async () => {
    const id = '0f0e0d0c-0b0a-4090-8070-605040302010';
    const { headers } = await partner.send('GET', REFERRALS, undefined, { 'client-request-id': id });
    expect(headers.get('client-request-id')).toBe(id);
    expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('has 404 for unknown referrals and for unknown paths', async () => {
    const referral = await partner.send('GET', `${REFERRALS}/11111111-2222-4333-8444-555555555555`);
    const path = await partner.send('GET', '/v1.0/engagements/leads');
    expect([referral.status, path.status]).toEqual([404, 404]);
    expect([referral.body.error.code, path.body.error.code]).toEqual(['itemNotFound', 'itemNotFound']);
  });
});
