import { drain, unique } from './helpers.ts';
import type { CrmWorld } from './world.ts';

/** The net under the events: everything relevant since a cursor, page by page. */
export function describeCatchUp(world: () => CrmWorld): void {
  describe('catchUp', () => {
    it('brings every opportunity with sync on from the beginning, none without, over several pages', async () => {
      const w = world();
      const on = await w.createOpportunities(
        Array.from({ length: 2_100 }, (_, i) => ({ name: `On ${i}`, sync: true })),
      );
      const off = await w.createOpportunities([{ name: 'Off', sync: false }]);
      const { hints, cursors } = await drain(w.port.catchUp(null));
      const seen = new Set(hints.map((h) => h.opportunityId));
      expect(on.filter((id) => !seen.has(id))).toEqual([]);
      expect(seen.has(off[0] ?? '')).toBe(false);
      expect(cursors.length).toBeGreaterThan(1);
    });

    it('goes on from any page without losing a record of the same instant', async () => {
      const w = world();
      const ids = await w.createOpportunities(
        Array.from({ length: 2_100 }, (_, i) => ({ name: `Same ${i}`, sync: true })),
      );
      const seen = new Set<string | null>();
      let cursor: string | null = null;
      for await (const page of w.port.catchUp(null)) {
        page.hints.forEach((h) => seen.add(h.opportunityId));
        cursor = page.cursor;
        break;
      }
      (await drain(w.port.catchUp(cursor))).hints.forEach((h) => seen.add(h.opportunityId));
      expect(ids.filter((id) => !seen.has(id))).toEqual([]);
    });

    it('brings what changed since the cursor: the opportunity, its account, a queued request', async () => {
      const w = world();
      const accountId = await w.createAccount({ name: unique('Moving'), country: 'FR' });
      const [byAccount = '', byItself = '', byRequest = ''] = await w.createOpportunities([
        { name: 'By account', sync: true, accountId },
        { name: 'By itself', sync: true },
        { name: 'By request' },
      ]);
      const { cursor } = await drain(w.port.catchUp(null));
      await w.updateAccount(accountId, { country: 'BE' });
      await w.updateOpportunity(byItself, { [w.paths.name]: 'Changed' });
      await w.createRequest('seller', byRequest, 'sync');
      const later = await drain(w.port.catchUp(cursor));
      const seen = later.hints.map((h) => h.opportunityId);
      expect(seen).toEqual(expect.arrayContaining([byAccount, byItself, byRequest]));
      const latest = await drain(w.port.catchUp(later.cursor));
      expect(latest.cursor).not.toBeNull();
    });

    it('names a broken cursor instead of starting over silently', async () => {
      await expect(drain(world().port.catchUp('not a cursor'))).rejects.toMatchObject({ code: 'value-invalid' });
    });
  });
}
