/** A row of the opportunity stage table, as a new org has it, plus the two of Microsoft's own connector: deals on hold and deals just accepted. */
export interface Stage {
  readonly name: string;
  /** Percent. */
  readonly probability: number;
  readonly isClosed: boolean;
  readonly isWon: boolean;
  readonly forecastCategory: string;
}

const open = (name: string, probability: number, forecastCategory = 'Pipeline'): Stage => ({
  name,
  probability,
  isClosed: false,
  isWon: false,
  forecastCategory,
});

export const STAGES: readonly Stage[] = [
  open('New', 5, 'Omitted'),
  open('Accepted', 10),
  open('Prospecting', 10),
  open('Qualification', 10),
  open('Needs Analysis', 20),
  open('Value Proposition', 50),
  open('Id. Decision Makers', 60),
  open('Perception Analysis', 70),
  open('Proposal/Price Quote', 75),
  open('Negotiation/Review', 90),
  { name: 'Closed Won', probability: 100, isClosed: true, isWon: true, forecastCategory: 'Closed' },
  { name: 'Closed Lost', probability: 0, isClosed: true, isWon: false, forecastCategory: 'Omitted' },
];

/** Currencies that are active in the sandbox org, the corporate one first. */
export const CURRENCIES: readonly string[] = [
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'CNY',
  'CHF',
  'CAD',
  'AUD',
  'INR',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'KWD',
  'BRL',
  'SGD',
];
