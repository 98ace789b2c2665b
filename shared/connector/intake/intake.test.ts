import type { ChangeHint } from '../../crm/port.ts';
import { createIntake } from './intake.ts';

const at = '2026-11-20T10:00:00Z';

describe('createIntake', () => {
  it('sends what names its opportunity to the sync, and the rest to the look-up', async () => {
    const synced: unknown[] = [];
    const resolved: unknown[] = [];
    const intake = createIntake({
      sync: { add: (jobs) => Promise.resolve(void synced.push(...jobs)) },
      resolve: { add: (crm, hints) => Promise.resolve(void resolved.push(...hints.map(({ id }) => [crm, id]))) },
    });
    const hints: readonly ChangeHint[] = [
      { object: 'opportunity', id: '006A', opportunityId: '006A', changedAt: at },
      { object: 'request', id: 'a01', opportunityId: '006B', changedAt: at },
      { object: 'account', id: '001A', opportunityId: null, changedAt: at },
    ];
    await intake('salesforce', hints, true);
    expect(synced).toEqual([
      { crm: 'salesforce', opportunityId: '006A', urgent: true },
      { crm: 'salesforce', opportunityId: '006B', urgent: true },
    ]);
    expect(resolved).toEqual([['salesforce', '001A']]);
  });

  it('is not done before both are stored', async () => {
    const failing = createIntake({
      sync: { add: () => Promise.resolve() },
      resolve: { add: () => Promise.reject(new Error('not stored')) },
    });
    await expect(failing('salesforce', [], true)).rejects.toThrow('not stored');
  });
});
