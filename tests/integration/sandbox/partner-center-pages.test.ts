import {
  type Answer,
  type Running,
  type SignedIn,
  REFERRALS,
  askMicrosoft,
  startPartnerCenter,
} from './partner-center-http.ts';

const UNANSWERED = '6c1d52f0-3a97-4d1e-8b52-9f0a4e7c1b01';

let running: Running;
let partner: SignedIn;

beforeEach(async () => {
  running = await startPartnerCenter();
  partner = await running.signIn('sandbox');
});
afterEach(() => running.partnerCenter.close());

const open = (path: string) => running.fetch(path);
const inbox = (id: string) => `/referrals/v2/inbox?id=${id}`;
const submit = (
  path: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = { origin: running.url },
) => running.fetch(path, { method: 'POST', headers, body: new URLSearchParams(form) });
/** The value of a hidden or text field on a page. */
const fieldOf = (page: Answer, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page.text)?.[1]?.replaceAll('&quot;', '"') ?? '';
const read = async (id: string) => (await partner.send('GET', `${REFERRALS}/${id}`)).body;

const NEW_DEAL = {
  name: 'Ticket <kiosks> & more',
  customer: 'Coho Vineyard',
  country: 'fr',
  email: 'luc@coho.example',
  dealValue: '12000',
  currency: 'eur',
  closingDate: '2027-05-01',
  notes: 'First line\r\nsecond line',
  solutions: 'SOL-15974-MQF',
};

describe("people's pages", () => {
  it('open without signing in, in one stylesheet', async () => {
    const start = await open('/');
    expect([start.status, start.headers.get('location')]).toEqual([302, '/dashboard/referrals']);
    const css = await open('/_sandbox/style.css');
    expect(css.headers.get('content-type')).toContain('text/css');
  });

  it('list referrals, newest change first, and filter them', async () => {
    const all = await open('/dashboard/referrals');
    expect(all.text).toContain('3 referrals, page 1 of 1');
    expect(all.text).toContain('84,000.50 GBP');
    expect(all.text).toContain('9,600,000 JPY');
    const closed = await open('/dashboard/referrals?status=Closed');
    expect(closed.text).toContain('1 referral, page 1 of 1');
    expect(closed.text).toContain('Demand forecast for bookshops');
  });

  it('page through many referrals', async () => {
    for (let count = 0; count < 50; count += 1) await partner.create({ name: `Deal ${count}` });
    const second = await open('/dashboard/referrals?page=2');
    expect(second.text).toContain('53 referrals, page 2 of 2');
    expect(second.text).toContain('Line monitoring for three plants');
    expect(second.text).not.toContain('Deal 49');
  });

  it('show one referral with the related one', async () => {
    const own = await partner.create({ type: 'Shared' });
    const asked = (await partner.send('POST', REFERRALS, askMicrosoft(own.engagementId))).body;
    const page = await open(inbox(own.id));
    expect(page.status).toBe(200);
    for (const text of [
      own.id,
      asked.id,
      'Charging network for delivery vans',
      '006SBX000000001AAA',
      '50,000.50 EUR',
      'Rita Lopes',
      'Proof Of Concept or Demo',
      'New / Pending',
    ]) {
      expect(page.text).toContain(text);
    }
    expect((await open(inbox(own.id.toUpperCase()))).status).toBe(200);
  });

  it('say 404 for an unknown id, without running what was typed', async () => {
    const page = await open(inbox('%3Cscript%3E'));
    expect(page.status).toBe(404);
    expect(page.text).toContain('&lt;script&gt;');
    expect(page.text).not.toContain('<script>');
  });
});

