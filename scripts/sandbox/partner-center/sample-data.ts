import { ANSWER_WITHIN_MS, MICROSOFT, PARTNER } from './conventions.ts';
import type { ReferralRecord, StoredReferral } from './record.ts';
import type { ReferralContent } from './schema.ts';
import { formatInstant } from './ticks.ts';

const DAY = 24 * 60 * 60 * 1000;

interface Sample {
  readonly id: string;
  readonly engagementId: string;
  readonly sentDaysAgo: number;
  readonly answeredDaysAgo: number | null;
  readonly closedDaysAgo: number | null;
  readonly closesInDays: number;
  readonly content: Omit<ReferralContent, 'details'> & {
    readonly details: Omit<ReferralContent['details'], 'closingDateTime'>;
  };
}

const CONSENT: ReferralContent['consent'] = {
  consentToToShareInfoWithOthers: true,
  consentToContact: true,
  consentToShareReferralWithMicrosoftSellers: true,
};
const INVITED_BY = { organizationId: MICROSOFT.id, organizationName: MICROSOFT.name };
const PARTNER_TEAM = [
  {
    firstName: 'Amara',
    lastName: 'Nwosu',
    email: 'amara.nwosu@northwind-cloud.example',
    phoneNumber: '+44 20 7946 0102',
  },
];
const MARKETPLACE_UNDECIDED = { attributes: [{ type: 'CustomerMarketplaceIntent' as const, id: 'HaveNotDecided' }] };

/** Three deals that Microsoft sent: one that waits for an answer, one that runs, one that was lost. */
const SAMPLES: readonly Sample[] = [
  {
    id: '6c1d52f0-3a97-4d1e-8b52-9f0a4e7c1b01',
    engagementId: 'a3e8f1c4-0d52-4b7f-9c86-1f2b3d4e5a01',
    sentDaysAgo: 2,
    answeredDaysAgo: null,
    closedDaysAgo: null,
    closesInDays: 75,
    content: {
      name: 'Line monitoring for three plants',
      externalReferenceId: null,
      status: 'New',
      substatus: 'Received',
      qualification: 'SalesQualified',
      type: 'Shared',
      target: [{ type: 'SolutionProfile', id: 'SOL-15974-MQF' }],
      customerProfile: {
        name: 'Adatum Motors',
        address: {
          addressLine1: '18 Foundry Lane',
          city: 'Birmingham',
          state: 'West Midlands',
          postalCode: 'B1 1AA',
          country: 'GB',
        },
        size: '1001to5000employees',
        team: [
          {
            firstName: 'Priya',
            lastName: 'Raman',
            email: 'priya.raman@adatum.example',
            phoneNumber: '+44 121 496 0000',
            title: 'Head of Operations',
          },
        ],
        ids: [{ profileType: 'External', id: '6-SBX10' }],
      },
      consent: CONSENT,
      details: {
        notes:
          'Adatum wants to see the state of every production line in one place. They asked us for a partner who has done this in a plant before.',
        dealValue: 84000.5,
        currency: 'GBP',
        requirements: {
          industries: [{ id: 'Manufacturing' }],
          products: [{ id: 'Dynamics365Enterprise' }],
          services: [{ id: 'DeploymentOrMigration' }],
          solutions: [
            {
              id: 'SOL-15974-MQF',
              name: 'Factory Floor Insights',
              type: 'Name',
              publisherName: 'Northwind Cloud Partners',
              solutionType: '3P',
            },
          ],
          additionalRequirements: MARKETPLACE_UNDECIDED,
        },
      },
      team: PARTNER_TEAM,
      inviteContext: {
        notes: 'They decide before the end of the quarter. Could you call Priya this week?',
        assistanceRequestCode: 'ProofOfConceptOrDemo',
        invitedBy: INVITED_BY,
      },
    },
  },
  {
    id: '7d2e63a1-4ba8-4e2f-9c63-a01b5f8d2c02',
    engagementId: 'b4f9a2d5-1e63-4c80-8d97-203c4e5f6b02',
    sentDaysAgo: 20,
    answeredDaysAgo: 18,
    closedDaysAgo: null,
    closesInDays: 40,
    content: {
      name: 'Temperature records for vaccine transport',
      externalReferenceId: null,
      status: 'Active',
      substatus: 'Accepted',
      qualification: 'SalesQualified',
      type: 'Shared',
      target: [{ type: 'SolutionProfile', id: 'SOL-20318-HZT' }],
      customerProfile: {
        name: 'Relecloud Logistics',
        address: { addressLine1: 'Hafenstraße 7', city: 'Hamburg', postalCode: '20457', country: 'DE' },
        size: '251to1000employees',
        team: [
          {
            firstName: 'Jonas',
            lastName: 'Brandt',
            email: 'jonas.brandt@relecloud.example',
            phoneNumber: '+49 40 5550 100',
          },
        ],
        ids: [{ profileType: 'External', id: '6-SBX11' }],
      },
      consent: CONSENT,
      details: {
        notes: 'Proof of temperature for every pallet, readable by the authorities.',
        dealValue: 132500,
        currency: 'EUR',
        requirements: {
          industries: [{ id: 'Healthcare' }],
          products: [{ id: 'Azure' }],
          services: [{ id: 'Integration' }],
          solutions: [
            {
              id: 'SOL-20318-HZT',
              name: 'Cold Chain Monitor',
              type: 'Name',
              publisherName: 'Northwind Cloud Partners',
              solutionType: '3P',
            },
            {
              id: '0f4b8a52-7d1e-4c39-a6f5-2b9de0c7a113',
              name: 'Azure Virtual Machines',
              type: 'Name',
              publisherName: 'Microsoft',
              solutionType: '1P',
            },
          ],
          additionalRequirements: MARKETPLACE_UNDECIDED,
        },
      },
      team: PARTNER_TEAM,
      inviteContext: {
        notes: 'The customer already runs on Azure.',
        assistanceRequestCode: 'CustomerTechnicalArchitecture',
        invitedBy: INVITED_BY,
      },
      trackingInfo: { microsoftMsxId: '7-SBX2201' },
    },
  },
  {
    id: '8e3f74b2-5cb9-4f30-8d74-b12c6a9e3d03',
    engagementId: 'c50ab3e6-2f74-4d91-9ea8-314d5f607c03',
    sentDaysAgo: 60,
    answeredDaysAgo: 58,
    closedDaysAgo: 9,
    closesInDays: -12,
    content: {
      name: 'Demand forecast for bookshops',
      externalReferenceId: null,
      status: 'Closed',
      substatus: 'Lost',
      statusReason: 'Customer chose another vendor',
      qualification: 'SalesQualified',
      type: 'Shared',
      target: [{ type: 'SolutionProfile', id: 'SOL-21846-KWB' }],
      customerProfile: {
        name: 'Lucerne Publishing',
        address: { addressLine1: '2-4-1 Kanda', city: 'Tokyo', postalCode: '101-0051', country: 'JP' },
        size: '51to250employees',
        team: [
          {
            firstName: 'Haruka',
            lastName: 'Mori',
            email: 'haruka.mori@lucerne.example',
            phoneNumber: '+81 3 5550 0199',
          },
        ],
        ids: [],
      },
      consent: CONSENT,
      details: {
        notes: 'Forty shops, one order list a week.',
        dealValue: 9600000,
        currency: 'JPY',
        requirements: {
          industries: [{ id: 'Retail & Consumer Goods' }],
          solutions: [
            {
              id: 'SOL-21846-KWB',
              name: 'Retail Demand Forecast',
              type: 'Name',
              publisherName: 'Northwind Cloud Partners',
              solutionType: '3P',
            },
          ],
        },
      },
      team: PARTNER_TEAM,
      inviteContext: {
        notes: 'A small deal with a known name.',
        assistanceRequestCode: 'GeneralOrOther',
        invitedBy: INVITED_BY,
      },
    },
  },
];

