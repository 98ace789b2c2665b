/** Something without which the deal cannot be shared. */
export interface Lack {
  readonly code: MissingCode;
  /** CRM field path to fill; of people, the list (`contacts`). */
  readonly field: string;
  /** The value that is wrong, where one is. */
  readonly value?: string;
  /** What to enter instead, where that is known. */
  readonly suggestion?: string;
}

/** The same in words. */
export interface Missing extends Lack {
  /** What is wrong, as a plain sentence. */
  readonly message: string;
  /** What to do, as an imperative sentence. */
  readonly cure: string;
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
