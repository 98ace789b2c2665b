/** Ids of the sample rows: the same on every start, so that links to them stay good. */
export function sampleId(kind: number, number: number): string {
  return `c05e11${kind.toString(16).padStart(2, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

export const KINDS = {
  user: 1,
  team: 2,
  businessUnit: 3,
  organization: 4,
  currency: 5,
  account: 6,
  contact: 7,
  opportunity: 8,
  connectionRole: 9,
  solution: 10,
  entra: 11,
  connection: 12,
} as const;

export const ORGANIZATION = { id: sampleId(KINDS.organization, 1), name: 'sandbox' } as const;
export const BUSINESS_UNITS = {
  sales: sampleId(KINDS.businessUnit, 1),
  other: sampleId(KINDS.businessUnit, 2),
} as const;
export const SALES_TEAM = sampleId(KINDS.team, 1);

/** ISO code → id. */
export const CURRENCIES: Readonly<Record<'USD' | 'EUR' | 'JPY', string>> = {
  USD: sampleId(KINDS.currency, 1),
  EUR: sampleId(KINDS.currency, 2),
  JPY: sampleId(KINDS.currency, 3),
};
