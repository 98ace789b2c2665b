import { isEmptyValue, getField, sameValue, withField, type FieldValue } from '../model/fields.ts';
import { valueForCrm } from '../mapping/place.ts';
import type { MappingRow } from '../mapping/types.ts';
import type { Base, Deal } from '../model/index.ts';
import type { SyncPolicy } from '../policy/types.ts';

const LISTS: readonly string[] = ['team', 'solutions'];
/** Records of their own in the CRM, and what is said once: how they differ is noted and nobody is told. */
const NOTED: readonly string[] = ['customer', 'contacts', 'help'];

/**
 * What counts as agreed when an opportunity and a deal that came from Partner Center are tied together, because the one was made from the
 * other or because a person said so. What the CRM holds then is the partner's own word and goes to Partner Center; what is empty there
 * is filled from Partner Center; lists become what both have together.
 */
export function adoptedBase(policy: SyncPolicy, crm: Deal, partnerCenter: Deal): Base {
  return policy.mapping.reduce<Base>(
    (base, row) => {
      const agreed = agreedValues(row, policy, getField(crm, row.field), getField(partnerCenter, row.field));
      return {
        crm: withField(base.crm, row.field, agreed.crm),
        partnerCenter: withField(base.partnerCenter, row.field, agreed.partnerCenter),
      };
    },
    { crm, partnerCenter },
  );
}

function agreedValues(
  row: MappingRow,
  policy: SyncPolicy,
  crm: FieldValue,
  partnerCenter: FieldValue,
): { readonly crm: FieldValue; readonly partnerCenter: FieldValue } {
  const { field } = row;
  if (NOTED.includes(field)) return { crm, partnerCenter };
  if (LISTS.includes(field)) {
    const isAlike = sameValue(field, crm, valueForCrm(partnerCenter, row, policy, 'createInCrm'));
    return isAlike ? { crm, partnerCenter } : { crm: [], partnerCenter: [] };
  }
  if (field === 'phase') {
    // An open opportunity says nothing yet; only one that waits with its deal can later leave the on-hold stage.
    return { crm: crm === 'on-hold' ? 'on-hold' : 'open', partnerCenter: 'on-hold' };
  }
  if (isNothing(field, crm)) return { crm, partnerCenter: field === 'visibleToMicrosoft' ? false : null };
  return { crm: valueForCrm(partnerCenter, row, policy, 'createInCrm'), partnerCenter };
}

function isNothing(field: string, value: FieldValue): boolean {
  return value === false || isEmptyValue(field, value);
}
