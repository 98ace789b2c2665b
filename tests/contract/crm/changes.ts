import { drain, HintCollector, unique } from './helpers.ts';
import type { CrmWorld } from './world.ts';

/** What a connector hears that starts again: from its stored position, or where the CRM pushes, by catching up. */
async function meanwhile(world: CrmWorld, position: string | null, cursor: string | null, until: string) {
  if (world.delivery === 'webhook') {
    const { hints } = await drain(world.port.catchUp(cursor));
    return { caught: hints.map((hint) => hint.opportunityId), position: position === null ? 'webhook' : 'unexpected' };
  }
  const again = new HintCollector();
  const restarted = await world.listen(position, again.handlers);
  await again.waitFor(until);
  await restarted.stop();
  return { caught: again.hints.map((hint) => hint.opportunityId), position: position === null ? 'missing' : 'watch' };
}

/** Delivery of changes: users' edits arrive, our own writes don't, a restart loses nothing. */
export function describeChanges(world: () => CrmWorld): void {
  describe('changes', () => {
    it('tells of created, edited and asked-for opportunities', async () => {
      const w = world();
      const collected = new HintCollector();
      const listening = await w.listen(null, collected.handlers);
      try {
        const [id = '', asked = ''] = await w.createOpportunities([{ name: 'Made' }, { name: 'Asked' }]);
        await collected.waitFor(id);
        await collected.waitFor(asked);
        collected.hints.length = 0;
        await w.updateOpportunity(id, { [w.paths.name]: 'Renamed' });
        await collected.waitFor(id);
        expect(collected.hints[0]?.changedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
        collected.hints.length = 0;
        await w.createRequest('seller', asked, 'sync');
        await collected.waitFor(asked);
        expect(collected.hints.map((h) => h.object)).toContain('request');
      } finally {
        await listening.stop();
      }
    });

    it('tells of an edit by the integration user too, made by hand', async () => {
      const w = world();
      const [id = ''] = await w.createOpportunities([{ name: 'By hand' }]);
      const collected = new HintCollector();
      const listening = await w.listen(null, collected.handlers);
      try {
        await w.updateOpportunity(id, { [w.paths.name]: 'By an administrator' }, 'sandbox');
        await collected.waitFor(id);
        expect(collected.gaps).toEqual([]);
      } finally {
        await listening.stop();
      }
    });

    it('is silent about own writes and about fields that only the connector fills', async () => {
      const w = world();
      const [own = '', owned = '', edited = ''] = await w.createOpportunities([
        { name: 'Own' },
        { name: 'Owned' },
        { name: 'Edited' },
      ]);
      const requestId = await w.createRequest('seller', own, 'sync');
      const collected = new HintCollector();
      const listening = await w.listen(null, collected.handlers);
      try {
        await w.port.write([
          {
            opportunityId: own,
            values: { [w.paths.name]: 'Written by the connector', [w.fields.audit]: 'x' },
            answers: [{ requestId, status: 'done', message: 'Done.', errorCode: null }],
          },
        ]);
        await w.updateOpportunity(owned, { [w.fields.audit]: 'filled by somebody' }, 'sandbox');
        await w.updateOpportunity(edited, { [w.paths.name]: 'Edited by a seller' });
        await collected.waitFor(edited);
        expect(collected.hints.filter((hint) => hint.opportunityId !== edited)).toEqual([]);
      } finally {
        await listening.stop();
      }
    });

    it('after a restart delivers what happened meanwhile, from the stored position or by catching up', async () => {
      const w = world();
      const collected = new HintCollector();
      const [first = '', second = ''] = await w.createOpportunities([
        { name: 'Before', sync: true },
        { name: 'Meanwhile', sync: true },
      ]);
      const { cursor } = await drain(w.port.catchUp(null));
      const listening = await w.listen(null, collected.handlers);
      await w.updateOpportunity(first, { [w.paths.name]: 'Before the restart' });
      await collected.waitFor(first);
      await listening.stop();
      await w.updateOpportunity(second, { [w.paths.name]: 'While nobody listened' });
      const { caught, position } = await meanwhile(w, collected.position, cursor, second);
      expect(position).toBe(w.delivery);
      expect(caught).toContain(second);
      // A watcher replays what it had not handed over; a catch-up may overlap.
      expect(w.delivery === 'watch' && caught.includes(first)).toBe(false);
    });

    it('finds the opportunities that a change of an account, a contact or a request concerns', async () => {
      const w = world();
      const accountId = await w.createAccount({ name: unique('Concerned'), country: 'JP' });
      const contactId = await w.createContact({
        firstName: 'Kei',
        lastName: 'Sato',
        email: 'kei@example.com',
        accountId,
      });
      const [synced = '', unsynced = ''] = await w.createOpportunities([
        { name: 'Synced', sync: true, accountId, contactIds: [contactId] },
        { name: 'Not synced', accountId, contactIds: [contactId] },
      ]);
      const requestId = await w.createRequest('seller', unsynced, 'sync');
      const changedAt = '2026-11-20T17:00:00.000Z';
      const concerned = (object: 'account' | 'contact' | 'request', id: string) =>
        w.port.opportunitiesConcerned([{ object, id, opportunityId: null, changedAt }]);
      expect(await concerned('account', accountId)).toEqual([synced]);
      expect(await concerned('contact', contactId)).toEqual([synced]);
      expect(await concerned('request', requestId)).toEqual([unsynced]);
      expect(
        await w.port.opportunitiesConcerned([{ object: 'opportunity', id: synced, opportunityId: synced, changedAt }]),
      ).toEqual([synced]);
      expect(await w.port.opportunitiesConcerned([])).toEqual([]);
    });
  });
}
