import { SALES_TEAM } from '../../../scripts/sandbox/dynamics/sample/ids.ts';
import { drain, HintCollector } from '../../contract/crm/helpers.ts';
import { createDynamicsWorld, type DynamicsWorld } from './dynamics-world.ts';

let world: DynamicsWorld;
beforeAll(async () => {
  world = await createDynamicsWorld();
});
afterAll(async () => {
  await world.close();
});

const seedOne = async (): Promise<string> => (await world.createOpportunities([{ name: 'One', sync: true }]))[0] ?? '';

describe('Dynamics 365 alone', () => {
  it('puts the members of an owning team into the team, and asks for them once', async () => {
    const id = await seedOne();
    await world.org.update('sandbox', 'opportunities', id, { 'ownerid@odata.bind': `/teams(${SALES_TEAM})` });
    const [opportunity] = (await world.port.readOpportunities([id])).opportunities;
    expect(opportunity?.team.map(({ lastName }) => lastName)).toEqual(expect.arrayContaining(['Berg', 'Nair']));
    await world.clearCalls();
    await world.port.readOpportunities([id]);
    expect(await world.calls()).toHaveLength(1);
  });

  it('takes nobody out of a team that owns the opportunity', async () => {
    const id = await seedOne();
    const [seller, stranger] = [await world.userOf('seller'), await world.userOf('stranger')];
    await world.addMember(id, seller.id);
    await world.addMember(id, stranger.id);
    await world.org.update('sandbox', 'opportunities', id, { 'ownerid@odata.bind': `/teams(${SALES_TEAM})` });
    const [opportunity] = (await world.port.readOpportunities([id])).opportunities;
    expect(opportunity?.memberships?.map(({ email }) => email)).toEqual([stranger.email]);
  });

  it('makes a connection that somebody has deactivated active again', async () => {
    const id = await seedOne();
    const { id: user, email } = await world.userOf('stranger');
    const join = () =>
      world.port.write([{ opportunityId: id, values: {}, team: { add: [user], remove: [] }, answers: [] }]);
    const isIn = async () =>
      (await world.port.readOpportunities([id])).opportunities[0]?.team.some((member) => member.email === email);
    await join();
    const rows = (await world.port.readOpportunities([id])).opportunities[0]?.memberships ?? [];
    await world.org.update('sandbox', 'connections', rows[0]?.id ?? '', { statecode: 1 });
    expect(await isIn()).toBe(false);
    await join();
    expect(await isIn()).toBe(true);
  });

  it.each(['record1id', 'record2id'])(
    'hears of a contact that was connected with the opportunity as %s',
    async (end) => {
      const id = await seedOne();
      const contactId = await world.createContact({ firstName: 'Ada', lastName: 'Ek', email: 'ada@example.com' });
      const { cursor } = await drain(world.port.catchUp(null));
      const collected = new HintCollector();
      const listening = await world.listen(null, collected.handlers);
      const other = end === 'record1id' ? 'record2id' : 'record1id';
      try {
        await world.org.create('seller', 'connections', {
          [`${end}_opportunity@odata.bind`]: `/opportunities(${id})`,
          [`${other}_contact@odata.bind`]: `/contacts(${contactId})`,
        });
        await collected.waitFor(id);
      } finally {
        await listening.stop();
      }
      expect(collected.hints[0]?.object).toBe('contact-role');
      expect(await world.port.opportunitiesConcerned(collected.hints)).toEqual([id]);
      const caughtUp = await drain(world.port.catchUp(cursor));
      expect(caughtUp.hints.filter(({ object }) => object === 'contact-role').map((h) => h.opportunityId)).toContain(
        id,
      );
      const [opportunity] = (await world.port.readOpportunities([id])).opportunities;
      expect(opportunity?.contacts.map(({ firstName }) => firstName)).toContain('Ada');
    },
  );

  it('finds the opportunity of a connected contact that changed', async () => {
    const id = await seedOne();
    const contactId = await world.createContact({ firstName: 'Bo', lastName: 'Ek', email: 'bo@example.com' });
    await world.addContact(id, contactId);
    const hint = { object: 'contact', id: contactId, opportunityId: null, changedAt: '2026-11-20T17:00:00Z' } as const;
    expect(await world.port.opportunitiesConcerned([hint])).toEqual([id]);
  });

  it('lets the primary contact of an account stand in, and else its only active one', async () => {
    const accountId = await world.createAccount({ name: 'Two contacts', country: 'SE' });
    const [first, second] = [
      await world.createContact({ firstName: 'Ada', lastName: 'Ek', email: 'ada@example.com', accountId }),
      await world.createContact({ firstName: 'Bo', lastName: 'Li', email: 'bo@example.com', accountId }),
    ];
    const [id = ''] = await world.createOpportunities([
      { name: 'Co-sell', sync: true, help: 'ProofOfConceptOrDemo', accountId },
    ]);
    const contacts = async () =>
      (await world.port.readOpportunities([id])).opportunities[0]?.contacts.map(({ firstName }) => firstName);
    expect(await contacts()).toEqual([]);
    await world.org.update('seller', 'accounts', accountId, { 'primarycontactid@odata.bind': `/contacts(${second})` });
    expect(await contacts()).toEqual(['Bo']);
    await world.org.update('seller', 'contacts', second, { statecode: 1 });
    expect(await contacts()).toEqual(['Ada']);
    await world.org.update('seller', 'contacts', first, { statecode: 1 });
    expect(await contacts()).toEqual([]);
  });

  it('writes no referral identifier that another opportunity already has', async () => {
    const [one, two] = [await seedOne(), await seedOne()];
    const values = { [world.fields.referralId]: 'the-same' };
    const outcomes = await world.port.write(
      [one, two].map((opportunityId) => ({ opportunityId, values, answers: [] })),
    );
    expect(outcomes.map(({ error }) => error?.code ?? null)).toEqual([null, 'crm-rejected']);
    expect(outcomes[1]?.error?.cure).toContain('same referral identifier');
  });

  it('is before a stand-in that refuses lookup properties in query functions, as Dataverse does', async () => {
    const filter = "Microsoft.Dynamics.CRM.In(PropertyName='_parentaccountid_value',PropertyValues=['x'])";
    await expect(world.org.query('opportunities', filter)).rejects.toThrow('0x80041103');
  });

  it('warns when the webhook still points to the placeholder', async () => {
    const rows = await world.org.query('serviceendpoints', 'contract eq 8');
    const endpointId = String(rows[0]?.serviceendpointid);
    await world.org.update('sandbox', 'serviceendpoints', endpointId, { url: 'https://connector.example.com/x' });
    const findings = await world.port.check();
    expect(findings.filter(({ level }) => level === 'warning')).toEqual([
      expect.objectContaining({ subject: 'Webhook', cure: expect.stringContaining('AuthValue') as string }),
    ]);
  });
});
