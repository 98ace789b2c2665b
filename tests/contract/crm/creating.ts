import { randomUUID } from 'node:crypto';
import type { DealLookup, NewOpportunity } from '../../../shared/core/inbound/types.ts';
import type { Person } from '../../../shared/core/model/index.ts';
import { callsOf, unique } from './helpers.ts';
import type { CrmWorld } from './world.ts';

/** New deals from Partner Center: what the CRM has of them already, and that each is entered as a whole or not at all. */
export function describeCreating(world: () => CrmWorld): void {
  const person = (name: string): Person => ({
    firstName: 'Priya',
    lastName: name,
    email: `${name.replaceAll(/\W/g, '.')}@adatum.example`.toLowerCase(),
    phone: '+44 121 496 0000',
  });

  const lookup = (w: CrmWorld, more: Partial<DealLookup> & { accountName?: string } = {}): DealLookup => {
    const { accountName = unique('Nobody'), ...given } = more;
    const { accountName: namePath, accountPostalCode: postalCodePath } = w.paths;
    return {
      referralId: randomUUID(),
      account: { name: accountName, postalCode: 'B1 1AA', namePath, postalCodePath },
      emails: [],
      owners: [],
      team: null,
      currency: null,
      ...given,
    };
  };

  const newDeal = (w: CrmWorld, more: Partial<NewOpportunity> = {}): NewOpportunity => {
    const { referralId = randomUUID() } = more;
    const { paths, fields } = w;
    return {
      referralId,
      values: {
        [paths.name]: unique('Line monitoring'),
        [paths.amount]: '84000.5',
        [paths.currency]: 'EUR',
        [paths.closeDate]: '2027-02-03',
        [paths.description]: 'Line 1\nLine 2',
        [fields.sync]: true,
        [fields.products]: 'SOL-15974-MQF',
        [fields.referralId]: referralId,
        ...(w.port.kind === 'salesforce' ? { StageName: 'New' } : { statecode: 0, statuscode: 2 }),
      },
      account: { values: { [paths.accountName]: unique('Adatum'), [paths.accountCountry]: 'GB' } },
      contacts: [],
      owner: null,
      team: [],
      ...more,
    };
  };

  describe('findDeals', () => {
    it('finds accounts by name, contacts by e-mail, an owner, and the opportunity of a referral, in one call', async () => {
      const w = world();
      const name = unique("O'Neill & Söhne");
      const accountId = await w.createAccount({ name, country: 'DE', postalCode: '20457' });
      const { firstName, lastName, email } = person(unique('Known'));
      const contact = { firstName: firstName ?? '', lastName: lastName ?? '', email: email ?? '', accountId };
      const contactId = await w.createContact(contact);
      const [opportunityId = ''] = await w.createOpportunities([{ name: 'Known already' }]);
      const owner = (await w.port.readOpportunities([opportunityId])).opportunities[0]?.team[0]?.email ?? '';
      const referralId = randomUUID();
      await w.port.write([{ opportunityId, values: { [w.fields.referralId]: referralId }, answers: [] }]);
      const known = lookup(w, {
        accountName: name.toUpperCase(),
        emails: [contact.email.toUpperCase()],
        owners: ['nobody@nowhere.example', owner],
        currency: 'EUR',
      });
      const calls = await callsOf(w, async () => {
        const [first, second] = await w.port.findDeals([known, lookup(w, { referralId, currency: 'XXX' })]);
        expect(first).toMatchObject({
          referralId: known.referralId,
          opportunityId: null,
          accounts: [{ id: accountId, name, postalCode: '20457' }],
          contacts: [{ id: contactId, accountId }],
          ownerId: expect.any(String) as string,
          knowsCurrency: true,
        });
        expect(second).toMatchObject({ referralId, opportunityId, accounts: [], contacts: [], knowsCurrency: false });
        expect(second?.ownerId).toBeNull();
      });
      expect(calls.length).toBeLessThanOrEqual(2);
    });

    it('asks nothing for nothing', async () => {
      const calls = await callsOf(world(), async () => {
        expect(await world().port.findDeals([])).toEqual([]);
      });
      expect(calls).toEqual([]);
    });
  });

  describe('createOpportunities', () => {
    it('enters account, contacts and opportunity in one call', async () => {
      const w = world();
      const [first, second] = [person(unique('First')), person(unique('Second'))];
      const deal = newDeal(w, { contacts: [{ person: first }, { person: second }] });
      await w.port.findDeals([lookup(w)]);
      const calls = await callsOf(w, async () => {
        const [outcome] = await w.port.createOpportunities([deal]);
        expect(outcome).toMatchObject({ referralId: deal.referralId, error: null });
      });
      expect(calls).toHaveLength(1);
      const [match] = await w.port.findDeals([lookup(w, { referralId: deal.referralId })]);
      const [made] = (await w.port.readOpportunities([match?.opportunityId ?? ''])).opportunities;
      const { paths, fields } = w;
      expect(made?.values).toMatchObject({
        [paths.name]: deal.values[paths.name],
        [paths.amount]: '84000.5',
        [paths.currency]: 'EUR',
        [paths.closeDate]: '2027-02-03',
        [paths.description]: 'Line 1\nLine 2',
        [paths.accountCountry]: 'GB',
        [fields.sync]: true,
        [fields.products]: 'SOL-15974-MQF',
        [fields.referralId]: deal.referralId,
      });
      expect(made?.contacts).toEqual([first, second]);
    });

    it('uses the account, the contact and the owner that are there', async () => {
      const w = world();
      const name = unique('Relecloud');
      const accountId = await w.createAccount({ name, country: 'DE', postalCode: '20457' });
      const { firstName, lastName, email } = person(unique('There'));
      const contact = { firstName: firstName ?? '', lastName: lastName ?? '', email: email ?? '', accountId };
      const contactId = await w.createContact(contact);
      const [opportunityId = ''] = await w.createOpportunities([{ name: "The seller's" }]);
      const owner = (await w.port.readOpportunities([opportunityId])).opportunities[0]?.team[0]?.email ?? '';
      const [match] = await w.port.findDeals([lookup(w, { owners: [owner] })]);
      const deal = newDeal(w, {
        account: { id: accountId },
        contacts: [{ id: contactId }],
        owner: { kind: 'user', id: match?.ownerId ?? '' },
      });
      const [outcome] = await w.port.createOpportunities([deal]);
      const [made] = (await w.port.readOpportunities([outcome?.opportunityId ?? ''])).opportunities;
      expect(made?.values[w.paths.accountName]).toBe(name);
      expect(made?.contacts.map((each) => each.email)).toEqual([contact.email]);
      expect(made?.team[0]?.email).toBe(owner);
      expect(await w.countAccounts(name)).toBe(1);
    });

    it('leaves nothing of a deal that is refused, and enters the others', async () => {
      const w = world();
      const [bad, good] = [unique('Bad'), unique('Good')];
      const account = (name: string) => ({ values: { [w.paths.accountName]: name } });
      const tooLong = newDeal(w, { account: account(bad), contacts: [{ person: person(unique('Left')) }] });
      const outcomes = await w.port.createOpportunities([
        { ...tooLong, values: { ...tooLong.values, [w.fields.microsoftCrmId]: 'x'.repeat(101) } },
        newDeal(w, { account: account(good) }),
      ]);
      expect(outcomes[0]).toMatchObject({ opportunityId: null, error: { code: 'crm-rejected' } });
      expect(outcomes[1]?.error).toBeNull();
      expect([await w.countAccounts(bad), await w.countAccounts(good)]).toEqual([0, 1]);
    });

    it('never enters a referral twice', async () => {
      const w = world();
      const name = unique('Once');
      const deal = newDeal(w);
      await w.port.createOpportunities([deal]);
      const again = { ...deal, account: { values: { [w.paths.accountName]: name } } };
      const [outcome] = await w.port.createOpportunities([again]);
      expect(outcome).toMatchObject({ opportunityId: null, error: { code: 'crm-conflict' } });
      expect(await w.countAccounts(name)).toBe(0);
    });

    it('enters 100 deals in few calls', async () => {
      const w = world();
      const calls = await callsOf(w, async () => {
        const outcomes = await w.port.createOpportunities(Array.from({ length: 100 }, () => newDeal(w)));
        expect(outcomes.filter(({ error }) => error === null)).toHaveLength(100);
      });
      expect(calls.length).toBeLessThanOrEqual(2);
    });

    it('enters a lead once, however often it is asked for', async () => {
      const w = world();
      const { email, ...who } = person(unique('Lead'));
      const lead = (referralId: string) => ({
        referralId,
        subject: 'Asked in the marketplace',
        company: 'Litware',
        person: { ...who, email, lastName: 'Okafor' },
        address: { line1: '1 Way', line2: null, city: 'Lyon', state: null, postalCode: '69001', country: 'FR' },
        description: 'Wants a demo.',
        owner: null,
      });
      const [one, other] = [randomUUID(), randomUUID()];
      await w.port.createLeads([lead(one)]);
      const outcomes = await w.port.createLeads([lead(one), lead(other)]);
      expect(outcomes.map(({ error }) => error)).toEqual([null, null]);
      expect(await w.leadsOf(one)).toEqual([['Litware', 'Okafor', email]]);
      expect(await w.leadsOf(other)).toHaveLength(1);
    });

    it('does nothing for nothing', async () => {
      const calls = await callsOf(world(), async () => {
        expect(await world().port.createLeads([])).toEqual([]);
        expect(await world().port.createOpportunities([])).toEqual([]);
      });
      expect(calls).toEqual([]);
    });
  });
}
