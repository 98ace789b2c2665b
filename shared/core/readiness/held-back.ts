import type { SyncPolicy } from '../policy/types.ts';
import type { Missing, MissingCode } from './types.ts';

/** Which field of a shared deal each lack concerns; `null` when it matters only for the first share. */
const FIELD_OF: Readonly<Record<MissingCode, string | null>> = {
  'already-closed': null,
  'name-missing': 'name',
  'customer-name-missing': null,
  'country-missing': null,
  'country-invalid': null,
  'solution-missing': 'solutions',
  'solution-invalid': 'solutions',
  'value-missing': 'dealValue',
  'value-invalid': 'dealValue',
  'currency-missing': 'dealValue',
  'currency-invalid': 'dealValue',
  'close-date-missing': 'closeDate',
  'contact-missing': 'help',
  'contact-incomplete': 'help',
  'help-unknown': 'help',
  'consent-missing': null,
};

/** Of a deal that is shared already: what is lacking and in which fields. These are kept back, the others go on. */
export function heldBack(
  missing: readonly Missing[],
  policy: SyncPolicy,
): readonly (Missing & { readonly dealField: string })[] {
  const sent = (field: string) =>
    field === 'help' || policy.mapping.some((r) => r.field === field && r.places.updateInPartnerCenter);
  return missing.flatMap((lack) => {
    const dealField = FIELD_OF[lack.code];
    return dealField !== null && sent(dealField) ? [{ ...lack, dealField }] : [];
  });
}
