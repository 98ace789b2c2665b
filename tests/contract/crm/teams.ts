import { randomUUID } from 'node:crypto';
import type { CrmOpportunity } from '../../../shared/core/model/index.ts';
import { callsOf, HintCollector, unique } from './helpers.ts';
import type { CrmWorld } from './world.ts';

const NOBODY = { add: [], remove: [] };

/** Sales teams: who can join, joining and leaving as a whole with the fields, and what nobody can take away. */
export function describeTeams(world: () => CrmWorld): void {
  const seed = async (name = unique('Team')) => (await world().createOpportunities([{ name }]))[0] ?? '';
  const read = async (id: string): Promise<CrmOpportunity> => {
    const [opportunity] = (await world().port.readOpportunities([id])).opportunities;
    if (!opportunity) throw new Error(`There is no opportunity ${id}.`);
    return opportunity;
  };
  const membersOf = async (id: string) => (await read(id)).team.map(({ email }) => email);
  const rowsOf = async (id: string) => (await read(id)).memberships ?? [];

  describe('findUsers', () => {
    it('finds active users whatever the case of their address, in one call', async () => {
      const w = world();
      const [seller, stranger] = [await w.userOf('seller'), await w.userOf('stranger')];
      const asked = [seller.email.toUpperCase(), stranger.email, w.leaver, "o'nobody@nowhere.example"];
      const calls = await callsOf(w, async () => {
        const found = await w.port.findUsers(asked);
        expect([...found].sort((a, b) => a.id.localeCompare(b.id))).toEqual(
          [seller, stranger].sort((a, b) => a.id.localeCompare(b.id)),
        );
      });
      expect(calls).toHaveLength(1);
    });

    it('asks about hundreds in one call, and nothing for nobody', async () => {
      const w = world();
      const { email } = await w.userOf('seller');
      const many = Array.from({ length: 299 }, (_, n) => `somebody.with.a.long.name.${n}@subsidiary.nowhere.example`);
      const calls = await callsOf(w, async () => {
        expect(await w.port.findUsers([...many, email])).toHaveLength(1);
        expect(await w.port.findUsers([])).toEqual([]);
      });
      expect(calls).toHaveLength(1);
    });
  });

  describe('write, with sales teams', () => {
    it('lets somebody join together with the fields, in at most one further call for all', async () => {
      const w = world();
      const { id: user, email } = await w.userOf('stranger');
      const ids = await w.createOpportunities(Array.from({ length: 20 }, () => ({ name: unique('Joins') })));
      const calls = await callsOf(w, async () => {
        const outcomes = await w.port.write(
          ids.map((opportunityId, n) => ({
            opportunityId,
            values: { [w.fields.audit]: 'Somebody joined.' },
            ...(n < 10 && { team: { add: [user], remove: [] } }),
            answers: [],
          })),
        );
        expect(outcomes.filter(({ error }) => error !== null)).toEqual([]);
      });
      expect(calls.length).toBeLessThanOrEqual(2);
      const { opportunities } = await w.port.readOpportunities(ids);
      expect(opportunities.filter(({ team }) => team.some((member) => member.email === email))).toHaveLength(10);
      expect(opportunities.map(({ values }) => values[w.fields.audit])).toEqual(ids.map(() => 'Somebody joined.'));
    });

    it('costs no further call where nobody joins or leaves', async () => {
      const w = world();
      const opportunityId = await seed();
      const write = { opportunityId, values: { [w.fields.audit]: 'x' }, team: NOBODY, answers: [] };
      expect(await callsOf(w, () => w.port.write([write]))).toHaveLength(1);
    });

    it('has somebody who joins twice once in the team, and lets him leave', async () => {
      const w = world();
      const { id: user, email } = await w.userOf('stranger');
      const opportunityId = await seed();
      const write = (team: { add: readonly string[]; remove: readonly string[] }) =>
        w.port.write([{ opportunityId, values: {}, team, answers: [] }]);
      for (let times = 0; times < 2; times += 1)
        expect((await write({ add: [user], remove: [] }))[0]?.error).toBeNull();
      const rows = await rowsOf(opportunityId);
      expect(rows).toEqual([{ id: expect.any(String) as string, email }]);
      expect((await write({ add: [], remove: rows.map(({ id }) => id) }))[0]?.error).toBeNull();
      expect(await membersOf(opportunityId)).not.toContain(email);
      expect((await write({ add: [user], remove: [] }))[0]?.error).toBeNull();
      expect(await membersOf(opportunityId)).toContain(email);
    });

    it('takes out whom a person has put in', async () => {
      const w = world();
      const { id: user, email } = await w.userOf('stranger');
      const opportunityId = await seed();
      await w.addMember(opportunityId, user);
      const remove = (await rowsOf(opportunityId)).map(({ id }) => id);
      expect(remove).toHaveLength(1);
      await w.port.write([{ opportunityId, values: {}, team: { add: [], remove }, answers: [] }]);
      expect(await membersOf(opportunityId)).not.toContain(email);
    });

    it('knows no row by which the owner could be taken out', async () => {
      const w = world();
      const { id: owner, email } = await w.userOf('seller');
      const opportunityId = await seed();
      await w.addMember(opportunityId, owner);
      expect(await rowsOf(opportunityId)).toEqual([]);
      expect(await membersOf(opportunityId)).toEqual([email]);
    });

    it('writes nothing of an opportunity whose team is refused, answers its requests as failed, and writes the others', async () => {
      const w = world();
      const [bad, good] = [await seed(), await seed()];
      const { id: user, email } = await w.userOf('stranger');
      const requestId = await w.createRequest('seller', bad, 'sync');
      const values = { [w.fields.audit]: 'Somebody joined.' };
      const outcomes = await w.port.write([
        {
          opportunityId: bad,
          values,
          team: { add: [user, w.unknownUser], remove: [] },
          answers: [{ requestId, status: 'done', message: 'Done.', errorCode: null }],
        },
        { opportunityId: good, values, team: { add: [user], remove: [] }, answers: [] },
      ]);
      expect(outcomes.map(({ error }) => error === null)).toEqual([false, true]);
      expect(await membersOf(bad)).not.toContain(email);
      expect((await read(bad)).values[w.fields.audit]).toBeNull();
      expect((await w.readRequest(requestId)).status).toBe('failed');
      expect(await membersOf(good)).toContain(email);
    });

    it('looks again when a member has left in the meantime', async () => {
      const w = world();
      const { id: user } = await w.userOf('stranger');
      const opportunityId = await seed();
      await w.addMember(opportunityId, user);
      const team = { add: [], remove: (await rowsOf(opportunityId)).map(({ id }) => id) };
      const write = { opportunityId, values: { [w.fields.audit]: 'Somebody left.' }, team, answers: [] };
      expect((await w.port.write([write]))[0]?.error).toBeNull();
      const [again] = await w.port.write([write]);
      expect(again?.error).toMatchObject({ code: 'crm-conflict', retryable: true });
    });

    it('makes no hints by it', async () => {
      const w = world();
      const { id: user } = await w.userOf('stranger');
      const [own, edited] = [await seed(), await seed()];
      const collected = new HintCollector();
      const listening = await w.listen(null, collected.handlers);
      try {
        const values = { [w.fields.audit]: 'x' };
        await w.port.write([{ opportunityId: own, values, team: { add: [user], remove: [] }, answers: [] }]);
        const remove = (await rowsOf(own)).map(({ id }) => id);
        await w.port.write([{ opportunityId: own, values, team: { add: [], remove }, answers: [] }]);
        await w.updateOpportunity(edited, { [w.paths.name]: 'Edited by a seller' });
        await collected.waitFor(edited);
        expect(collected.hints.filter((hint) => hint.opportunityId !== edited)).toEqual([]);
      } finally {
        await listening.stop();
      }
    });
  });

  it('enters a new deal with its sales team, as a whole', async () => {
    const w = world();
    const [seller, stranger] = [await w.userOf('seller'), await w.userOf('stranger')];
    const lookup = {
      referralId: randomUUID(),
      account: null,
      emails: [],
      owners: [seller.email, stranger.email.toUpperCase(), w.leaver],
      team: null,
      currency: null,
    };
    const [match] = await w.port.findDeals([lookup]);
    expect(match).toMatchObject({ ownerId: seller.id, users: [seller, stranger] });
    const deal = (referralId: string, team: readonly string[]) => ({
      referralId,
      values: {
        [w.paths.name]: unique('With a team'),
        [w.paths.closeDate]: '2027-02-03',
        [w.fields.referralId]: referralId,
        ...(w.port.kind === 'salesforce' ? { StageName: 'New' } : { statuscode: 2 }),
      },
      account: { values: { [w.paths.accountName]: unique('Of a team') } },
      contacts: [],
      owner: { kind: 'user' as const, id: seller.id },
      team,
    });
    const other = deal(randomUUID(), [w.unknownUser]);
    const outcomes = await w.port.createOpportunities([deal(lookup.referralId, [stranger.id]), other]);
    expect(outcomes.map(({ error }) => error === null)).toEqual([true, false]);
    expect(await membersOf(outcomes[0]?.opportunityId ?? '')).toEqual([seller.email, stranger.email]);
    expect(await w.countAccounts(String(other.account.values[w.paths.accountName]))).toBe(0);
  });
}
