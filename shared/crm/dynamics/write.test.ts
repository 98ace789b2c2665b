import type { OpportunityWrite } from '../port.ts';
import { fakeService, guid, silent } from './testkit/fake-service.ts';
import { createWrite } from './write.ts';

const at = () => new Date('2026-11-20T17:00:00Z');
const change = (n: number, more: Partial<OpportunityWrite> = {}): OpportunityWrite => ({
  opportunityId: guid(n),
  values: { cosell_audit: `line ${n}` },
  answers: [],
  ...more,
});
const answer = { requestId: guid(9), status: 'done', message: 'Shared.', errorCode: null } as const;

describe('write', () => {
  it('patches every row as an operation of its own, marked as ours and never creating', async () => {
    const { send, calls } = fakeService(() => ({ status: 204 }));
    await createWrite(send, silent, at)([change(1, { answers: [answer] }), change(2, { ifVersion: 'W/"77"' })]);
    expect(calls).toEqual([
      [
        {
          method: 'PATCH',
          path: `opportunities(${guid(1)})?tag=cosell-connector`,
          headers: { 'If-Match': '*' },
          body: { cosell_audit: 'line 1' },
        },
        {
          method: 'PATCH',
          path: `cosell_requests(${guid(9)})?tag=cosell-connector`,
          headers: { 'If-Match': '*' },
          body: {
            cosell_status: 472210002,
            cosell_message: 'Shared.',
            cosell_errorcode: null,
            cosell_completedat: '2026-11-20T17:00:00.000Z',
          },
        },
        expect.objectContaining({ headers: { 'If-Match': 'W/"77"' } }),
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
    const outcomes = await createWrite(send, silent, at)([1, 2, 3, 4].map((n) => change(n)));
    expect(outcomes.map(({ error }) => error?.code ?? null)).toEqual([null, 'crm-conflict', null, 'crm-unavailable']);
  });

  it('refuses what it cannot write before anything is sent, and writes the others', async () => {
    const { send, calls } = fakeService(() => ({ status: 204 }));
    const outcomes = await createWrite(
      send,
      silent,
      at,
    )([
      change(1, { values: { 'transactioncurrencyid.isocurrencycode': 'EUR' } }),
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
    expect(outcomes[0]?.error?.field).toBe('transactioncurrencyid.isocurrencycode');
    expect(calls.flat()).toHaveLength(1);
  });

  it('leaves a request row alone that was deleted, but not one that it may not write', async () => {
    const outcomeOf = async (status: number) => {
      const { send } = fakeService(({ path }) => ({ status: path.startsWith('cosell_requests') ? status : 204 }));
      const [outcome] = await createWrite(send, silent, at)([change(1, { answers: [answer] })]);
      return outcome?.error?.code ?? null;
    };
    expect(await outcomeOf(404)).toBeNull();
    expect(await outcomeOf(403)).toBe('crm-forbidden');
  });

  it('keeps to a thousand operations in one call', async () => {
    const { send, calls } = fakeService(() => ({ status: 204 }));
    const many = Array.from({ length: 200 }, (_, n) => change(n, { answers: Array.from({ length: 5 }, () => answer) }));
    expect((await createWrite(send, silent, at)(many)).every(({ error }) => error === null)).toBe(true);
    expect(calls.map((operations) => operations.length)).toEqual([1000, 200]);
  });

  it('asks nothing for nothing', async () => {
    const { send, calls } = fakeService(() => ({ status: 204 }));
    expect(await createWrite(send, silent, at)([])).toEqual([]);
    expect(calls).toEqual([]);
  });
});
