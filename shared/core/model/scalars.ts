/** A calendar date without time or zone: `YYYY-MM-DD`. */
export type IsoDate = string;
/** A point in time in UTC: ISO 8601 with `Z`. */
export type IsoInstant = string;
/** A canonical decimal number as text, without exponent, sign only when negative, no trailing zeros: `"0.3"`, `"50000"`. */
export type DecimalString = string;
/** ISO 3166-1 alpha-2, upper case. */
export type CountryCode = string;
/** ISO 4217, upper case. */
export type CurrencyCode = string;

/** An exact amount: never a binary floating point number. */
export interface Money {
  readonly amount: DecimalString;
  readonly currency: CurrencyCode;
}
