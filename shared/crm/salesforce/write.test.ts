import { SchemaCache } from './schema.ts';
import { type FakeOrg, fakeOrg, json } from './testkit/fake-org.ts';
import { writeOpportunities } from './write.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined };

const DESCRIPTION = {
  name: 'Opportunity',
  queryable: true,
  updateable: true,
  fields: [
    { name: 'Amount', type: 'currency', updateable: true, relationshipName: null, referenceTo: [] },
    { name: 'Audit__c', type: 'textarea', updateable: true, relationshipName: null, referenceTo: [] },
  ],
  childRelationships: [],
};

interface Sent {
  readonly attributes: { readonly type: string };
  readonly Id: string;
  readonly [field: string]: unknown;
}

const idOf = (i: number) => `006${String(i).padStart(12, '0')}AAA`;
const requestIdOf = (i: number) => `a00${String(i).padStart(12, '0')}AAA`;

describe('writeOpportunities', () => {
  let org: FakeOrg;
  /** Calls of the write itself: the records of each collection. */
  let calls: Sent[][][];
  afterEach(() => org.close());

  /** `refuse` says why a record is refused, given how many calls went before. */
  async function writer(refuse: (record: Sent, call: number) => string | null = () => null) {
    calls = [];
    org = await fakeOrg((request, response) => {
      if (request.method === 'GET') return json(response, 200, DESCRIPTION);
      const body = JSON.parse(request.body) as {
        records?: Sent[];
        compositeRequest?: { referenceId: string; body: { records: Sent[] } }[];
      };
      const call = calls.length;
      const save = (records: Sent[]) =>
        records.map((record) => {
          const statusCode = refuse(record, call);
          return {
            id: record.Id,
            success: statusCode === null,
            errors: statusCode === null ? [] : [{ statusCode, message: 'm', fields: [] }],
          };
        });
      calls.push(body.records ? [body.records] : (body.compositeRequest ?? []).map((part) => part.body.records));
      if (body.records) return json(response, 200, save(body.records));
      return json(response, 200, {
        compositeResponse: (body.compositeRequest ?? []).map((part) => ({
          referenceId: part.referenceId,
          httpStatusCode: 200,
          body: save(part.body.records),
        })),
      });
    });
    const connection = org.connect();
    const schemas = new SchemaCache(connection, []);
    return (batch: Parameters<typeof writeOpportunities>[2]) => writeOpportunities(connection, schemas, batch, silent);
  }

  const answered = (i: number) =>
    ({ requestId: requestIdOf(i), status: 'done', message: 'Done.', errorCode: null }) as const;

  it('groups records by object, so that 200 of them change object once', async () => {
    const write = await writer();
    await write(
      Array.from({ length: 100 }, (_, i) => ({
        opportunityId: idOf(i),
        values: { Audit__c: 'x' },
        answers: [answered(i)],
      })),
    );
    expect(calls).toHaveLength(1);
    const types = calls[0]?.[0]?.map((record) => record.attributes.type) ?? [];
    expect(types).toEqual([
      ...Array<string>(100).fill('Opportunity'),
      ...Array<string>(100).fill('Partner_Center_Request__c'),
    ]);
  });

  it('puts more than 200 records into collections of one call', async () => {
    const write = await writer((record) => (record.Id === requestIdOf(150) ? 'INSUFFICIENT_ACCESS_OR_READONLY' : null));
    const outcomes = await write(
      Array.from({ length: 200 }, (_, i) => ({
        opportunityId: idOf(i),
        values: { Audit__c: 'x' },
        answers: [answered(i)],
      })),
    );
    expect(calls.map((parts) => parts.map((records) => records.length))).toEqual([[200, 200]]);
    expect(outcomes.flatMap((outcome, i) => (outcome.error ? [[i, outcome.error.code]] : []))).toEqual([
      [150, 'crm-forbidden'],
    ]);
  });

  it('splits what would be too long for one call', async () => {
    const write = await writer();
    const audit = 'x'.repeat(100_000);
    const outcomes = await write(
      Array.from({ length: 120 }, (_, i) => ({ opportunityId: idOf(i), values: { Audit__c: audit }, answers: [] })),
    );
    expect(calls.map((parts) => parts.map((records) => records.length))).toEqual([[49], [49], [22]]);
    expect(outcomes.every(({ error }) => error === null)).toBe(true);
  });

  it('tries only locked records again, and at most twice', async () => {
    const write = await writer((record, call) =>
      record.Id === idOf(1) ? 'UNABLE_TO_LOCK_ROW' : record.Id === idOf(2) && call === 0 ? 'UNABLE_TO_LOCK_ROW' : null,
    );
    const outcomes = await write(
      [0, 1, 2].map((i) => ({ opportunityId: idOf(i), values: { Audit__c: 'x' }, answers: [] })),
    );
    expect(calls.map(([records]) => records?.map((record) => record.Id))).toEqual([
      [idOf(0), idOf(1), idOf(2)],
      [idOf(1), idOf(2)],
      [idOf(1)],
    ]);
    expect(outcomes.map((outcome) => outcome.error?.code ?? null)).toEqual([null, 'crm-record-locked', null]);
  });

  it('writes numbers as numbers, and lets a number that cannot be said fail alone', async () => {
    const write = await writer();
    const outcomes = await write([
      { opportunityId: idOf(0), values: { Amount: '0.3' }, answers: [] },
      { opportunityId: idOf(1), values: { Amount: '12345678901234567.89' }, answers: [answered(1)] },
    ]);
    expect(calls[0]?.[0]).toMatchObject([
      { Id: idOf(0), Amount: 0.3 },
      { Id: requestIdOf(1), Status__c: 'failed', Error_Code__c: 'value-invalid' },
    ]);
    expect(outcomes.map((outcome) => outcome.error?.code ?? null)).toEqual([null, 'value-invalid']);
  });

  it('forgives an answer to a request row that is gone', async () => {
    const write = await writer(() => 'ENTITY_IS_DELETED');
    expect(await write([{ opportunityId: idOf(0), values: {}, answers: [answered(0)] }])).toEqual([
      { opportunityId: idOf(0), error: null },
    ]);
  });

  it('takes back, in one more call, what was answered as done for an opportunity that was refused', async () => {
    const write = await writer((record) => (record.Id === idOf(1) ? 'STRING_TOO_LONG' : null));
    const working = { requestId: requestIdOf(9), status: 'working', message: 'Sending.', errorCode: null } as const;
    const outcomes = await write(
      [0, 1].map((i) => ({
        opportunityId: idOf(i),
        values: { Audit__c: 'x' },
        answers: [answered(i), ...(i === 1 ? [working] : [])],
      })),
    );
    const error = outcomes[1]?.error;
    expect(error?.code).toBe('crm-rejected');
    expect(calls).toHaveLength(2);
    expect(calls[1]).toEqual([
      [
        expect.objectContaining({
          Id: requestIdOf(1),
          Status__c: 'failed',
          Message__c: `${error?.message} ${error?.cure}`,
          Error_Code__c: 'crm-rejected',
        }),
      ],
    ]);
  });

  it('cuts a message to the length of its field', async () => {
    const write = await writer();
    await write([{ opportunityId: idOf(0), values: {}, answers: [{ ...answered(0), message: 'm'.repeat(3000) }] }]);
    const message = calls[0]?.[0]?.[0]?.Message__c;
    expect(message).toHaveLength(2000);
    expect(message).toMatch(/m…$/);
  });
});
