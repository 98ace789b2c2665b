import { SAMPLE_SOLUTIONS } from '../../sample-data/solutions.ts';
import type { Org, OrgUser } from '../org.ts';
import { createRecord } from '../records/write.ts';
import { fieldOf, requireObject } from '../schema/lookup.ts';
import { TEAM_MEMBER } from '../schema/standard-objects.ts';
import { DEALS, type SampleDeal } from './deals.ts';

const DAY = 86_400_000;

interface Owners {
  readonly integration: OrgUser;
  readonly seller: OrgUser;
  /** On the team of the first opportunity. */
  readonly colleague: OrgUser;
}

/** Fills an empty org with the sample opportunities of the seller and the solution catalogue, through the strict writer. */
export function seed(org: Org, { integration, seller, colleague }: Owners): void {
  const create = (user: OrgUser, object: string, body: object): string =>
    createRecord(org, user, requireObject(org.schema, object), withoutUndefined(body));

  for (const { id, name, type, publisher } of SAMPLE_SOLUTIONS) {
    create(integration, 'Partner_Center_Solution__c', {
      Name: name,
      Solution_Identifier__c: id,
      Type__c: type,
      Publisher__c: publisher,
    });
  }
  const opportunities = DEALS.map((deal) => createDeal(deal, org, (object, body) => create(seller, object, body)));
  if (!org.schema.objects.has(TEAM_MEMBER.toLowerCase())) return;
  create(seller, TEAM_MEMBER, {
    OpportunityId: opportunities[0],
    UserId: colleague.id,
    TeamMemberRole: 'Pre-Sales Consultant',
    OpportunityAccessLevel: 'Read',
  });
}

function createDeal(deal: SampleDeal, org: Org, create: (object: string, body: object) => string): string {
  const hasCurrency = fieldOf(requireObject(org.schema, 'Opportunity'), 'CurrencyIsoCode') !== undefined;
  const currency = hasCurrency ? { CurrencyIsoCode: deal.currency } : {};
  const AccountId = create('Account', {
    Name: deal.account,
    BillingStreet: deal.street,
    BillingCity: deal.city,
    BillingState: deal.state,
    BillingPostalCode: deal.postalCode,
    BillingCountry: deal.country,
    ...currency,
  });
  const OpportunityId = create('Opportunity', {
    AccountId,
    Name: deal.name,
    Amount: deal.amount,
    CloseDate: new Date(org.now() + deal.closesInDays * DAY).toISOString().slice(0, 10),
    StageName: deal.stage,
    Description: deal.description,
    How_can_Microsoft_help__c: deal.help,
    Referral_Visible_to_Microsoft__c: deal.visible,
    Products__c: deal.products,
    ...currency,
  });
  if (deal.contact) {
    const { first, last, phone } = deal.contact;
    const Email =
      `${first}.${last}`
        .normalize('NFD')
        .replaceAll(/[^A-Za-z.]/g, '')
        .toLowerCase() + '@customer.example';
    const ContactId = create('Contact', { AccountId, FirstName: first, LastName: last, Phone: phone, Email });
    create('OpportunityContactRole', { OpportunityId, ContactId, Role: 'Decision Maker', IsPrimary: true });
  }
  return OpportunityId;
}

const withoutUndefined = (body: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
