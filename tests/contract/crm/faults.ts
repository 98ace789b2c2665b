import { callsOf, failureOf } from './helpers.ts';
import type { CrmWorld } from './world.ts';

/** The outside world misbehaves: what heals by itself heals within few calls; the rest has a code and a cure. */
export function describeFaults(world: () => CrmWorld): void {
  describe('faults', () => {
    const seedOne = async (): Promise<string> => (await world().createOpportunities([{ name: 'Faulty' }]))[0] ?? '';
    const writeAudit = (opportunityId: string, audit: string) =>
      world().port.write([{ opportunityId, values: { [world().fields.audit]: audit }, answers: [] }]);

    it('signs in again when the token expired, and replays a read and a write once', async () => {
      const w = world();
      const id = await seedOne();
      await w.expireTokens();
      const reads = await callsOf(w, () => w.port.readOpportunities([id]));
      expect(reads.map((c) => c.status)).toEqual([401, 200]);
      await w.expireTokens();
      const writes = await callsOf(w, async () =>
        expect(await writeAudit(id, 'fresh')).toEqual([{ opportunityId: id, error: null }]),
      );
      expect(writes).toHaveLength(2);
    });

    it('shares one sign-in among calls that run at once', async () => {
      const w = world();
      const id = await seedOne();
      await w.expireTokens();
      const reads = await Promise.all(Array.from({ length: 5 }, () => w.port.readOpportunities([id])));
      expect(reads.every((read) => read.opportunities.length === 1)).toBe(true);
    });

    it.each([429, 503])('repeats a read and a write after %i with Retry-After', async (status) => {
      const w = world();
      const id = await seedOne();
      for (const [path, act] of [
        [w.readPath, () => w.port.readOpportunities([id])],
        [w.writePath, () => writeAudit(id, `after ${status}`)],
      ] as const) {
        await w.addFault({ match: { path }, times: 1, respond: { status, headers: { 'Retry-After': '1' }, body: {} } });
        const started = Date.now();
        const calls = await callsOf(w, act);
        expect(calls.map((c) => c.status)).toEqual([status, 200]);
        expect(Date.now() - started).toBeGreaterThanOrEqual(1000);
      }
      expect((await w.readOpportunity(id, [w.fields.audit]))[w.fields.audit]).toBe(`after ${status}`);
    });

    it('writes again when the answer to a write was lost, with the same result', async () => {
      const w = world();
      const id = await seedOne();
      await w.addFault({ match: { path: w.writePath }, times: 1, drop: true });
      const calls = await callsOf(w, async () =>
        expect(await writeAudit(id, 'once')).toEqual([{ opportunityId: id, error: null }]),
      );
      expect(calls).toHaveLength(2);
      expect((await w.readOpportunity(id, [w.fields.audit]))[w.fields.audit]).toBe('once');
    });

    it('gives up on a CRM that stays down after a few tries, with a code, a cure and the chance to retry', async () => {
      const w = world();
      const id = await seedOne();
      await w.addFault({ match: { path: w.readPath }, times: 50, respond: { status: 503, body: {} } });
      await w.clearCalls();
      const failure = await failureOf(() => w.port.readOpportunities([id]));
      expect(failure).toMatchObject({ code: 'crm-unavailable', retryable: true });
      expect(failure.cure).toBeTruthy();
      expect((await w.calls()).length).toBeLessThanOrEqual(4);
    });

    it('does not sit out a long Retry-After but hands it to the caller', async () => {
      const w = world();
      const id = await seedOne();
      await w.addFault({
        match: { path: w.writePath },
        times: 50,
        respond: { status: 429, headers: { 'Retry-After': '300' }, body: {} },
      });
      const failure = await failureOf(() => writeAudit(id, 'later'));
      expect(failure).toMatchObject({ code: 'crm-throttled', retryAfterSeconds: 300 });
    });

    it('bounds every call in time', async () => {
      const w = world();
      const id = await seedOne();
      const hasty = w.anotherPort({ timeoutMs: 1000 });
      await hasty.readOpportunities([id]);
      await w.addFault({ match: { path: w.readPath }, times: 50, delayMs: 1_500 });
      expect((await failureOf(() => hasty.readOpportunities([id]))).code).toBe('crm-unavailable');
    });

    it('says crm-sign-in with a cure when the credentials are wrong', async () => {
      const id = await seedOne();
      const failure = await failureOf(() => world().anotherPort({ clientSecret: 'wrong' }).readOpportunities([id]));
      expect(failure).toMatchObject({ code: 'crm-sign-in', whoActs: 'admin' });
      expect(failure.cure).toBeTruthy();
      expect(`${failure.message}${failure.cure}`).not.toContain('wrong');
    });
  });
}
