import type { Referral } from '../index.ts';

/** An active private deal in the shape that the service answers (reference/samples/create-private-request.json, create-shared-response.json). */
export function referralOf(changes: Partial<Referral> = {}): Referral {
  return {
    id: '7c0e6f53-52a1-4f0e-9a55-0f8f1f6f9a01',
    engagementId: '0d5f8f6e-7f6b-4f2b-8a34-5ad7e1f0c602',
    organizationId: '2b1a9c8d-0000-4000-8000-00000000000a',
    organizationName: 'Woodgrove Solutions',
    name: 'Fabrikam cold chain',
    externalReferenceId: '006000000000001AAA',
    createdDateTime: '2026-11-20T10:00:01.2931817Z',
    updatedDateTime: '2026-11-20T10:00:01.2931817Z',
    expirationDateTime: null,
    status: 'Active',
    substatus: 'Accepted',
    statusReason: null,
    qualification: 'SalesQualified',
    type: 'Independent',
    direction: 'Outgoing',
    eTag: '"0000-1"',
    target: [],
    customerProfile: {
      name: 'Fabrikam Foods',
      address: { addressLine1: '1 Harbour Way', city: 'Seattle', state: 'WA', postalCode: '98101', country: 'US' },
      size: '10to50employees',
      team: [
        {
          contactPreference: { locale: 'en-us', disableNotifications: false },
          firstName: 'Ana',
          lastName: 'Silva',
          phoneNumber: '+1 425 555 0100',
          email: 'ana@fabrikam.example',
        },
      ],
      ids: [],
    },
    consent: {
      consentToToShareInfoWithOthers: true,
      consentToContact: true,
      consentToMicrosoftToContactSpecificPartners: true,
      consentToShareReferralWithMicrosoftSellers: false,
    },
    details: {
      notes: 'Twelve warehouses.',
      dealValue: 50000,
      currency: 'USD',
      closingDateTime: '2027-03-31T00:00:00Z',
      requirements: {
        industries: [{ id: 'Manufacturing' }],
        solutions: [
          {
            type: 'Name',
            id: 'SOL-15974-MQF',
            name: 'Cold Chain Monitor',
            publisherName: 'Woodgrove',
            solutionType: '3P',
          },
        ],
        additionalRequirements: { iot: {}, attributes: [{ id: 'HaveNotDecided', type: 'CustomerMarketplaceIntent' }] },
      },
    },
    team: [{ firstName: 'Kim', lastName: 'Berg', email: 'kim@woodgrove.example' }],
    links: { self: { uri: 'https://api.partner.example/v1.0/engagments/referrals/1', method: 'GET' } },
    ...changes,
  };
}
