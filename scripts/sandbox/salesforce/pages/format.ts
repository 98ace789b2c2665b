import { type Html, html } from '../../kit/index.ts';
import type { FieldDefinition, FieldValue } from '../schema/types.ts';

const GOOD = new Set(['in-sync']);
const BAD = new Set(['failed', 'conflict', 'unlinked']);

/** The sync status as a tag: a word, and a colour only on top of it. */
export function statusTag(field: FieldDefinition | undefined, value: FieldValue): Html {
  if (value === null) return html`<span class="tag">Not shared</span>`;
  const tone = GOOD.has(String(value)) ? 'good' : BAD.has(String(value)) ? 'bad' : '';
  const label = field?.picklist.find((option) => option.value === value)?.label ?? String(value);
  return html`<span class="tag ${tone}">${label}</span>`;
}

/** `USD 185,000.00`; a dash where there is no amount. */
export function moneyText(amount: FieldValue, currency: FieldValue): string {
  if (amount === null || typeof currency !== 'string') return '-';
  return new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' }).format(Number(amount));
}
