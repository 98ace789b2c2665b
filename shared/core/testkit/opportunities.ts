import {
  choiceToCrm,
  SECTION_FIELDS,
  type CrmKind,
  type CrmOpportunity,
  type CrmValue,
  type Person,
} from '../index.ts';

/** An opportunity in neutral words; `opportunityOf` spells it in the CRM's fields. */
export interface Draft {
  readonly name: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly closeDate: string | null;
  readonly notes: string | null;
  readonly phase: 'on-hold' | 'open' | 'won' | 'lost';
  readonly sync: boolean;
  readonly help: string | null;
  readonly visible: boolean;
  readonly products: string | null;
  readonly customerName: string | null;
  readonly country: string | null;
}

/** A private deal with everything that sharing needs. */
export const READY: Draft = {
  name: 'Fabrikam cold chain',
  amount: '50000',
  currency: 'USD',
  closeDate: '2027-03-31',
  notes: 'Twelve warehouses.',
  phase: 'open',
  sync: true,
  help: null,
  visible: false,
  products: 'SOL-15974-MQF',
  customerName: 'Fabrikam Foods',
  country: 'US',
};

export const CONTACT: Person = {
  firstName: 'Ana',
  lastName: 'Silva',
  email: 'ana@fabrikam.example',
  phone: '+1 425 555 0100',
};
export const OWNER: Person = { firstName: 'Kim', lastName: 'Berg', email: 'kim@woodgrove.example', phone: null };

type Values = Record<string, CrmValue>;

/** Spells a part of a draft in the fields of the CRM. */
export function valuesOf(crm: CrmKind, draft: Partial<Draft>): Values {
  const fields = SECTION_FIELDS[crm];
  const spelled: Readonly<Record<string, (draft: Partial<Draft>) => Values>> = {
    name: (d) => ({ [crm === 'salesforce' ? 'Name' : 'name']: d.name ?? null }),
    amount: (d) => ({ [crm === 'salesforce' ? 'Amount' : 'estimatedvalue']: d.amount ?? null }),
    currency: (d) => ({
      [crm === 'salesforce' ? 'CurrencyIsoCode' : 'transactioncurrencyid.isocurrencycode']: d.currency ?? null,
    }),
    closeDate: (d) => ({ [crm === 'salesforce' ? 'CloseDate' : 'estimatedclosedate']: d.closeDate ?? null }),
    notes: (d) => ({ [crm === 'salesforce' ? 'Description' : 'description']: d.notes ?? null }),
    phase: (d) => stageOf(crm, d.phase ?? 'open'),
    sync: (d) => ({ [fields.sync]: d.sync ?? false }),
    help: (d) => ({ [fields.help]: choiceToCrm(crm, 'help', d.help ?? null) }),
    visible: (d) => ({ [fields.visible]: d.visible ?? false }),
    products: (d) => ({ [fields.products]: d.products ?? null }),
    customerName: (d) => ({ [crm === 'salesforce' ? 'Account.Name' : 'parentaccountid.name']: d.customerName ?? null }),
    country: (d) => ({
      [crm === 'salesforce' ? 'Account.BillingCountry' : 'parentaccountid.address1_country']: d.country ?? null,
    }),
  };
  return Object.assign({}, ...Object.keys(draft).map((key) => spelled[key]?.(draft) ?? {})) as Values;
}

function stageOf(crm: CrmKind, phase: Draft['phase']): Values {
  if (crm === 'dynamics') {
    const [statecode, statuscode] = { 'on-hold': [0, 2], open: [0, 1], won: [1, 3], lost: [2, 4] }[phase] as [
      number,
      number,
    ];
    return { statecode, statuscode };
  }
  const StageName = { 'on-hold': 'New', open: 'Prospecting', won: 'Closed Won', lost: 'Closed Lost' }[phase];
  return { StageName, IsClosed: phase === 'won' || phase === 'lost', IsWon: phase === 'won' };
}

/** A whole opportunity as an adapter reads it. */
export function opportunityOf(crm: CrmKind, draft: Partial<Draft> = {}, people: Partial<People> = {}): CrmOpportunity {
  return {
    id: crm === 'salesforce' ? '006000000000001AAA' : '6f1d2c3b-0000-4000-8000-000000000001',
    version: '1',
    modifiedAt: '2026-11-20T10:00:00Z',
    values: valuesOf(crm, { ...READY, ...draft }),
    contacts: people.contacts ?? [CONTACT],
    team: people.team ?? [OWNER],
  };
}

export interface People {
  readonly contacts: readonly Person[];
  readonly team: readonly Person[];
}
