import type { FieldValue } from '../model/fields.ts';
import type { CrmValue, DealPhase, Money, Solution } from '../model/index.ts';
import type { SyncPolicy } from '../policy/types.ts';
import { choiceToCrm } from './choices.ts';
import { isWritable } from './crm-paths.ts';
import { phaseToCrm } from './phase.ts';
import type { MappingRow } from './types.ts';

/**
 * The CRM fields that hold this value, by path; `null` when it cannot be written: contacts and customers are records of their own, and so is
 * everything behind a lookup but a currency. The team is in no field: its members join and leave by rows (plan/team.ts). `value` is already in the CRM's form (`valueForCrm`); `current` is what the CRM holds now.
 */
export function fieldToCrm(
  row: MappingRow,
  value: FieldValue,
  current: FieldValue,
  policy: SyncPolicy,
): Readonly<Record<string, CrmValue>> | null {
  switch (row.field) {
    case 'customer':
    case 'contacts':
      return null;
    case 'team':
      return {};
    case 'dealValue':
      return moneyWrites(row, value as Money | null, current as Money | null, policy);
    case 'phase': {
      const parts = phaseToCrm(policy.crm, value as DealPhase, policy.stages);
      return parts === null ? null : byPath(row, parts);
    }
    case 'solutions':
      return byPath(row, { value: (value as readonly Solution[]).map((solution) => solution.id).join(', ') });
    case 'help':
      return byPath(row, { value: choiceToCrm(policy.crm, 'help', value as string | null) });
    default:
      return byPath(row, { value: value as CrmValue });
  }
}

/** Amount and currency go together: where the currency can't be written, an amount in another currency isn't either. */
function moneyWrites(row: MappingRow, value: Money | null, current: Money | null, policy: SyncPolicy) {
  const amount = byPath(row, { amount: value === null ? null : value.amount });
  const currencyNow = current?.currency ?? policy.defaultCurrency;
  if (value === null || amount === null || value.currency === currencyNow) return amount;
  const currency = byPath(row, { currency: value.currency });
  return currency === null ? null : { ...amount, ...currency };
}

function byPath(row: MappingRow, parts: Readonly<Record<string, CrmValue>>): Readonly<Record<string, CrmValue>> | null {
  const writes: Record<string, CrmValue> = {};
  for (const [part, value] of Object.entries(parts)) {
    const path = row.crm[part]?.[0];
    if (path === undefined || !isWritable(path)) return null;
    writes[path] = value;
  }
  return writes;
}
