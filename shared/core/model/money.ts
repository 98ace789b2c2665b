import Big from 'big.js';
import type { CurrencyCode, DecimalString, Money } from './scalars.ts';

/** Digits that survive the trip through a JSON number, which is binary64. */
const MAX_SIGNIFICANT_DIGITS = 15;

/** Decimals of a currency's smallest unit (JPY 0, USD 2, KWD 3); 2 for a code that Intl does not know. */
export function currencyDecimals(currency: CurrencyCode): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** Whether this is an ISO 4217 code. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

/** A decimal in canonical text; `null` when it is empty or not a decimal number. Accepts what JSON and both CRMs deliver. */
export function parseDecimal(value: unknown): DecimalString | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) ? canonical(new Big(text.replace(/^\+/, ''))) : null;
}

/**
 * Money rounded half up to the currency's decimals, so that binary noise (0.1 + 0.2 = 0.30000000000000004) is gone.
 * Without an amount there is no money; an unknown currency is the empty code, which readiness reports.
 */
export function moneyOf(amount: unknown, currency: string | null): Money | null {
  const decimal = parseDecimal(amount);
  if (decimal === null) return null;
  const code = (currency ?? '').trim().toUpperCase();
  return { amount: canonical(new Big(decimal).round(currencyDecimals(code), Big.roundHalfUp)), currency: code };
}

/** -1, 0 or 1. */
export function signOf(amount: DecimalString): number {
  return new Big(amount).cmp(0);
}

/** Whether the amount has so few digits that the JSON number on the wire is exactly it. */
export function fitsJsonNumber(amount: DecimalString): boolean {
  return new Big(amount).c.length <= MAX_SIGNIFICANT_DIGITS && new Big(amount).abs().lt('1e15');
}

/**
 * Whether `stored` is what a field with fewer decimals makes of `written`, by any common rounding. Used only for a value
 * that we wrote ourselves and have not read back yet.
 */
export function isRoundedForm(stored: Money, written: Money): boolean {
  if (stored.currency !== written.currency) return false;
  const exact = new Big(written.amount);
  const modes = [Big.roundDown, Big.roundHalfUp, Big.roundHalfEven, Big.roundUp];
  return [0, 1, 2, 3].some((decimals) => modes.some((mode) => exact.round(decimals, mode).eq(stored.amount)));
}

function canonical(value: Big): DecimalString {
  return value.eq(0) ? '0' : value.toFixed();
}