describe('forms', () => {
  it('from another site, or from nowhere, are refused', async () => {
    const answers = await Promise.all([
      submit('/dashboard/referrals/new', { ...NEW_DEAL, kind: 'private' }, { origin: 'http://evil.example' }),
      submit('/referrals/v2/inbox/answer', { id: UNANSWERED, answer: 'accept' }, {}),
      submit('/referrals/v2/inbox/edit', { id: UNANSWERED }, { referer: 'http://evil.example/page' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect((await read(UNANSWERED)).status).toBe('New');
  });

  it("create a deal of the partner with Microsoft's referral", async () => {
    const sent = await submit('/dashboard/referrals/new', { ...NEW_DEAL, kind: 'co-sell', help: 'QuotesOrLicensing' });
    expect(sent.status).toBe(303);
    const id = new URL(sent.headers.get('location') ?? '', running.url).searchParams.get('id') ?? '';
    const own = await read(id);
    expect(own).toMatchObject({
      name: 'Ticket <kiosks> & more',
      type: 'Shared',
      status: 'Active',
      customerProfile: { name: 'Coho Vineyard', address: { country: 'FR' } },
      details: {
        dealValue: 12000,
        currency: 'EUR',
        closingDateTime: '2027-05-01T00:00:00Z',
        notes: 'First line\nsecond line',
      },
    });
    const { body } = await partner.send('GET', `${REFERRALS}?$filter=engagementId eq '${own.engagementId}'`);
    expect(body.value).toHaveLength(2);
    expect((await open(inbox(id))).text).toContain('Ticket &lt;kiosks&gt; &amp; more');
  });

  it('let Microsoft send a deal to the partner', async () => {
    const sent = await submit(
      '/dashboard/referrals/new',
      { ...NEW_DEAL, kind: 'inbound' },
      { referer: `${running.url}/dashboard/referrals/new` },
    );
    const id = new URL(sent.headers.get('location') ?? '', running.url).searchParams.get('id') ?? '';
    expect(await read(id)).toMatchObject({ direction: 'Incoming', status: 'New', substatus: 'Received' });
  });

  it('show what the service refuses and keep what was typed', async () => {
    const page = await submit('/dashboard/referrals/new', { ...NEW_DEAL, kind: 'private', country: 'France' });
    expect(page.status).toBe(400);
    expect(page.text).toContain('role="alert"');
    expect(page.text).toContain('customerProfile/address/country is not an ISO 3166-1 alpha-2 country code.');
    expect(fieldOf(page, 'customer')).toBe('Coho Vineyard');
  });

  it('edit name, value, date, notes and solutions, and write the history', async () => {
    const own = await partner.create();
    const page = await open(inbox(own.id));
    const sent = await submit('/referrals/v2/inbox/edit', {
      id: own.id,
      eTag: fieldOf(page, 'eTag'),
      name: 'A better name',
      dealValue: '70000.25',
      closingDate: '2027-03-31',
      notes: 'Other notes',
      solutions: 'SOL-20318-HZT',
    });
    expect(sent.status).toBe(303);
    expect(await read(own.id)).toMatchObject({
      name: 'A better name',
      details: {
        dealValue: 70000.25,
        closingDateTime: '2027-03-31T00:00:00Z',
        notes: 'Other notes',
        requirements: { solutions: [{ id: 'SOL-20318-HZT', name: 'Cold Chain Monitor', solutionType: '3P' }] },
      },
    });
    const after = await open(`${inbox(own.id)}&done=1`);
    expect(after.text).toContain('Saved.');
    expect(after.text).toContain('partner user (page)');
    expect(after.text).toContain('details/dealValue: 50000.5 → 70000.25');
  });

  it('put people on the sales team and take them off, and keep what else is known of them', async () => {
    const title = { firstName: 'Amara', lastName: 'Nwosu', email: 'amara@partner.example', title: 'Account manager' };
    const own = await partner.create({ team: [title] });
    const edit = async (team: string) =>
      submit('/referrals/v2/inbox/edit', {
        id: own.id,
        eTag: fieldOf(await open(inbox(own.id)), 'eTag'),
        name: 'A better name',
        dealValue: '1',
        closingDate: '2027-03-31',
        notes: '',
        solutions: 'SOL-20318-HZT',
        team,
      });
    await edit('Amara Nwosu, AMARA@partner.example, +44 20 1\n\nYuki van Dam, yuki@partner.example');
    expect((await read(own.id)).team).toMatchObject([
      { firstName: 'Amara', lastName: 'Nwosu', phoneNumber: '+44 20 1', title: 'Account manager' },
      { firstName: 'Yuki', lastName: 'van Dam', email: 'yuki@partner.example' },
    ]);
    expect((await open(inbox(own.id))).text).toContain('Yuki van Dam, yuki@partner.example</textarea>');
    await edit('');
    expect((await read(own.id)).team).toEqual([]);
  });

  it('notice that somebody else was faster', async () => {
    const own = await partner.create();
    const page = await submit('/referrals/v2/inbox/edit', {
      id: own.id,
      eTag: '"old"',
      name: 'Mine',
      dealValue: '1',
      closingDate: '2027-01-01',
    });
    expect(page.status).toBe(412);
    expect(page.text).toContain('The referral has changed since this eTag was read');
    expect(fieldOf(page, 'name')).toBe('Mine');
  });

  it('let the partner accept, and close, and then offer nothing any more', async () => {
    const accept = await submit('/referrals/v2/inbox/answer', {
      id: UNANSWERED,
      eTag: fieldOf(await open(inbox(UNANSWERED)), 'eTag'),
      answer: 'accept',
    });
    expect(accept.status).toBe(303);
    const active = await open(inbox(UNANSWERED));
    expect(active.text).toContain('Close as the partner');
    await submit('/referrals/v2/inbox/answer', {
      id: UNANSWERED,
      eTag: fieldOf(active, 'eTag'),
      answer: 'lost',
      reason: 'Others',
    });
    expect(await read(UNANSWERED)).toMatchObject({ status: 'Closed', substatus: 'Lost', statusReason: 'Others' });
    expect((await open(inbox(UNANSWERED))).text).not.toContain('<form');
  });

  it('let Microsoft accept its own referral with its number', async () => {
    const own = await partner.create({ type: 'Shared' });
    const asked = (await partner.send('POST', REFERRALS, askMicrosoft(own.engagementId))).body;
    const page = await open(inbox(asked.id));
    expect(page.text).toContain('Answer as Microsoft');
    const msxId = fieldOf(page, 'msxId');
    await submit('/referrals/v2/inbox/answer', { id: asked.id, eTag: fieldOf(page, 'eTag'), answer: 'accept', msxId });
    expect(await read(asked.id)).toMatchObject({ substatus: 'Accepted', trackingInfo: { microsoftMsxId: msxId } });
    expect((await open('/dashboard/referrals')).text).toMatch(/<a href="[^"]+">Accepted<\/a>/);
  });

  it('refuse an answer that no button gives', async () => {
    const page = await submit('/referrals/v2/inbox/answer', {
      id: UNANSWERED,
      eTag: fieldOf(await open(inbox(UNANSWERED)), 'eTag'),
      answer: 'explode',
    });
    expect(page.status).toBe(400);
  });
});
