/** `context.formatting` by the person's language. Dates are taken in the browser's time zone, as the platform takes the person's. */
export function createFormatting(locale: string): ComponentFramework.Formatting {
  const date = (value: Date, options: Intl.DateTimeFormatOptions): string => value.toLocaleDateString(locale, options);
  return {
    formatCurrency: (value, precision = 2, symbol = '') =>
      symbol + value.toLocaleString(locale, { minimumFractionDigits: precision, maximumFractionDigits: precision }),
    formatDecimal: (value, precision = 2) =>
      value.toLocaleString(locale, { minimumFractionDigits: precision, maximumFractionDigits: precision }),
    formatInteger: (value) => value.toLocaleString(locale, { maximumFractionDigits: 0 }),
    formatDateAsFilterStringInUTC: (value, includeTime = false) =>
      includeTime ? value.toISOString() : value.toISOString().slice(0, 10),
    formatDateLong: (value) => date(value, { dateStyle: 'full' }),
    formatDateLongAbbreviated: (value) => date(value, { dateStyle: 'medium' }),
    formatDateShort: (value, includeTime = false) =>
      value.toLocaleString(locale, { dateStyle: 'short', ...(includeTime && { timeStyle: 'short' as const }) }),
    formatDateYearMonth: (value) => date(value, { year: 'numeric', month: 'long' }),
    formatTime: (value) => value.toLocaleTimeString(locale, { timeStyle: 'short' }),
    formatLanguage: (value) => String(value),
    getWeekOfYear(value) {
      const start = new Date(value.getFullYear(), 0, 1);
      return Math.ceil(((value.getTime() - start.getTime()) / 86_400_000 + start.getDay() + 1) / 7);
    },
  };
}
