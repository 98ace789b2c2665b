import { type Html, html } from '../../kit/index.ts';
import type { ReferralContent } from '../schema.ts';
import type { StoredReferral } from '../record.ts';

/** `84,000.50 GBP`, with the currency's own number of decimals. */
export function formatValue({
  dealValue,
  currency,
}: Pick<ReferralContent['details'], 'dealValue' | 'currency'>): string {
  const number = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' });
  const digits = number.resolvedOptions().minimumFractionDigits ?? 2;
  const amount = new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: 4 }).format(
    dealValue,
  );
  return `${amount} ${currency}`;
}

/** A UTC time for people: `2025-11-20 17:05 UTC`. */
export function formatTime(instant: string | null): string {
  return instant === null ? '' : `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}

export function statusTag({ status, substatus }: Pick<StoredReferral, 'status' | 'substatus'>): Html {
  const tone = substatus === 'Won' || substatus === 'Accepted' ? ' good' : status === 'Closed' ? ' bad' : '';
  return html`<span class="tag${tone}">${status} / ${substatus}</span>`;
}

export const inboxPath = (id: string): string => `/referrals/v2/inbox?id=${encodeURIComponent(id)}`;
