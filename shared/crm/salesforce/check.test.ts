import { SECTION_FIELDS } from '../../core/mapping/section-fields.ts';
import { check } from './check.ts';
import { SchemaCache } from './schema.ts';
import { type FakeOrg, fakeOrg, json } from './testkit/fake-org.ts';

const FIELDS = SECTION_FIELDS.salesforce;
const CONNECTION_FIELDS = ['Key__c', 'Details__c', 'Last_Seen__c'];
const REQUEST_FIELDS = ['Status__c', 'Message__c', 'Error_Code__c', 'Completed_At__c'];
const MEMBERS = [
  { DeveloperName: 'ChangeEvents_OpportunityChangeEvent', SelectedEntity: 'OpportunityChangeEvent' },
  { DeveloperName: 'Own', SelectedEntity: 'AccountChangeEvent' },
  { DeveloperName: 'ChangeEvents_ContactChangeEvent', SelectedEntity: 'ContactChangeEvent' },
  { DeveloperName: 'ChangeEvents_OpportunityContactRoleChangeEvent', SelectedEntity: '01I000000000001' },
  { DeveloperName: 'ChangeEvents_Partner_Center_Request_ChangeEvent', SelectedEntity: '01I000000000002' },
];

interface OrgSettings {
  readonly readOnly?: readonly string[];
  /** An object that is not deployed. */
  readonly without?: string;
  readonly members?: readonly object[];
  readonly team?: boolean;
  /** Whether the integration user may add and remove members of a team. */
  readonly mayAdd?: boolean;
  readonly mayRemove?: boolean;
}

describe('check', () => {
  let org: FakeOrg;
  afterEach(() => org.close());

  async function findingsOf(settings: OrgSettings = {}) {
    const { readOnly = [], without, members = MEMBERS, team = true, mayAdd = true, mayRemove = true } = settings;
    const field = (name: string) => ({
      name,
      type: 'string',
      updateable: !readOnly.includes(name),
      relationshipName: null,
      referenceTo: [],
    });
    const describeOf = (name: string, fields: readonly string[]) => ({
      name,
      queryable: true,
      updateable: true,
      createable: mayAdd,
      deletable: mayRemove,
      fields: fields.map(field),
      childRelationships: team
        ? [{ relationshipName: 'OpportunityTeamMembers', childSObject: 'OpportunityTeamMember' }]
        : [],
    });
    org = await fakeOrg(({ url }, response) => {
      if (url.includes('/tooling/'))
        return json(response, 200, { totalSize: members.length, done: true, records: members });
      if (url.includes('/Opportunity/'))
        return json(response, 200, describeOf('Opportunity', ['Name', ...Object.values({ ...FIELDS })]));
      if (without !== undefined && url.includes(`/${without}/`))
        return json(response, 404, [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]);
      if (url.includes('/OpportunityTeamMember/'))
        return json(response, 200, describeOf('OpportunityTeamMember', ['UserId']));
      if (url.includes('/Partner_Center_Connection__c/'))
        return json(response, 200, describeOf('Partner_Center_Connection__c', CONNECTION_FIELDS));
      return json(response, 200, describeOf('Partner_Center_Request__c', REQUEST_FIELDS));
    });
    const connection = org.connect();
    return check(connection, new SchemaCache(connection, ['Name']), FIELDS);
  }

  it('is content with an org that has everything, however it names its selected objects', async () => {
    const findings = await findingsOf();
    expect(findings.map(({ level }) => level)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
  });

  it('names objects whose changes would not be heard', async () => {
    const findings = await findingsOf({ members: MEMBERS.slice(1, 4) });
    expect(findings.filter(({ level }) => level === 'error')).toMatchObject([
      { subject: 'Change events', message: 'Change Data Capture is off for Opportunity, Partner_Center_Request__c.' },
    ]);
  });

  it('names fields that the connector may not fill', async () => {
    const findings = await findingsOf({ readOnly: ['Audit__c', 'Status__c', 'Details__c'] });
    expect(findings.filter(({ level }) => level === 'error').map(({ subject }) => subject)).toEqual([
      'Audit__c',
      'Partner_Center_Request__c',
      'Partner_Center_Connection__c',
    ]);
  });

  it.each(['Partner_Center_Request__c', 'Partner_Center_Connection__c'])('misses %s with a cure', async (without) => {
    const findings = await findingsOf({ without });
    const [missing] = findings.filter(({ level }) => level === 'error');
    expect(missing).toMatchObject({
      subject: without,
      message: `The object ${without} is not there.`,
    });
    expect(missing?.cure).toContain('Deploy');
  });

  it.each([
    [{ mayAdd: false }, 'add'],
    [{ mayRemove: false }, 'remove'],
    [{ mayAdd: false, mayRemove: false }, 'add or remove'],
  ])('says that teams cannot be changed: %j', async (settings, what) => {
    const findings = await findingsOf(settings);
    expect(findings.filter(({ level }) => level === 'error')).toMatchObject([
      {
        subject: 'Opportunity teams',
        message: `The integration user may not ${what} members of opportunity teams (OpportunityTeamMember).`,
      },
    ]);
  });

  it('says what an org without opportunity teams shares', async () => {
    const findings = await findingsOf({ team: false });
    expect(findings.filter(({ level }) => level === 'warning').map(({ subject }) => subject)).toEqual([
      'Opportunity teams',
    ]);
  });
});
