import { callsOf, drain, failureOf, HintCollector } from './helpers.ts';
import type { CrmWorld } from './world.ts';

const FIRST = { key: 'default', details: '{"state":"ok"}', lastSeenAt: '2026-11-20T10:10:00.000Z' };
const SECOND = { key: 'default', details: `{"more":"${'x'.repeat(60_000)}"}`, lastSeenAt: '2026-11-20T10:25:00.000Z' };

/** What the sections read of the connection. */
export function describePublishing(world: () => CrmWorld): void {
  describe('publishConnection', () => {
    it('makes the one row and writes it from then on, in one call each, for everybody to read', async () => {
      const w = world();
      expect(await callsOf(w, () => w.port.publishConnection(FIRST))).toHaveLength(1);
      expect(await w.readConnections('seller')).toEqual([FIRST]);
      expect(await callsOf(w, () => w.port.publishConnection(SECOND))).toHaveLength(1);
      expect(await w.readConnections('seller')).toEqual([SECOND]);
    });

    it('is no news: neither the stream nor the catch-up tells of it', async () => {
      const w = world();
      const [id = ''] = await w.createOpportunities([{ name: 'Beside the connection', sync: true }]);
      const { cursor } = await drain(w.port.catchUp(null));
      const collected = new HintCollector();
      const listening = await w.listen(null, collected.handlers);
      try {
        await w.port.publishConnection(FIRST);
        await w.updateOpportunity(id, { [w.paths.name]: 'After the connection' });
        await collected.waitFor(id);
        expect([...new Set(collected.hints.map((hint) => hint.opportunityId))]).toEqual([id]);
        expect([...new Set(collected.hints.map((hint) => hint.object))]).toEqual(['opportunity']);
      } finally {
        await listening.stop();
      }
      const caughtUp = async () => (await drain(w.port.catchUp(cursor))).hints.map((hint) => hint.id).sort();
      const before = await caughtUp();
      await w.port.publishConnection(SECOND);
      expect(await caughtUp()).toEqual(before);
    });

    it('says why it could not be written', async () => {
      const w = world();
      await w.addFault({ match: {}, times: 20, respond: { status: 403, body: {} } });
      expect((await failureOf(() => w.port.publishConnection(FIRST))).code).toBe('crm-forbidden');
    });
  });
}
