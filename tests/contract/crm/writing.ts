import { callsOf } from './helpers.ts';
import type { CrmWorld } from './world.ts';

/** Batched writes: values, answers, and that a bad record fails alone. */
export function describeWriting(world: () => CrmWorld): void {
  describe('write', () => {
    it('writes values and answers a request in one call', async () => {
      const w = world();
      const [id = ''] = await w.createOpportunities([{ name: 'Answered' }]);
      const requestId = await w.createRequest('seller', id, 'sync');
      const audit = '2026-11-20 17:00 - Referral created ✔\n2026-11-20 16:59 - 送信 "…"';
      const calls = await callsOf(w, async () => {
        const outcomes = await w.port.write([
          {
            opportunityId: id,
            values: {
              [w.fields.audit]: audit,
              [w.fields.lastSync]: '2026-11-20T17:00:00Z',
              [w.fields.referralId]: `ref-${id}`,
            },
            answers: [{ requestId, status: 'done', message: 'Shared with Microsoft.', errorCode: null }],
          },
        ]);
        expect(outcomes).toEqual([{ opportunityId: id, error: null }]);
      });
      expect(calls).toHaveLength(1);
      const [written] = (await w.port.readOpportunities([id])).opportunities;
      expect(written?.values).toMatchObject({ [w.fields.audit]: audit, [w.fields.referralId]: `ref-${id}` });
      expect(new Date(String(written?.values[w.fields.lastSync])).toISOString()).toBe('2026-11-20T17:00:00.000Z');
      const row = await w.readRequest(requestId);
      expect(row).toMatchObject({ status: 'done', message: 'Shared with Microsoft.', errorCode: null });
      expect(row.completedAt).not.toBeNull();
      expect((await w.port.readOpportunities([id])).requests).toEqual([]);
    });

    it('answers with failed and an error code, and leaves "working" uncompleted', async () => {
      const w = world();
      const [id = ''] = await w.createOpportunities([{ name: 'Refused' }]);
      const failed = await w.createRequest('seller', id, 'sync');
      const working = await w.createRequest('seller', id, 'sync');
      await w.port.write([
        {
          opportunityId: id,
          values: {},
          answers: [
            { requestId: failed, status: 'failed', message: 'The country is missing.', errorCode: 'not-ready' },
            { requestId: working, status: 'working', message: 'Sending.', errorCode: null },
          ],
        },
      ]);
      expect(await w.readRequest(failed)).toMatchObject({
        status: 'failed',
        errorCode: 'not-ready',
        message: 'The country is missing.',
      });
      expect(await w.readRequest(working)).toMatchObject({ status: 'working', completedAt: null });
    });

    it('lets one bad record of 200 fail alone, in one call, and says why', async () => {
      const w = world();
      const ids = await w.createOpportunities(Array.from({ length: 200 }, (_, i) => ({ name: `Written ${i}` })));
      const bad = 123;
      const calls = await callsOf(w, async () => {
        const outcomes = await w.port.write(
          ids.map((opportunityId, i) => ({
            opportunityId,
            values: {
              [w.fields.audit]: `line ${i}`,
              [w.fields.microsoftCrmId]: i === bad ? 'x'.repeat(101) : `crm-${i}`,
            },
            answers: [],
          })),
        );
        expect(outcomes.map((o) => o.opportunityId)).toEqual(ids);
        expect(outcomes.filter((o) => o.error !== null)).toHaveLength(1);
        expect(outcomes[bad]?.error).toMatchObject({ code: 'crm-rejected', field: w.fields.microsoftCrmId });
        expect(outcomes[bad]?.error?.cure).toBeTruthy();
      });
      expect(calls).toHaveLength(1);
      const read = await w.port.readOpportunities(ids);
      const audits = new Map(read.opportunities.map((o) => [o.id, o.values[w.fields.audit]]));
      expect(ids.filter((id, i) => audits.get(id) === `line ${i}`)).toHaveLength(199);
      expect(audits.get(ids[bad] ?? '')).toBeNull();
    });

    it('answers no request as done whose opportunity the CRM refused, and says why', async () => {
      const w = world();
      const [bad = '', good = ''] = await w.createOpportunities([{ name: 'Too long' }, { name: 'Fits' }]);
      const [ofBad, ofGood] = [
        await w.createRequest('seller', bad, 'sync'),
        await w.createRequest('seller', good, 'sync'),
      ];
      const done = (requestId: string) => ({ requestId, status: 'done', message: 'Shared.', errorCode: null }) as const;
      const calls = await callsOf(w, async () => {
        const outcomes = await w.port.write([
          { opportunityId: bad, values: { [w.fields.microsoftCrmId]: 'x'.repeat(101) }, answers: [done(ofBad)] },
          { opportunityId: good, values: { [w.fields.microsoftCrmId]: 'x' }, answers: [done(ofGood)] },
        ]);
        expect(outcomes.map(({ error }) => error?.code ?? null)).toEqual(['crm-rejected', null]);
        const reason = `${outcomes[0]?.error?.message} ${outcomes[0]?.error?.cure}`;
        expect(await w.readRequest(ofBad)).toMatchObject({
          status: 'failed',
          message: reason,
          errorCode: 'crm-rejected',
          completedAt: expect.any(String) as string,
        });
        expect(await w.readRequest(ofGood)).toMatchObject({ status: 'done', message: 'Shared.', errorCode: null });
      });
      expect(calls.filter(({ path }) => path.includes(w.writePath))).toHaveLength(2);
    });

    it('answers the request of a locked opportunity as failed too', async () => {
      const w = world();
      const [id = ''] = await w.createOpportunities([{ name: 'Locked' }]);
      const requestId = await w.createRequest('seller', id, 'sync');
      await w.lock(id);
      const answers = [{ requestId, status: 'done', message: 'Shared.', errorCode: null }] as const;
      const [outcome] = await w.port.write([{ opportunityId: id, values: { [w.fields.audit]: 'x' }, answers }]);
      expect(outcome?.error?.code).toBe('crm-record-locked');
      expect(await w.readRequest(requestId)).toMatchObject({ status: 'failed', errorCode: 'crm-record-locked' });
    });

    it('still writes 200 opportunities and 200 answers in one call', async () => {
      const w = world();
      const ids = await w.createOpportunities(Array.from({ length: 200 }, (_, i) => ({ name: `Both ${i}` })));
      const first = await w.createRequest('seller', ids[0] ?? '', 'sync');
      const last = await w.createRequest('seller', ids[199] ?? '', 'sync');
      const answersOf = (i: number): string[] => (i === 0 ? [first] : i === 199 ? [last] : []);
      const calls = await callsOf(w, async () => {
        const outcomes = await w.port.write(
          ids.map((opportunityId, i) => ({
            opportunityId,
            values: { [w.fields.audit]: 'both' },
            answers: answersOf(i).map(
              (requestId) => ({ requestId, status: 'done', message: 'Done.', errorCode: null }) as const,
            ),
          })),
        );
        expect(outcomes.every((o) => o.error === null)).toBe(true);
      });
      expect(calls).toHaveLength(1);
      expect((await w.readRequest(last)).status).toBe('done');
    });

    it('clears a field with null', async () => {
      const w = world();
      const [id = ''] = await w.createOpportunities([{ name: 'Cleared', description: 'before' }]);
      await w.port.write([{ opportunityId: id, values: { [w.paths.description]: null }, answers: [] }]);
      expect((await w.port.readOpportunities([id])).opportunities[0]?.values[w.paths.description]).toBeNull();
    });

    it('says opportunity-not-found for a deleted one, and writes the others', async () => {
      const w = world();
      const [gone = '', there = ''] = await w.createOpportunities([{ name: 'Gone' }, { name: 'There' }]);
      await w.deleteOpportunity(gone);
      const outcomes = await w.port.write([
        { opportunityId: gone, values: { [w.fields.audit]: 'x' }, answers: [] },
        { opportunityId: there, values: { [w.fields.audit]: 'x' }, answers: [] },
      ]);
      expect(outcomes[0]?.error?.code).toBe('opportunity-not-found');
      expect(outcomes[1]).toEqual({ opportunityId: there, error: null });
    });

    it('does nothing for nothing', async () => {
      const calls = await callsOf(world(), async () => {
        expect(await world().port.write([])).toEqual([]);
      });
      expect(calls).toEqual([]);
    });

    it('refuses a stale version where the CRM compares versions, and writes where it cannot', async () => {
      const w = world();
      const [id = ''] = await w.createOpportunities([{ name: 'Versioned' }]);
      const version = (await w.port.readOpportunities([id])).opportunities[0]?.version ?? '';
      await w.updateOpportunity(id, { [w.paths.description]: 'a newer edit' });
      const [outcome] = await w.port.write([
        { opportunityId: id, values: { [w.fields.audit]: 'stale' }, ifVersion: version, answers: [] },
      ]);
      expect(outcome?.error?.code ?? null).toBe(w.checksVersions ? 'crm-conflict' : null);
    });
  });
}
