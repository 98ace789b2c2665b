import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { createPartnerCenter } from '../../../scripts/sandbox/partner-center/index.ts';
import { createSalesforce } from '../../../scripts/sandbox/salesforce/index.ts';
import { createProgram } from '../../../shared/connector/cli/program.ts';
import { startTestServer, type TestServer } from '../../../shared/connector/testkit/database.ts';
import { OrgClient } from '../crm/salesforce-org-client.ts';

const partnerCenter = createPartnerCenter();
const salesforce = createSalesforce();
let server: TestServer;
let folder: string;
let org: OrgClient;
let urls: { readonly partnerCenter: string; readonly salesforce: string };
let databaseUrl: string;

beforeAll(async () => {
  server = await startTestServer();
  databaseUrl = await server.createDatabase();
  folder = await mkdtemp(join(tmpdir(), 'cosell-mapping-'));
  urls = { partnerCenter: (await partnerCenter.listen(0)).url, salesforce: (await salesforce.listen(0)).url };
  org = new OrgClient(urls.salesforce);
});

afterAll(async () => {
  await Promise.all([partnerCenter.close(), salesforce.close(), server.stop()]);
  await rm(folder, { recursive: true, force: true });
});

async function cosell(words: readonly string[], mapping: object = {}) {
  const file = join(folder, 'cosell.config.yaml');
  const content = {
    partnerCenter: {
      baseUrl: urls.partnerCenter,
      authority: `${urls.partnerCenter}/sandbox`,
      clientId: 'sandbox',
    },
    crms: [{ name: 'salesforce', kind: 'salesforce', loginUrl: urls.salesforce, clientId: 'sandbox', mapping }],
  };
  await writeFile(file, stringify(content));
  const out: string[] = [];
  const program = createProgram({
    environment: {
      COSELL_PARTNER_CENTER_CLIENT_SECRET: 'sandbox',
      COSELL_PARTNER_CENTER_REFRESH_TOKEN: 'sandbox-refresh-token',
      COSELL_CRM_SALESFORCE_CLIENT_SECRET: 'sandbox',
      DATABASE_URL: databaseUrl,
    },
    print: (line) => out.push(line),
    note: (line) => out.push(line),
  });
  const code = await program.run([...words, '--config', file]);
  return { code, out: out.join('\n') };
}

describe('mapping check', () => {
  it('is content with the mapping as shipped, and leaves out parts without a field', async () => {
    const { code, out } = await cosell(['mapping', 'check']);
    expect(code).toBe(0);
    expect(out).toContain('✔');
    expect(out).not.toContain('✖');
    expect(out).toContain('Account.BillingStreet, Account.BillingCity');
  });

  it('marks a warning as one', async () => {
    // The stand-in has no Tooling API.
    const { code, out } = await cosell(['mapping', 'check']);
    expect(code).toBe(0);
    expect(out).toMatch(/^! .*Change Data Capture/m);
    expect(out).not.toContain('✖');
  });

  it('finds a row that writes to a field that cannot be edited', async () => {
    const { code, out } = await cosell(['mapping', 'check'], { notes: { crm: ['LastModifiedDate'] } });
    expect(code).toBe(3);
    expect(out).toMatch(/^✖ The mapping row notes writes to LastModifiedDate, which cannot be edited/m);
    expect(out).toContain('mapping.notes');
  });

  it('lets a row read such a field', async () => {
    const off = { createInCrm: false, updateInCrm: false };
    expect((await cosell(['mapping', 'check'], { notes: { crm: ['FiscalYear'], places: off } })).out).not.toContain(
      'which cannot be edited',
    );
  });
});

describe('mapping try', () => {
  const opportunity = (sync: boolean) =>
    org.create('seller', 'Opportunity', {
      Name: 'To be tried',
      StageName: 'Prospecting',
      CloseDate: '2027-03-31',
      Sync_with_Partner_Center__c: sync,
    });

  it('previews an opportunity with Sync off as if it were on, says so, and changes nothing', async () => {
    const id = await opportunity(false);
    const before = await org.read('Opportunity', id, ['SystemModstamp', 'Sync_with_Partner_Center__c']);
    const { code, out } = await cosell(['mapping', 'try', id]);
    expect(out).toContain('Sync is off: this is what would happen if it were on.');
    expect(out).toContain('Status: not-ready');
    expect(code).toBe(3);
    const json = JSON.parse((await cosell(['mapping', 'try', id, '--json'])).out) as object;
    expect(json).toMatchObject({
      asIfSyncWereOn: true,
      status: 'not-ready',
      opportunity: { values: { Sync_with_Partner_Center__c: false } },
    });
    expect(await org.read('Opportunity', id, ['SystemModstamp', 'Sync_with_Partner_Center__c'])).toEqual(before);
  });

  it('says nothing of it where Sync is on', async () => {
    const { out } = await cosell(['mapping', 'try', await opportunity(true)]);
    expect(out).toContain('Status: not-ready');
    expect(out).not.toContain('Sync is off');
  });
});
