import { DIRECTIONS, HELP_CODES, REQUEST_ACTIONS, REQUEST_STATUSES } from '../../../../shared/core/index.ts';
import { SECTION_FIELDS } from '../../../../shared/core/mapping/section-fields.ts';
import { SYNC_STATUSES } from '../../../../shared/core/model/index.ts';
import { METADATA_ROOT, loadSchema } from './load-schema.ts';
import { fieldOf, requireObject } from './lookup.ts';
import { readMetadata, textOf } from './metadata.ts';
import type { FieldDefinition } from './types.ts';

const schema = loadSchema({ multiCurrency: true });
const field = (object: string, name: string): FieldDefinition => {
  const found = fieldOf(requireObject(schema, object), name);
  if (!found) throw new Error(`${object}.${name} is not there.`);
  return found;
};
const values = (object: string, name: string): string[] => field(object, name).picklist.map(({ value }) => value);

describe('the schema of the sandbox org, read from our metadata', () => {
  it('has every field that the section names', () => {
    const names: string[] = Object.values({ ...SECTION_FIELDS.salesforce });
    expect(names.map((name) => field('Opportunity', name).name)).toEqual(names);
  });

  it('has picklists with exactly the words of the core', () => {
    expect(values('Opportunity', 'How_can_Microsoft_help__c')).toEqual([...HELP_CODES]);
    expect(values('Opportunity', 'Partner_Center_Status__c')).toEqual([...SYNC_STATUSES]);
    expect(values('Opportunity', 'Referral_Direction__c')).toEqual([...DIRECTIONS]);
    expect(values('Partner_Center_Request__c', 'Action__c')).toEqual([...REQUEST_ACTIONS]);
    expect(values('Partner_Center_Request__c', 'Status__c')).toEqual([...REQUEST_STATUSES]);
    expect(field('Partner_Center_Request__c', 'Status__c').defaultValue).toBe('queued');
  });

  it('shows people words with a mark for success and failure', () => {
    const labels = Object.fromEntries(
      field('Opportunity', 'Partner_Center_Status__c').picklist.map((v) => [v.value, v.label]),
    );
    expect(labels).toMatchObject({ 'in-sync': '✔ In sync', failed: '✖ Failed', 'not-ready': 'Not ready' });
  });

  it('keeps lengths, uniqueness and what cannot be filtered', () => {
    expect(field('Opportunity', 'Referral_Identifier__c')).toMatchObject({
      length: 100,
      unique: true,
      externalId: true,
      filterable: true,
    });
    expect(field('Opportunity', 'Audit__c')).toMatchObject({ length: 100_000, filterable: false });
    expect(field('Partner_Center_Solution__c', 'Solution_Identifier__c')).toMatchObject({
      required: true,
      unique: true,
    });
  });

  it('ties requests to their opportunity by master-detail', () => {
    expect(field('Partner_Center_Request__c', 'Opportunity__c')).toMatchObject({
      masterDetail: true,
      updateable: false,
      referenceTo: 'Opportunity',
    });
    expect(requireObject(schema, 'Opportunity').children.map(({ name }) => name)).toContain(
      'Partner_Center_Requests__r',
    );
  });

  it('publishes changes of the entities that the metadata enables, and of no others', () => {
    expect([...schema.changeEvents].sort()).toEqual(
      ['Account', 'Contact', 'Opportunity', 'OpportunityContactRole', 'Partner_Center_Request__c'].sort(),
    );
  });

  it('has no CurrencyIsoCode in an org with one currency', () => {
    const single = loadSchema({ multiCurrency: false });
    expect(fieldOf(requireObject(single, 'Opportunity'), 'CurrencyIsoCode')).toBeUndefined();
  });
});

describe('the permission sets', () => {
  const fields = [...requireObject(schema, 'Opportunity').fields.values()]
    .filter(({ custom }) => custom)
    .map(({ name }) => name);
  const editable = (set: string): string[] =>
    fields.filter((name) => schema.permissionSets.get(set)?.fields.get(`Opportunity.${name}`)?.edit);

  it('let sellers and administrators edit the four fields of theirs only', () => {
    const theirs = [
      'How_can_Microsoft_help__c',
      'Products__c',
      'Referral_Visible_to_Microsoft__c',
      'Sync_with_Partner_Center__c',
    ];
    expect(editable('Cosell_Seller').sort()).toEqual(theirs);
    expect(editable('Cosell_Admin').sort()).toEqual(theirs);
  });

  it('let the integration user edit all of them', () => {
    expect(editable('Cosell_Integration')).toEqual(fields);
  });

  it.each(['Cosell_Seller', 'Cosell_Admin', 'Cosell_Integration'])('%s lets its people read every field', (set) => {
    expect(fields.filter((name) => !schema.permissionSets.get(set)?.fields.get(`Opportunity.${name}`)?.read)).toEqual(
      [],
    );
  });

  it('name no field that Salesforce refuses to deploy a permission for: required ones and master-detail', () => {
    const refused = [...schema.permissionSets.values()].flatMap(({ name: set, fields: granted }) =>
      [...granted.keys()]
        .filter((key) => {
          const [object = '', name = ''] = key.split('.');
          return field(object, name).required;
        })
        .map((key) => `${set}: ${key}`),
    );
    expect(refused).toEqual([]);
  });

  it('give a detail object only together with its master', () => {
    for (const set of schema.permissionSets.values()) expect(set.objects.get('Opportunity')?.read).toBe(true);
  });
});

describe('the field metadata', () => {
  const files = readMetadata(METADATA_ROOT, 'field', 'CustomField').map(
    ({ name, content }) => [name, content] as const,
  );

  it.each(files)('%s explains itself to people and to administrators', (name, content) => {
    expect(textOf(content, 'fullName')).toBe(name);
    expect(textOf(content, 'inlineHelpText')?.length).toBeLessThanOrEqual(255);
    expect(textOf(content, 'description')?.length).toBeLessThanOrEqual(1000);
    expect(textOf(content, 'label')?.length).toBeLessThanOrEqual(40);
  });
});
