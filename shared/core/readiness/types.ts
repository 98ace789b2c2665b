/** Something without which the deal cannot be shared, and what to do about it. */
export interface Missing {
  readonly code: MissingCode;
  /** CRM field path to fill; of people, the list (`contacts`). */
  readonly field: string;
  /** What is wrong, as a plain sentence. */
  readonly message: string;
  /** What to do, as an imperative sentence. */
  readonly cure: string;
  /** The value that is wrong, where one is. */
  readonly value?: string;
  /** What to enter instead, where that is known. */
  readonly suggestion?: string;
}

export type MissingCode =
  | 'already-closed'
  | 'name-missing'
  | 'customer-name-missing'
  | 'country-missing'
  | 'country-invalid'
  | 'solution-missing'
  | 'solution-invalid'
  | 'value-missing'
  | 'value-invalid'
  | 'currency-missing'
  | 'currency-invalid'
  | 'close-date-missing'
  | 'contact-missing'
  | 'contact-incomplete'
  | 'help-unknown'
  | 'consent-missing';
