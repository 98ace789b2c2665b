import { remembered } from './remember.ts';
import type { CurrencyCode, DecimalString, Money } from './scalars.ts';

/** Digits that survive the trip through a JSON number, which is binary64. */
const MAX_SIGNIFICANT_DIGITS = 15;
/** As many decimals as Intl keeps. */
const ALL_DECIMALS = 100;
const MOST_CURRENCIES = 200;

/** Making a format takes Intl longer than everything else that is done with an amount. */
const knownDecimals = new Map<CurrencyCode, number>();

/** Decimals of a currency's smallest unit (JPY 0, USD 2, KWD 3); 2 for a code that Intl does not know. */
export function currencyDecimals(currency: CurrencyCode): number {
  const decimals = knownDecimals.get(currency) ?? decimalsOf(currency);
  // A mistyped code is no currency; there are too many of them to keep.
  if (knownDecimals.size < MOST_CURRENCIES) knownDecimals.set(currency, decimals);
  return decimals;
}

function decimalsOf(currency: CurrencyCode): number {
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
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) ? rounded(text, ALL_DECIMALS) : null;
}

/**
 * Money rounded half up to the currency's decimals, so that binary noise (0.1 + 0.2 = 0.30000000000000004) is gone.
 * Without an amount there is no money; an unknown currency is the empty code, which readiness reports.
 */
export function moneyOf(amount: unknown, currency: string | null): Money | null {
  const decimal = parseDecimal(amount);
  if (decimal === null) return null;
  const code = (currency ?? '').trim().toUpperCase();
  return { amount: rounded(decimal, currencyDecimals(code)), currency: code };
}

/** -1, 0 or 1. */
export function signOf(amount: DecimalString): number {
  return amount === '0' ? 0 : amount.startsWith('-') ? -1 : 1;
}

/** Whether the amount has so few digits that the JSON number on the wire is exactly it. */
export function fitsJsonNumber(amount: DecimalString): boolean {
  const [whole = '', decimals = ''] = amount.replace('-', '').split('.');
  const digits = (whole + decimals).replace(/^0+|0+$/g, '');
  return digits.length <= MAX_SIGNIFICANT_DIGITS && whole.length <= MAX_SIGNIFICANT_DIGITS;
}

/**
 * Whether `stored` is what a field with fewer decimals makes of `written`, by any common rounding. Used only for a value
 * that we wrote ourselves and have not read back yet.
 */
export function isRoundedForm(stored: Money, written: Money): boolean {
  if (stored.currency !== written.currency) return false;
  const modes = ['trunc', 'halfExpand', 'halfEven', 'expand'] as const;
  return [0, 1, 2, 3].some((decimals) =>
    modes.some((mode) => rounded(written.amount, decimals, mode) === stored.amount),
  );
}

type RoundingMode = NonNullable<Intl.NumberFormatOptions['roundingMode']>;

/** Named by rounding mode and decimals. */
const formatOf = remembered((name) => {
  const [roundingMode, decimals] = name.split(' ');
  return new Intl.NumberFormat('en', {
    useGrouping: false,
    maximumFractionDigits: Number(decimals),
    roundingMode: roundingMode as RoundingMode,
    signDisplay: 'negative',
  });
});

/**
 * The decimal in canonical text, rounded. Intl calculates with decimal text exactly (ECMA-402, NumberFormat v3: every browser that the CRMs
 * support, Node 20), so that the sections need no library for it.
 */
function rounded(decimal: string, decimals: number, roundingMode: RoundingMode = 'halfExpand'): DecimalString {
  return formatOf(`${roundingMode} ${decimals}`).format(decimal as `${number}`);
}
