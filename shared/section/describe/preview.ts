import { wantedLevel } from '../../core/lifecycle/sharing.ts';
import { dealFromCrm } from '../../core/mapping/deal-from-crm.ts';
import { dealToShare } from '../../core/mapping/new-referral.ts';
import { getField, isEmptyValue } from '../../core/model/fields.ts';
import type { Deal, SharingLevel } from '../../core/model/index.ts';
import type { PreviewLine } from '../contract/index.ts';
import type { Facts } from './facts.ts';
import { lineText } from './deal-lines.ts';
import { fieldLabel } from './labels.ts';
import { withStandIn } from './stand-in.ts';
import type { Telling } from './telling.ts';

/** What sharing would send. */
export interface Preview {
  readonly level: SharingLevel;
  readonly lines: readonly PreviewLine[];
}

/**
 * The lines of the very deal that the connector would make its bodies of: value maps and defaults applied, rows left out that are switched
 * off. That they say what the bodies say, and nothing else, is tested (preview.property.test.ts). `null` as long as record or mapping are
 * not known.
 * @param changes what the person is asked about and has not decided yet; as the form says where it is left out
 */
export function previewOf(
  telling: Telling,
  changes: Partial<Pick<Deal, 'help' | 'visibleToMicrosoft'>> = {},
): Preview | null {
  const { text, facts } = telling;
  const { policy } = facts;
  const opportunity = opportunityWith(facts, changes);
  if (opportunity === null || policy === null) return null;
  const asked = dealToShare({ ...dealFromCrm(opportunity, policy), ...changes }, policy);
  const level = wantedLevel(asked);
  const deal = { ...asked, visibleToMicrosoft: level !== 'private' };
  const lines = policy.mapping.flatMap(({ field, places }): PreviewLine[] => {
    const value = getField(deal, field);
    const isSaid = places.createInPartnerCenter !== null || field === 'visibleToMicrosoft';
    if (!isSaid || field === 'phase' || isEmptyValue(field, value)) return [];
    const label = fieldLabel(telling, field);
    const isOwnOnly = field === 'team' && level === 'co-sell';
    return [{ label: isOwnOnly ? text('preview_ownOnly', label) : label, value: lineText(telling, field, value) }];
  });
  const isAgreed = policy.consent.shareInfoWithOthers && policy.consent.contact;
  const consent = {
    label: text('deal_consent'),
    value: text(isAgreed ? 'consent_given' : 'consent_missing'),
  };
  return { level, lines: [...lines, consent] };
}

/** The account's contact stands in once help is asked for. */
function opportunityWith({ drafted, fields, state }: Facts, { help = null }: Partial<Pick<Deal, 'help'>>) {
  if (drafted === null || state.record === null || help === null) return drafted;
  const asked = { ...drafted, values: { ...drafted.values, [fields.help]: help } };
  return withStandIn(asked, state.record.accountContact, state.crm, fields);
}
