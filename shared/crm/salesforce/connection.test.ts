import { type Answer, type FakeOrg, fakeOrg, json } from './testkit/fake-org.ts';

const ROW = { totalSize: 1, done: true, records: [{ Id: '006000000000001AAA' }] };
const EXPIRED = [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }];

describe('SalesforceConnection', () => {
  let org: FakeOrg;
  afterEach(() => org.close());

  /** Answers in turn, the last one for ever. */
  const inTurn = (...answers: Answer[]): Answer => {
    let index = 0;
    return (request, response) => answers[Math.min(index++, answers.length - 1)]?.(request, response);
  };
  const fine: Answer = (_, response) => json(response, 200, ROW);
  const status =
    (code: number, body: unknown, headers?: Record<string, string>): Answer =>
    (_, response) =>
      json(response, code, body, headers);

  it('signs in once for calls that start together, and says who calls', async () => {
    org = await fakeOrg(fine);
    const connection = org.connect();
    await Promise.all([connection.get('/a'), connection.get('/b'), connection.get('/c')]);
    expect(org.signIns).toHaveLength(1);
    expect(org.signIns[0]?.body).toContain('grant_type=client_credentials');
    expect(org.seen[0]?.headers).toMatchObject({
      authorization: 'Bearer token-1',
      'sforce-call-options': 'client=cosell-connector',
    });
  });

  it('signs in again once when the session expired, and repeats the call with the new token', async () => {
    org = await fakeOrg((request, response) =>
      request.headers.authorization === 'Bearer token-2' ? json(response, 200, ROW) : json(response, 401, EXPIRED),
    );
    const connection = org.connect();
    await Promise.all([connection.get('/a'), connection.get('/b')]);
    expect(org.signIns).toHaveLength(2);
  });

  it('does not go round for ever when Salesforce refuses every new session', async () => {
    org = await fakeOrg(status(401, EXPIRED));
    await expect(org.connect().get('/a')).rejects.toMatchObject({ code: 'crm-sign-in' });
    expect(org.seen).toHaveLength(2);
  });

  it.each([
    ['a dropped connection', ((_, response) => response.destroy()) satisfies Answer],
    ['503', status(503, [])],
    ['429', status(429, [], { 'retry-after': '0' })],
    ['REQUEST_LIMIT_EXCEEDED', status(403, [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'm' }])],
  ])('repeats a write after %s', async (_, failure) => {
    org = await fakeOrg(inTurn(failure, fine));
    await expect(org.connect().send('PATCH', '/x', { records: [] })).resolves.toEqual(ROW);
    expect(org.seen.map(({ body }) => body)).toEqual(['{"records":[]}', '{"records":[]}']);
  });

  it('gives up after four attempts', async () => {
    org = await fakeOrg(status(503, [], { 'retry-after': '0' }));
    await expect(org.connect().get('/x')).rejects.toMatchObject({ code: 'crm-unavailable' });
    expect(org.seen).toHaveLength(4);
  });

  it('repeats nothing that will not get better', async () => {
    org = await fakeOrg(status(400, [{ errorCode: 'MALFORMED_QUERY', message: 'unexpected token' }]));
    await expect(org.connect().get('/x')).rejects.toMatchObject({ code: 'internal', message: 'unexpected token' });
    expect(org.seen).toHaveLength(1);
  });

  it('takes a page of a proxy for an unavailable Salesforce', async () => {
    org = await fakeOrg((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Log in</html>'),
    );
    await expect(org.connect({ timeoutMs: 1_000 }).get('/x')).rejects.toMatchObject({ code: 'crm-unavailable' });
  });

  it('puts the client name on every part of a composite call, and encodes queries but not references', async () => {
    org = await fakeOrg((request, response) => {
      const { compositeRequest } = JSON.parse(request.body) as { compositeRequest: { referenceId: string }[] };
      json(response, 200, {
        compositeResponse: compositeRequest.map(({ referenceId }) => ({ referenceId, httpStatusCode: 200, body: ROW })),
      });
    });
    const rows = await org.connect().queries({
      one: { soql: "SELECT Id FROM Account WHERE Name = 'R&D + 100%'" },
      two: { soql: "SELECT Id FROM User WHERE Id = '@{one.records[0].Id}'", deletedToo: true },
    });
    expect(rows.one).toEqual(ROW.records);
    expect(JSON.parse(org.seen[0]?.body ?? '')).toEqual({
      allOrNone: false,
      compositeRequest: [
        {
          method: 'GET',
          url: "/services/data/v64.0/query?q=SELECT%20Id%20FROM%20Account%20WHERE%20Name%20%3D%20'R%26D%20%2B%20100%25'",
          referenceId: 'one',
          httpHeaders: { 'Sforce-Call-Options': 'client=cosell-connector' },
        },
        {
          method: 'GET',
          url: "/services/data/v64.0/queryAll?q=SELECT%20Id%20FROM%20User%20WHERE%20Id%20%3D%20'@{one.records[0].Id}'",
          referenceId: 'two',
          httpHeaders: { 'Sforce-Call-Options': 'client=cosell-connector' },
        },
      ],
    });
  });

  it('repeats a composite call of which a required part failed for a while, and lets an optional part fail', async () => {
    const parts = (first: number): Answer =>
      status(200, {
        compositeResponse: [
          {
            referenceId: 'must',
            httpStatusCode: first,
            body: first === 200 ? ROW : [{ errorCode: 'QUERY_TIMEOUT', message: 'm' }],
          },
          { referenceId: 'may', httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED', message: 'no value' }] },
        ],
      });
    org = await fakeOrg(inTurn(parts(400), parts(200)));
    const rows = await org
      .connect()
      .queries({ must: { soql: 'SELECT Id FROM A' }, may: { soql: 'SELECT Id FROM B', optional: true } });
    expect(rows).toEqual({ must: ROW.records, may: null });
    expect(org.seen).toHaveLength(2);
  });

  it('follows a long result to its end', async () => {
    org = await fakeOrg(status(200, { totalSize: 2, done: true, records: [{ Id: 'second' }] }));
    const rows = await org.connect().allRows({
      totalSize: 2,
      done: false,
      nextRecordsUrl: '/services/data/v64.0/query/01g-2',
      records: [{ Id: 'first' }],
    });
    expect(rows.map((row) => row.Id)).toEqual(['first', 'second']);
    expect(org.seen[0]?.url).toBe('/services/data/v64.0/query/01g-2');
  });
});
