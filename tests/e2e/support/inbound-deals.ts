import { randomUUID } from 'node:crypto';
import type { CrmName } from './world.ts';

/** The sandbox sends deals of these countries to these CRMs (scripts/sandbox/connector-config.ts). */
export const COUNTRY: Readonly<Record<CrmName, string>> = { salesforce: 'GB', dynamics: 'DE' };

/** What a Microsoft seller sends, for the customers of this CRM; the customer is a new one each time. */
export const fromMicrosoft = (name: CrmName, changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  name: 'Line monitoring for three plants',
  type: 'Shared',
  qualification: 'SalesQualified',
  customerProfile: {
    name: `Adatum ${randomUUID()}`,
    address: { addressLine1: '18 Foundry Lane', city: 'Birmingham', postalCode: 'B1 1AA', country: COUNTRY[name] },
    team: [{ firstName: 'Jonas', lastName: 'Brandt', email: 'jonas.brandt@adatum.example', phoneNumber: '+49 40 1' }],
  },
  consent: {
    consentToToShareInfoWithOthers: true,
    consentToContact: true,
    consentToShareReferralWithMicrosoftSellers: true,
  },
  details: {
    notes: 'Three plants, one view.',
    dealValue: 84_000.5,
    currency: 'EUR',
    closingDateTime: '2027-02-03T00:00:00Z',
    requirements: { solutions: [{ id: 'SOL-15974-MQF' }] },
  },
  ...changes,
});
