import { wantedLevel } from '../../core/lifecycle/sharing.ts';
import { dealFromCrm } from '../../core/mapping/deal-from-crm.ts';
import { dealFromReferral } from '../../core/mapping/deal-from-referral.ts';
import { dealToShare, microsoftReferral, ownReferral } from '../../core/mapping/new-referral.ts';
import { getField, isEmptyValue } from '../../core/model/fields.ts';
import type { Deal, NewReferral, SharingLevel } from '../../core/model/index.ts';
import type { SyncPolicy } from '../../core/policy/types.ts';
import type { PreviewLine } from '../contract/index.ts';
import { lineText } from './deal-lines.ts';
import { fieldLabel } from './labels.ts';
import type { Telling } from './telling.ts';

/** What sharing would send, read back from the very bodies that the connector would send. */
export interface Preview {
  readonly level: SharingLevel;
  readonly lines: readonly PreviewLine[];
}

/**
 * `null` as long as record or mapping are not known.
 * @param visible whether Microsoft sellers are to see the deal; as the form says where it is left out
 */
export function previewOf(telling: Telling, visible?: boolean): Preview | null {
  const { drafted, policy } = telling.facts;
  if (drafted === null || policy === null) return null;
  const deal = dealToShare(withVisibility(dealFromCrm(drafted, policy), visible), policy);
  const level = wantedLevel(deal);
  const own = readBack(ownReferral(deal, policy, level, drafted.id), policy);
  if (level !== 'co-sell') return { level, lines: [...linesOf(telling, own, policy), consentLine(telling, policy)] };
  const theirs = readBack(microsoftReferral(deal, policy, ''), policy);
  const team = getField(own, 'team');
  const ownOnly = isEmptyValue('team', team)
    ? []
    : [
        {
          label: telling.words.text('preview_ownOnly', fieldLabel(telling, 'team')),
          value: lineText(telling, 'team', team),
        },
      ];
  return { level, lines: [...linesOf(telling, theirs, policy), consentLine(telling, policy), ...ownOnly] };
}

function withVisibility(deal: Deal, visible = deal.visibleToMicrosoft): Deal {
  return { ...deal, visibleToMicrosoft: visible };
}

/** The deal that a body says: what is not in the body is not in it. */
function readBack(body: NewReferral, policy: SyncPolicy): Deal {
  return dealFromReferral({ id: '', engagementId: '', status: '', substatus: '', ...body }, policy);
}

function linesOf(telling: Telling, deal: Deal, policy: SyncPolicy): readonly PreviewLine[] {
  return policy.mapping.flatMap(({ field }) => {
    const value = getField(deal, field);
    if (field === 'phase' || isEmptyValue(field, value)) return [];
    return [{ label: fieldLabel(telling, field), value: lineText(telling, field, value) }];
  });
}

function consentLine({ words }: Telling, { consent }: SyncPolicy): PreviewLine {
  const given = consent.shareInfoWithOthers && consent.contact;
  return { label: words.text('deal_consent'), value: words.text(given ? 'consent_given' : 'consent_missing') };
}
