import { type Html, html } from '../../kit/index.ts';
import type { FieldDefinition, FieldValue } from '../schema/types.ts';

/** A value for people: labels of choices, links that can be clicked, times without their technical tail. */
export function display(field: FieldDefinition, value: FieldValue): Html {
  if (value === null || value === '') return html`<span class="hint">-</span>`;
  if (field.type === 'boolean') return html`${value === true ? 'Yes' : 'No'}`;
  if (field.type === 'picklist') return html`${labelOf(field, value)}`;
  if (field.type === 'datetime') return html`${String(value).slice(0, 16).replace('T', ' ')} UTC`;
  return field.type === 'url' ? link(String(value)) : html`${value}`;
}

export const labelOf = (field: FieldDefinition, value: FieldValue): string =>
  field.picklist.find((option) => option.value === value)?.label ?? String(value ?? '');

function link(address: string): Html {
  const isWeb = URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
  if (!isWeb) return html`${address}`;
  return html`<a href="${address}" target="_blank" rel="noopener">${address}</a>`;
}

const GOOD = new Set(['in-sync']);
const BAD = new Set(['failed', 'conflict', 'unlinked']);

/** The sync status as a tag: a word, and a colour only on top of it. */
export function statusTag(field: FieldDefinition, value: FieldValue): Html {
  if (value === null) return html`<span class="tag">Not shared</span>`;
  const tone = GOOD.has(String(value)) ? 'good' : BAD.has(String(value)) ? 'bad' : '';
  return html`<span class="tag ${tone}">${labelOf(field, value)}</span>`;
}
