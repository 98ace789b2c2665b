import type { Referral } from '../../../shared/core/index.ts';
import type { AccountForm, ContactForm, CrmDriver, Customer, OpportunityForm, SectionFields } from './crm-driver.ts';
import type { PartnerCenterDriver } from './partner-center-driver.ts';
import { waitFor } from './wait.ts';

export const ACCOUNT: AccountForm = {
  name: 'Aldgate Instruments Ltd',
  street: '12 Minories',
  city: 'London',
  postalCode: 'EC3N 1BJ',
  country: 'GB',
};

export const CONTACT: ContactForm = {
  firstName: 'Priya',
  lastName: 'Raman',
  email: 'priya.raman@aldgate.example',
  phone: '+44 20 7946 0101',
};

/** Ready to be shared as co-sell. */
export const DEAL: OpportunityForm = {
  name: 'Sensor platform renewal',
  amount: 125_000.5,
  currency: 'EUR',
  closeDate: '2027-03-31',
  notes: 'Wants to move its telemetry to Azure.',
  sync: true,
  help: 'ProofOfConceptOrDemo',
  visible: false,
  products: 'SOL-15974-MQF',
};

export interface SharedDeal {
  readonly opportunityId: string;
  readonly customer: Customer;
  readonly referral: Referral;
}

/** A deal that the connector has shared and reported as in sync. */
export async function shareDeal(
  crm: CrmDriver,
  partnerCenter: PartnerCenterDriver,
  form: Partial<OpportunityForm> = {},
): Promise<SharedDeal> {
  const customer = await crm.createCustomer(ACCOUNT, CONTACT);
  const opportunityId = await crm.createOpportunity({ ...DEAL, ...form }, customer);
  await waitForStatus(crm, opportunityId, 'in-sync');
  const [referral, ...more] = await partnerCenter.ownOf(opportunityId);
  if (!referral || more.length > 0)
    throw new Error(`Expected one referral of ${opportunityId}, found ${more.length + (referral ? 1 : 0)}.`);
  return { opportunityId, customer, referral };
}

/** Waits until the section shows the status. */
export function waitForStatus(
  crm: CrmDriver,
  opportunityId: string,
  status: SectionFields['status'],
  withinMs?: number,
): Promise<SectionFields> {
  return waitFor(
    `status "${status}" on the opportunity`,
    async () => {
      const section = await crm.section(opportunityId);
      if (section.status !== status)
        throw new Error(`It is "${section.status}": ${section.audit[0] ?? 'no audit line'}`);
      return section;
    },
    withinMs,
  );
}

/** Waits until the referral in Partner Center looks as told, and returns it. */
export function waitForReferral(
  partnerCenter: PartnerCenterDriver,
  opportunityId: string,
  looksRight: (referral: Referral) => boolean,
  withinMs?: number,
): Promise<Referral> {
  return waitFor(
    'the referral to follow',
    async () => {
      const referral = (await partnerCenter.ownOf(opportunityId))[0];
      if (!referral) throw new Error('There is no referral.');
      if (!looksRight(referral)) throw new Error(`It is ${JSON.stringify(referral)}`);
      return referral;
    },
    withinMs,
  );
}
