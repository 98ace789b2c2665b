import { CosellError } from '../../core/errors/index.ts';
import { choiceToCrm } from '../../core/mapping/choices.ts';
import type { OpportunityWrite } from '../port.ts';
import type { Operation } from './batch-request.ts';
import { createColumnWriter } from './columns.ts';
import { createCurrencies } from './currencies.ts';
import { createRowReader } from './rows.ts';
import { createSchema } from './schema.ts';
import { fakeService, guid, ROOT, silent } from './testkit/fake-service.ts';
import { createWrite } from './write.ts';

const none = fakeService(() => ({ status: 200, body: { value: [] } }));
const reader = createRowReader(none.send, ROOT);
const columns = createColumnWriter(createSchema(reader), createCurrencies(reader));
const at = () => new Date('2026-11-20T17:00:00Z');
const change = (n: number, more: Partial<OpportunityWrite> = {}): OpportunityWrite => ({
  opportunityId: guid(n),
  values: { cosell_audit: `line ${n}` },
  answers: [],
  ...more,
});
const answer = { requestId: guid(9), status: 'done', message: 'Shared.', errorCode: null } as const;

describe('write', () => {
  it('patches rows marked as ours, never creating, an opportunity and its answers in one change set', async () => {
    const { send, items } = fakeService(() => ({ status: 204 }));
    await createWrite(
      send,
      columns,
      silent,
      at,
    )([
      change(1, { answers: [answer] }),
      change(2, { ifVersion: 'W/"77"' }),
      change(3, { values: {}, answers: [answer] }),
    ]);
    const answerPatch = {
      method: 'PATCH',
      path: `cosell_requests(${guid(9)})?tag=cosell-connector`,
      headers: { 'If-Match': '*' },
      body: {
        cosell_status: 472210002,
        cosell_message: 'Shared.',
        cosell_errorcode: null,
        cosell_completedat: '2026-11-20T17:00:00.000Z',
      },
    };
    expect(items).toEqual([
      [
        {
          changeSet: [
            {
              method: 'PATCH',
              path: `opportunities(${guid(1)})?tag=cosell-connector`,
              headers: { 'If-Match': '*' },
              body: { cosell_audit: 'line 1' },
            },
            answerPatch,
          ],
        },
        expect.objectContaining({ headers: { 'If-Match': 'W/"77"' } }),
        answerPatch,
      ],
    ]);
  });

  it('reports each record by itself, also one that failed without a body', async () => {
    const failing: Record<string, object> = {
      [guid(2)]: { status: 412 },
      [guid(3)]: { status: 204 },
      [guid(4)]: { status: 500 },
    };
    const { send } = fakeService(({ path }) => ({ status: 204, ...failing[/\((.*)\)/.exec(path)?.[1] ?? ''] }));
    const outcomes = await createWrite(send, columns, silent, at)([1, 2, 3, 4].map((n) => change(n)));
    expect(outcomes.map(({ error }) => error?.code ?? null)).toEqual([null, 'crm-conflict', null, 'crm-unavailable']);
  });

  it('refuses what it cannot write before anything is sent, and writes the others', async () => {
    const { send, calls } = fakeService(() => ({ status: 204 }));
    const outcomes = await createWrite(
      send,
      columns,
      silent,
      at,
    )([
      change(1, { values: { 'parentaccountid.name': 'Adatum' } }),
      change(2, { opportunityId: '006xx' }),
      change(3, { ifVersion: 'W/"1"\r\nX: y' }),
      change(4),
    ]);
    expect(outcomes.map(({ error }) => error?.code ?? null)).toEqual([
      'crm-rejected',
      'opportunity-not-found',
      'value-invalid',
      null,
    ]);
    expect(outcomes[0]?.error?.field).toBe('parentaccountid.name');
    expect(calls.flat()).toHaveLength(1);
  });

  const statusBySet = (opportunity: number, request: number) =>
    fakeService(({ path }) => ({ status: path.startsWith('cosell_requests') ? request : opportunity }));
  const idsAndStatus = (calls: readonly (readonly Operation[])[]) =>
    calls.map((operations) => operations.map(({ path, body }) => [path.split('(')[0], body?.cosell_status]));

  it('writes an opportunity whose request row was deleted, but tells of one that it may not write', async () => {
    const gone = statusBySet(204, 404);
    const [outcome] = await createWrite(gone.send, columns, silent, at)([change(1, { answers: [answer] })]);
    expect(outcome?.error).toBeNull();
    expect(idsAndStatus(gone.calls).slice(1)).toEqual([
      [['opportunities', undefined]],
      [['cosell_requests', choiceToCrm('dynamics', 'requestStatus', 'done')]],
    ]);
    const forbidden = statusBySet(204, 403);
    const [refused] = await createWrite(forbidden.send, columns, silent, at)([change(1, { answers: [answer] })]);
    expect(refused?.error?.code).toBe('crm-forbidden');
  });

  it.each([400, 404])(
    'answers as failed, with the reason, what was asked of an opportunity that ends with %i',
    async (status) => {
      const { send, calls } = statusBySet(status, 204);
      const notAllowed = { ...answer, status: 'failed', message: 'You may not.', errorCode: 'not-permitted' } as const;
      const [outcome] = await createWrite(send, columns, silent, at)([change(1, { answers: [answer, notAllowed] })]);
      const error = outcome?.error;
      expect(error?.code).toBe(status === 400 ? 'crm-rejected' : 'opportunity-not-found');
      expect(calls.at(-1)?.map(({ body }) => [body?.cosell_message, body?.cosell_errorcode])).toEqual([
        [`${error?.message} ${error?.cure}`, error?.code],
        ['You may not.', 'not-permitted'],
      ]);
      expect(calls).toHaveLength(status === 400 ? 2 : 3);
    },
  );

  it('answers as failed in the same call what was asked of an opportunity that cannot be sent', async () => {
    const { send, calls } = statusBySet(204, 204);
    const lookup = { 'parentaccountid.name': 'x' };
    await createWrite(send, columns, silent, at)([change(1, { values: lookup, answers: [answer] }), change(2)]);
    expect(idsAndStatus(calls)).toEqual([
      [
        ['cosell_requests', choiceToCrm('dynamics', 'requestStatus', 'failed')],
        ['opportunities', undefined],
      ],
    ]);
  });

  it('keeps what was written when a later call fails as a whole', async () => {
    const { send } = statusBySet(400, 204);
    let calls = 0;
    const failing: typeof send = (items) => {
      calls += 1;
      if (calls === 1) return send(items);
      return Promise.reject(new CosellError('crm-unavailable', { message: 'Down.', cure: 'Wait.' }));
    };
    const outcomes = await createWrite(failing, columns, silent, at)([change(1, { answers: [answer] })]);
    expect(outcomes[0]?.error?.code).toBe('crm-rejected');
  });

  it('keeps to a thousand operations in one call', async () => {
    const { send, calls } = fakeService(() => ({ status: 204 }));
    const many = Array.from({ length: 200 }, (_, n) => change(n, { answers: Array.from({ length: 5 }, () => answer) }));
    expect((await createWrite(send, columns, silent, at)(many)).every(({ error }) => error === null)).toBe(true);
    expect(calls.map((operations) => operations.length)).toEqual([996, 204]);
  });

  it('asks nothing for nothing', async () => {
    const { send, calls } = fakeService(() => ({ status: 204 }));
    expect(await createWrite(send, columns, silent, at)([])).toEqual([]);
    expect(calls).toEqual([]);
  });
});
