import type { CrmKind, DealField } from '../model/index.ts';
import { SECTION_FIELDS, type SectionFieldNames } from './section-fields.ts';
import type { ConflictRule, CrmPaths, MappingRow, Place, PlaceRule } from './types.ts';

/** One line of the shipped table: both CRMs next to each other, so that a difference between them is seen. */
interface ShippedRow {
  readonly referral: Readonly<Record<string, string>>;
  readonly salesforce: CrmPaths;
  readonly dynamics: CrmPaths;
  /** The places where the row applies. */
  readonly places: readonly Place[];
  readonly conflict: ConflictRule;
  readonly maxLength: Readonly<Record<CrmKind, number | null>>;
}

const EVERYWHERE: readonly Place[] = ['createInCrm', 'updateInCrm', 'createInPartnerCenter', 'updateInPartnerCenter'];
/** Partner Center takes these once, when the deal is first shared (referrals reference §5, flag I and "read-only after the first share"). */
const ON_CREATE: readonly Place[] = ['createInPartnerCenter'];
/** An account and contacts are found or made with the opportunity of a new deal; later they belong to the CRM's people. */
const ON_CREATE_ANYWHERE: readonly Place[] = ['createInCrm', 'createInPartnerCenter'];
const NO_LIMIT = { salesforce: null, dynamics: null };

/** The shipped mapping: the table of microsoft-connector.md §6, completed. */
const SHIPPED = {
  name: {
    referral: { value: '/name' },
    salesforce: { value: ['Name'] },
    dynamics: { value: ['name'] },
    places: EVERYWHERE,
    conflict: 'crm',
    maxLength: { salesforce: 120, dynamics: 300 },
  },
  dealValue: {
    referral: { amount: '/details/dealValue', currency: '/details/currency' },
    salesforce: { amount: ['Amount'], currency: ['CurrencyIsoCode'] },
    dynamics: { amount: ['estimatedvalue'], currency: ['transactioncurrencyid.isocurrencycode'] },
    places: EVERYWHERE,
    conflict: 'crm',
    maxLength: NO_LIMIT,
  },
  closeDate: {
    referral: { value: '/details/closingDateTime' },
    salesforce: { value: ['CloseDate'] },
    dynamics: { value: ['estimatedclosedate'] },
    places: EVERYWHERE,
    conflict: 'crm',
    maxLength: NO_LIMIT,
  },
  notes: {
    referral: { value: '/details/notes' },
    salesforce: { value: ['Description'] },
    dynamics: { value: ['description'] },
    places: EVERYWHERE,
    conflict: 'crm',
    maxLength: { salesforce: 32_000, dynamics: 2_000 },
  },
  phase: {
    referral: { status: '/status', substatus: '/substatus' },
    salesforce: { stage: ['StageName'], closed: ['IsClosed'], won: ['IsWon'] },
    dynamics: { state: ['statecode'], stage: ['statuscode'] },
    places: EVERYWHERE,
    conflict: 'crm',
    maxLength: NO_LIMIT,
  },
  visibleToMicrosoft: {
    referral: { value: '/consent/consentToShareReferralWithMicrosoftSellers' },
    salesforce: { value: [SECTION_FIELDS.salesforce.visible] },
    dynamics: { value: [SECTION_FIELDS.dynamics.visible] },
    places: EVERYWHERE,
    conflict: 'partner-center',
    maxLength: NO_LIMIT,
  },
  help: {
    referral: { value: '/inviteContext/assistanceRequestCode' },
    salesforce: { value: [SECTION_FIELDS.salesforce.help] },
    dynamics: { value: [SECTION_FIELDS.dynamics.help] },
    places: ON_CREATE,
    conflict: 'partner-center',
    maxLength: NO_LIMIT,
  },
  customer: {
    referral: {
      name: '/customerProfile/name',
      line1: '/customerProfile/address/addressLine1',
      line2: '/customerProfile/address/addressLine2',
      city: '/customerProfile/address/city',
      state: '/customerProfile/address/state',
      postalCode: '/customerProfile/address/postalCode',
      country: '/customerProfile/address/country',
    },
    salesforce: {
      name: ['Account.Name'],
      line1: ['Account.BillingStreet'],
      line2: [],
      city: ['Account.BillingCity'],
      state: ['Account.BillingState'],
      postalCode: ['Account.BillingPostalCode'],
      country: ['Account.BillingCountry'],
    },
    dynamics: {
      name: ['parentaccountid.name'],
      line1: ['parentaccountid.address1_line1'],
      line2: ['parentaccountid.address1_line2'],
      city: ['parentaccountid.address1_city'],
      state: ['parentaccountid.address1_stateorprovince'],
      postalCode: ['parentaccountid.address1_postalcode'],
      country: ['parentaccountid.address1_country'],
    },
    places: ON_CREATE_ANYWHERE,
    conflict: 'partner-center',
    maxLength: NO_LIMIT,
  },
  contacts: {
    referral: { value: '/customerProfile/team' },
    salesforce: {},
    dynamics: {},
    places: ON_CREATE_ANYWHERE,
    conflict: 'partner-center',
    maxLength: NO_LIMIT,
  },
  team: {
    referral: { value: '/team' },
    salesforce: {},
    dynamics: {},
    places: EVERYWHERE,
    conflict: 'crm',
    maxLength: NO_LIMIT,
  },
  solutions: {
    referral: { value: '/details/requirements/solutions' },
    salesforce: { value: [SECTION_FIELDS.salesforce.products] },
    dynamics: { value: [SECTION_FIELDS.dynamics.products] },
    places: EVERYWHERE,
    conflict: 'crm',
    maxLength: { salesforce: 4_000, dynamics: 4_000 },
  },
} as const satisfies Record<DealField, ShippedRow>;

/** Rows without which Partner Center accepts no deal (referrals reference §5, "R" and "at least 1 needed"). */
export const REQUIRED_ON_CREATE: readonly string[] = ['name', 'dealValue', 'closeDate', 'customer', 'solutions'];

/** Rows that Partner Center takes once. A later change in the CRM is told to the seller instead of sent. */
export const CREATE_ONLY: readonly string[] = ['help', 'customer', 'contacts'];

const APPLY: PlaceRule = { valueMap: null, default: null };

/** The shipped rows for one CRM, with the section's fields under the names that this organisation gave them. */
export function defaultMapping(crm: CrmKind, fields: SectionFieldNames): readonly MappingRow[] {
  const shipped: Readonly<Record<string, ShippedRow>> = SHIPPED;
  const renamed: Readonly<Record<string, string>> = {
    visibleToMicrosoft: fields.visible,
    help: fields.help,
    solutions: fields.products,
  };
  return Object.entries(shipped).map(([field, row]) => {
    const rule = (place: Place) => (row.places.includes(place) ? APPLY : null);
    const sectionField = renamed[field];
    return {
      field,
      referral: row.referral,
      crm: sectionField === undefined ? row[crm] : { value: [sectionField] },
      places: {
        createInCrm: rule('createInCrm'),
        updateInCrm: rule('updateInCrm'),
        createInPartnerCenter: rule('createInPartnerCenter'),
        updateInPartnerCenter: rule('updateInPartnerCenter'),
      },
      conflict: row.conflict,
      crmMaxLength: row.maxLength[crm],
    };
  });
}
