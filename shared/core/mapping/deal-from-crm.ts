import { normalCountry } from '../model/country.ts';
import { closeDateOf } from '../model/close-date.ts';
import type { CrmOpportunity, CrmValue, CustomValue, Customer, Deal } from '../model/index.ts';
import { moneyOf } from '../model/money.ts';
import { normalPeople } from '../model/person.ts';
import { isDealField } from '../model/fields.ts';
import { parseSolutions } from '../model/solution.ts';
import { normalText } from '../model/text.ts';
import type { SyncPolicy } from '../policy/types.ts';
import { choiceFromCrm } from './choices.ts';
import { firstValue } from './crm-paths.ts';
import { phaseFromCrm } from './phase.ts';

/** Marks that other connectors put in front of the opportunity name; they are not part of it. */
const NAME_MARK = /^[✔✖✓✗]\uFE0F?\s*/;

/**
 * The opportunity in neutral words, as the CRM stores it: no value map and no default is applied yet, so that comparing it
 * with the base shows exactly what was edited.
 */
export function dealFromCrm(opportunity: CrmOpportunity, policy: SyncPolicy): Deal {
  const part = (field: string, name = 'value'): CrmValue => {
    const row = policy.mapping.find((candidate) => candidate.field === field);
    return firstValue(opportunity.values, row?.crm[name]);
  };
  const custom: Record<string, CustomValue> = {};
  for (const row of policy.mapping) {
    if (!isDealField(row.field)) custom[row.field] = customValue(firstValue(opportunity.values, row.crm.value));
  }
  return {
    name: normalText(normalText(part('name'))?.replace(NAME_MARK, '')),
    dealValue: moneyOf(
      part('dealValue', 'amount'),
      normalText(part('dealValue', 'currency')) ?? policy.defaultCurrency,
    ),
    closeDate: closeDateOf(part('closeDate'), policy.partnerCenterTimeZone),
    notes: normalText(part('notes')),
    phase: phaseFromCrm(policy.crm, (name) => part('phase', name), policy.stages),
    visibleToMicrosoft: isTrue(part('visibleToMicrosoft')),
    help: normalText(choiceFromCrm(policy.crm, 'help', part('help'))),
    customer: customerFromCrm((name) => normalText(part('customer', name))),
    contacts: normalPeople(opportunity.contacts),
    team: normalPeople(opportunity.team),
    solutions: parseSolutions(normalText(part('solutions'))),
    custom,
  };
}

/** Custom rows keep type and value; only text is made normal. */
export function customValue(value: unknown): CustomValue {
  return typeof value === 'number' || typeof value === 'boolean' ? value : normalText(value);
}

function isTrue(value: CrmValue): boolean {
  return value === true || value === 1 || value === 'true' || value === '1';
}

/** Salesforce keeps the whole street in one field of several lines; its second line is our `line2`. */
function customerFromCrm(text: (part: string) => string | null): Customer | null {
  const [line1 = null, ...more] = (text('line1') ?? '').split('\n').map(normalText);
  const address = {
    line1,
    line2: text('line2') ?? normalText(more.filter((line) => line !== null).join(', ')),
    city: text('city'),
    state: text('state'),
    postalCode: text('postalCode'),
    country: normalCountry(text('country')),
  };
  const name = text('name');
  return name === null && Object.values(address).every((part) => part === null) ? null : { name, address };
}