/** The sample data as if it had happened in the days before `now` (milliseconds since 1970). */
export function sampleRecords(now: number, nextETag: () => string): readonly ReferralRecord[] {
  return SAMPLES.map((sample) => toRecord(sample, now, nextETag()));
}

function toRecord(sample: Sample, now: number, eTag: string): ReferralRecord {
  const daysAgo = (days: number) => formatInstant(now - days * DAY);
  const createdDateTime = daysAgo(sample.sentDaysAgo);
  const closing = new Date(now + sample.closesInDays * DAY).toISOString().slice(0, 10);
  const referral: StoredReferral = {
    id: sample.id,
    engagementId: sample.engagementId,
    organizationId: PARTNER.id,
    organizationName: PARTNER.name,
    createdDateTime,
    updatedDateTime: daysAgo(sample.closedDaysAgo ?? sample.answeredDaysAgo ?? sample.sentDaysAgo),
    expirationDateTime: formatInstant(now - sample.sentDaysAgo * DAY + ANSWER_WITHIN_MS),
    acceptedDateTime: sample.answeredDaysAgo === null ? null : daysAgo(sample.answeredDaysAgo),
    closedDateTime: sample.closedDaysAgo === null ? null : daysAgo(sample.closedDaysAgo),
    direction: 'Incoming',
    eTag,
    ...sample.content,
    details: { ...sample.content.details, closingDateTime: `${closing}T00:00:00Z` },
  };
  return {
    referral,
    history: [{ time: createdDateTime, clientId: 'microsoft', via: 'API', what: 'created', changes: [] }],
  };
}
