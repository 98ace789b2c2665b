import { callsOf, unique } from './helpers.ts';
import type { CrmWorld } from './world.ts';

/** Batched reads: completeness, canonical values, people, requests and edit rights. */
export function describeReading(world: () => CrmWorld): void {
  describe('readOpportunities', () => {
    it('reads one opportunity with its account in one call', async () => {
      const w = world();
      const accountId = await w.createAccount({ name: unique('Fabrikam'), country: 'DE' });
      const [id = ''] = await w.createOpportunities([{ name: 'One deal', amount: '50000', accountId }]);
      const calls = await callsOf(w, async () => {
        const read = await w.port.readOpportunities([id]);
        expect(read.missing).toEqual([]);
        expect(read.opportunities).toHaveLength(1);
        expect(read.opportunities[0]).toMatchObject({
          id,
          values: { [w.paths.name]: 'One deal', [w.paths.accountCountry]: 'DE' },
        });
        expect(read.opportunities[0]?.version).not.toBe('');
        expect(read.opportunities[0]?.modifiedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
      });
      expect(calls).toHaveLength(1);
    });

    it('reads 200 opportunities in one call and says which of the asked are gone', async () => {
      const w = world();
      const ids = await w.createOpportunities(
        Array.from({ length: 200 }, (_, i) => ({ name: `Bulk ${i}`, amount: String(i) })),
      );
      const gone = ids[77] ?? '';
      await w.deleteOpportunity(gone);
      const calls = await callsOf(w, async () => {
        const read = await w.port.readOpportunities(ids);
        expect(read.missing).toEqual([gone]);
        expect(new Set(read.opportunities.map((o) => o.id))).toEqual(new Set(ids.filter((id) => id !== gone)));
      });
      expect(calls).toHaveLength(1);
    });

    it('asks nothing of the CRM for no ids', async () => {
      const calls = await callsOf(world(), async () => {
        expect(await world().port.readOpportunities([])).toEqual({ opportunities: [], missing: [], requests: [] });
      });
      expect(calls).toEqual([]);
    });

    it.each(['0.3', '1234567.89', '50000', '999999999999', '0.07', '0'])(
      'reads the amount %s exactly',
      async (amount) => {
        const w = world();
        const [id = ''] = await w.createOpportunities([{ name: 'Exact', amount }]);
        expect((await w.port.readOpportunities([id])).opportunities[0]?.values[w.paths.amount]).toBe(amount);
      },
    );

    it.each(['2024-02-29', '2026-01-01', '2026-12-31'])(
      'reads the close date %s as that very day',
      async (closeDate) => {
        const w = world();
        const [id = ''] = await w.createOpportunities([{ name: 'Dated', closeDate }]);
        expect((await w.port.readOpportunities([id])).opportunities[0]?.values[w.paths.closeDate]).toBe(closeDate);
      },
    );

    it('reads text unharmed and empty fields as null', async () => {
      const w = world();
      const description = `日本語 · עברית · "quotes" 'and' <tags> & 100% + \\ back\nline ${'long '.repeat(300)}end`;
      const [full = '', empty = ''] = await w.createOpportunities([
        { name: "O'Reilly & Söhne 株式会社", description },
        { name: 'Bare' },
      ]);
      const read = await w.port.readOpportunities([full, empty]);
      const byId = new Map(read.opportunities.map((o) => [o.id, o.values]));
      expect(byId.get(full)).toMatchObject({
        [w.paths.name]: "O'Reilly & Söhne 株式会社",
        [w.paths.description]: description,
      });
      expect(byId.get(empty)).toMatchObject({ [w.paths.description]: null, [w.paths.accountName]: null });
    });

    it('reads a checkbox as a boolean', async () => {
      const w = world();
      const [on = '', off = ''] = await w.createOpportunities([
        { name: 'On', sync: true },
        { name: 'Off', sync: false },
      ]);
      const byId = new Map(
        (await w.port.readOpportunities([on, off])).opportunities.map((o) => [o.id, o.values[w.fields.sync]]),
      );
      expect(byId.get(on)).toBe(true);
      expect(byId.get(off)).toBe(false);
    });

    it('brings the customer contacts with the primary one first, and the owner in the team', async () => {
      const w = world();
      const accountId = await w.createAccount({ name: unique('Contoso'), country: 'US' });
      const zoe = await w.createContact({
        firstName: 'Zoë',
        lastName: 'Primary',
        email: 'zoe@example.com',
        phone: '+1 555 0100',
        accountId,
      });
      const adam = await w.createContact({
        firstName: 'Adam',
        lastName: 'Second',
        email: 'adam@example.com',
        accountId,
      });
      const [id = ''] = await w.createOpportunities([{ name: 'People', accountId, contactIds: [zoe] }]);
      await w.addContact(id, adam);
      const [opportunity] = (await w.port.readOpportunities([id])).opportunities;
      expect(opportunity?.contacts).toEqual([
        { firstName: 'Zoë', lastName: 'Primary', email: 'zoe@example.com', phone: '+1 555 0100' },
        { firstName: 'Adam', lastName: 'Second', email: 'adam@example.com', phone: null },
      ]);
      expect(opportunity?.team[0]?.email).toMatch(/@/);
    });

    it('brings queued requests, oldest first, with what their makers may do, in at most two calls', async () => {
      const w = world();
      const [id = '', other = ''] = await w.createOpportunities([{ name: 'Asked' }, { name: 'Not asked' }]);
      const bySeller = await w.createRequest('seller', id, 'sync');
      const byStranger = await w.createRequest('stranger', id, 'decline', 'Not ours');
      const calls = await callsOf(w, async () => {
        const read = await w.port.readOpportunities([id, other]);
        expect(read.requests).toHaveLength(2);
        expect(read.requests.map((r) => r.id)).toEqual([bySeller, byStranger]);
        expect(read.requests[0]).toMatchObject({ opportunityId: id, action: 'sync', reason: null, mayEdit: true });
        expect(read.requests[1]).toMatchObject({
          opportunityId: id,
          action: 'decline',
          reason: 'Not ours',
          mayEdit: false,
        });
      });
      expect(calls.length).toBeLessThanOrEqual(2);
    });
  });
}
