import { callsOf, unique } from './helpers.ts';
import type { ContactSeed, CrmWorld, OpportunitySeed } from './world.ts';

const ADA = { firstName: 'Ada', lastName: 'Ek', email: 'ada@example.com', phone: '+46 8 123' };
const BO = { firstName: 'Bo', lastName: 'Li', email: 'bo@example.com' };

/** The only contact of an account stands in where nobody chose a contact and help from Microsoft is asked for. */
export function describeOnlyContact(world: () => CrmWorld): void {
  describe('the only contact of the account', () => {
    const accountWith = async (...contacts: readonly Omit<ContactSeed, 'accountId'>[]): Promise<string> => {
      const accountId = await world().createAccount({ name: unique('Contacts'), country: 'SE' });
      for (const contact of contacts) await world().createContact({ ...contact, accountId });
      return accountId;
    };
    const cosell = { sync: true, help: 'ProofOfConceptOrDemo' } as const;
    const create = async (seed: Omit<OpportunitySeed, 'name'>): Promise<string> =>
      (await world().createOpportunities([{ name: 'Co-sell', ...seed }]))[0] ?? '';
    const read = async (ids: readonly string[]) => {
      let contacts = new Map<string, readonly (string | null)[]>();
      const calls = await callsOf(world(), async () => {
        const { opportunities } = await world().port.readOpportunities(ids);
        contacts = new Map(opportunities.map((each) => [each.id, each.contacts.map(({ email }) => email)]));
      });
      return { contacts: ids.map((id) => contacts.get(id)), calls: calls.length };
    };

    it('is the customer contact of a co-sell deal without one, for one call more', async () => {
      const w = world();
      const id = await create({ ...cosell, accountId: await accountWith(ADA) });
      const requestId = await w.createRequest('seller', id, 'sync');
      const calls = await callsOf(w, async () => {
        const { opportunities, requests } = await w.port.readOpportunities([id]);
        expect(opportunities[0]?.contacts).toEqual([ADA]);
        expect(requests).toMatchObject([{ id: requestId, mayEdit: true }]);
      });
      expect(calls).toHaveLength(2);
    });

    it('is nobody where the account has two contacts, or none', async () => {
      const two = await create({ ...cosell, accountId: await accountWith(ADA, BO) });
      const none = await create({ ...cosell, accountId: await accountWith() });
      expect(await read([two, none])).toEqual({ contacts: [[], []], calls: 2 });
    });

    it('gives way to the contact of the opportunity itself, which costs no further call', async () => {
      const accountId = await accountWith(ADA);
      const own = await world().createContact(BO);
      const id = await create({ ...cosell, accountId, contactIds: [own] });
      expect(await read([id])).toEqual({ contacts: [[BO.email]], calls: 1 });
    });

    it('is not looked for where it decides nothing', async () => {
      const w = world();
      const accountId = await accountWith(ADA);
      const shared = await create({ ...cosell, accountId });
      await w.port.write([{ opportunityId: shared, values: { [w.fields.referralId]: `ref-${shared}` }, answers: [] }]);
      const ids = [
        shared,
        await create({ ...cosell, sync: false, accountId }),
        await create({ sync: true, accountId }),
        await create(cosell),
      ];
      expect(await read(ids)).toEqual({ contacts: [[], [], [], []], calls: 1 });
    });

    it('is looked for in one call for many opportunities and accounts, each with its own', async () => {
      const w = world();
      const accountIds = await Promise.all(
        Array.from({ length: 60 }, (_, i) =>
          accountWith(
            { ...ADA, email: `ada${i}@example.com` },
            ...(i % 3 === 0 ? Array<typeof BO>(i % 9).fill(BO) : []),
          ),
        ),
      );
      const ids = await w.createOpportunities(
        accountIds.flatMap((accountId) => [1, 2].map((n) => ({ name: `Deal ${n}`, ...cosell, accountId }))),
      );
      const { contacts, calls } = await read(ids);
      expect(calls).toBe(2);
      expect(contacts).toEqual(
        accountIds.flatMap((_, i) => {
          const expected = i % 3 === 0 && i % 9 > 0 ? [] : [`ada${i}@example.com`];
          return [expected, expected];
        }),
      );
    });
  });
}
