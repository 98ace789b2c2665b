import { closeDateOf } from '../model/close-date.ts';
import { normalCountry } from '../model/country.ts';
import { getField, isEmptyValue, withField, type FieldValue } from '../model/fields.ts';
import type { Customer, Deal, Money, Solution } from '../model/index.ts';
import { moneyOf } from '../model/money.ts';
import { normalSolutionId, parseSolutions, uniqueSolutions } from '../model/solution.ts';
import { cutText, normalText } from '../model/text.ts';
import type { SyncPolicy } from '../policy/types.ts';
import type { MappingRow, PlaceRule } from './types.ts';

export function rowOf(policy: SyncPolicy, field: string): MappingRow {
  const row = policy.mapping.find((candidate) => candidate.field === field);
  if (row === undefined) throw new RangeError(`There is no mapping row ${field}.`);
  return row;
}

/**
 * The CRM's deal as it is sent to Partner Center in this place: value maps and defaults applied. A row that is switched off keeps
 * the CRM's value here; whoever sends looks at the place first.
 */
export function dealForPartnerCenter(
  deal: Deal,
  policy: SyncPolicy,
  place: 'createInPartnerCenter' | 'updateInPartnerCenter',
): Deal {
  let sent = deal;
  for (const row of policy.mapping) {
    const rule = row.places[place];
    if (rule !== null) sent = withField(sent, row.field, outbound(row, rule, getField(deal, row.field), policy));
  }
  return sent;
}

/** A referral's value as it is written to the CRM in this place: default, reversed value map, and the field's length. */
export function valueForCrm(
  value: FieldValue,
  row: MappingRow,
  policy: SyncPolicy,
  place: 'createInCrm' | 'updateInCrm',
): FieldValue {
  const rule = row.places[place];
  const filled = rule === null ? value : withDefault(row.field, value, rule, policy);
  const crmWords = Object.fromEntries(
    Object.entries(rule?.valueMap ?? {})
      .reverse()
      .map(([crm, referral]) => [referral, crm]),
  );
  const translated = translate(row.field, filled, crmWords);
  return typeof translated === 'string' && row.crmMaxLength !== null
    ? cutText(translated, row.crmMaxLength)
    : translated;
}

function outbound(row: MappingRow, rule: PlaceRule, value: FieldValue, policy: SyncPolicy): FieldValue {
  return withDefault(row.field, translate(row.field, value, rule.valueMap ?? {}), rule, policy);
}

/** Puts the place's default where the source is empty, read in the way the field itself is read. */
function withDefault(field: string, value: FieldValue, rule: PlaceRule, policy: SyncPolicy): FieldValue {
  const empty = field === 'visibleToMicrosoft' ? value === false : isEmptyValue(field, value);
  if (rule.default === null || !empty) return withCountry(field, value, rule);
  switch (field) {
    case 'dealValue':
      return moneyOf(rule.default, policy.defaultCurrency);
    case 'closeDate':
      return closeDateOf(rule.default, 'UTC');
    case 'solutions':
      return parseSolutions(normalText(rule.default));
    case 'visibleToMicrosoft':
      return rule.default === true;
    case 'customer':
      return withCountry(field, value, rule);
    default:
      return rule.default;
  }
}

/** The default of `customer` is a country: the part that Partner Center insists on and CRMs often leave empty. */
function withCountry(field: string, value: FieldValue, rule: PlaceRule): FieldValue {
  if (field !== 'customer' || value === null) return value;
  const customer = value as Customer;
  if (customer.address.country !== null) return value;
  return { ...customer, address: { ...customer.address, country: normalText(rule.default) } };
}

/** Translates what a row holds: the text itself, each solution's id, the country of a customer, the currency of money. */
function translate(field: string, value: FieldValue, words: Readonly<Record<string, string>>): FieldValue {
  if (value === null || Object.keys(words).length === 0) return value;
  const byLowerCase = new Map(Object.entries(words).map(([from, to]) => [from.toLowerCase(), to]));
  const word = (text: string) => byLowerCase.get(text.toLowerCase()) ?? text;
  switch (field) {
    case 'solutions':
      return uniqueSolutions((value as readonly Solution[]).map((s) => ({ ...s, id: normalSolutionId(word(s.id)) })));
    case 'customer': {
      const { name, address } = value as Customer;
      return {
        name,
        address: { ...address, country: normalCountry(address.country === null ? null : word(address.country)) },
      };
    }
    case 'dealValue': {
      const money = value as Money;
      return { ...money, currency: word(money.currency).toUpperCase() };
    }
    default:
      return typeof value === 'string' || typeof value === 'number' ? word(String(value)) : value;
  }
}
