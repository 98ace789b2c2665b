import { describeValue, getField, sameValue, type FieldValue } from '../model/fields.ts';
import { CREATE_ONLY } from '../mapping/default-mapping.ts';
import { fieldToCrm } from '../mapping/crm-writer.ts';
import { dealForPartnerCenter, valueForCrm } from '../mapping/place.ts';
import type { MappingRow } from '../mapping/types.ts';
import type { FieldBase, FieldMerge, Ignored, MergeInput } from './types.ts';

/** One field seen from both sides. */
export interface FieldSides {
  readonly field: string;
  readonly crm: FieldValue;
  readonly partnerCenter: FieldValue;
  /** The CRM's value as Partner Center would get it, and the other way round. */
  readonly outgoing: FieldValue;
  readonly incoming: FieldValue;
  readonly crmChanged: boolean;
  readonly partnerCenterChanged: boolean;
  readonly canSend: boolean;
  readonly canReceive: boolean;
  /** The base while a write is on its way; without an old one, both sides start from the CRM's value, so that the difference shows again. */
  readonly waitingBase: FieldBase | null;
  readonly shown: { readonly crm: string | null; readonly partnerCenter: string | null };
}

export function sidesOf(row: MappingRow, input: MergeInput): FieldSides {
  const { field } = row;
  const { policy, base } = input;
  const crm = getField(input.crm, field);
  const partnerCenter = getField(input.partnerCenter, field);
  const incoming = valueForCrm(endForCrm(field, partnerCenter, input), row, policy, 'updateInCrm');
  return {
    field,
    crm,
    partnerCenter,
    outgoing: getField(dealForPartnerCenter(input.crm, policy, 'updateInPartnerCenter'), field),
    incoming,
    crmChanged: base === null || !sameValue(field, crm, getField(base.crm, field)),
    partnerCenterChanged: base === null || !sameValue(field, partnerCenter, getField(base.partnerCenter, field)),
    canSend: row.places.updateInPartnerCenter !== null && !input.closed && isSendable(field, crm),
    canReceive: row.places.updateInCrm !== null && fieldToCrm(row, incoming, crm, policy) !== null,
    waitingBase: base === null ? { crm, partnerCenter: crm } : null,
    shown: { crm: describeValue(field, crm), partnerCenter: describeValue(field, partnerCenter) },
  };
}

/** A deal that came to us and came to nothing is a lost opportunity, where the administrator does not only want to be told. */
function endForCrm(field: string, value: FieldValue, { direction, policy }: MergeInput): FieldValue {
  if (field !== 'phase' || direction !== 'inbound') return value;
  const { closeWhenDeclined, closeWhenExpired } = policy.inbound;
  const closes = (value === 'declined' && closeWhenDeclined) || (value === 'expired' && closeWhenExpired);
  return closes ? 'lost' : value;
}

/** Whether both sides say the same, each in the other's form; a referral that ended otherwise than won is lost to the CRM. */
export function isAlike(sides: FieldSides): boolean {
  const { field, crm, partnerCenter, outgoing, incoming } = sides;
  if (field === 'phase' && crm === 'lost')
    return ['lost', 'declined', 'expired', 'error'].includes(partnerCenter as string);
  return sameValue(field, outgoing, partnerCenter) || sameValue(field, crm, incoming);
}

/** The note for a CRM edit that can't be sent; rows that an administrator switched off stay silent. */
export function ignoredEdit(row: MappingRow, sides: FieldSides, input: MergeInput): Pick<FieldMerge, 'ignored'> {
  const reason = reasonOf(row, input);
  const edited = input.base !== null && sides.crmChanged;
  return reason === null || !edited ? {} : { ignored: { field: row.field, reason, ...sides.shown } };
}

function reasonOf(row: MappingRow, input: MergeInput): Ignored['reason'] | null {
  const createOnly = CREATE_ONLY.includes(row.field) && row.places.createInPartnerCenter !== null;
  const sent = row.places.updateInPartnerCenter !== null;
  if (input.closed) return createOnly || sent ? 'closed' : null;
  if (sent && row.field === 'visibleToMicrosoft' && !input.crm.visibleToMicrosoft) return 'sharing';
  return createOnly ? 'create-only' : null;
}

/**
 * Some values only exist in the CRM. Visibility is switched on once and never off (partner-center-referrals.md §5, "one-way"), and of
 * the stages only the end is told: accepting has its own rules (plan/plan-inbound.ts), and there is no way back to New.
 */
function isSendable(field: string, crm: FieldValue): boolean {
  if (field === 'phase') return crm === 'won' || crm === 'lost';
  return field !== 'visibleToMicrosoft' || crm === true;
}
