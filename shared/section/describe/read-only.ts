import type { SyncDetails } from '../../core/plan/details.ts';
import type { ReadOnlyView } from '../contract/index.ts';
import { expiryOf } from './expiry.ts';
import { answerText } from './labels.ts';
import type { Telling } from './telling.ts';
import { keyPart } from './words.ts';

/** What comes from Microsoft or the connector; nothing of it exists before there is a referral. */
export function readOnlyOf(telling: Telling): readonly ReadOnlyView[] {
  const { facts, text, show } = telling;
  const { referralId, referralUrl, details, direction, lastSyncAt, saved, fields } = facts;
  if (referralId === null) return [];
  const line = (key: ReadOnlyView['key'], value: string, more: Partial<ReadOnlyView> = {}): ReadOnlyView => ({
    key,
    label: text(`readOnly_${key}`),
    text: value,
    title: null,
    url: null,
    copyable: false,
    ...more,
  });
  const expiry = expiryOf(telling);
  const microsoftCrmId = String(saved[fields.microsoftCrmId] ?? '');
  const sharing = details?.sharing ?? null;
  const sellers = details?.microsoft?.sellers ?? [];
  return [
    line('direction', direction === null ? '' : text(`direction_${direction}`)),
    line('sharing', sharing === null ? '' : text(`sharing_${keyPart(sharing)}`)),
    line('microsoftStatus', microsoftStatus(telling, details?.microsoft ?? null)),
    ...(sellers.length === 0 ? [] : [line('microsoftSellers', show.list(sellers))]),
    line('lastSync', lastSyncAt === null ? '' : show.relative(lastSyncAt), {
      title: lastSyncAt === null ? null : show.moment(lastSyncAt),
    }),
    ...(expiry === null ? [] : [line('expires', expiry.relative, { title: expiry.moment })]),
    line('referralId', referralId, { copyable: true }),
    line('referralLink', referralUrl === null ? '' : text('link_open'), { url: referralUrl }),
    line('microsoftCrmId', microsoftCrmId, { copyable: microsoftCrmId !== '' }),
  ];
}

/** What Microsoft has done with its own referral of a co-sell deal; a word that we do not know stays as it is. */
function microsoftStatus(telling: Telling, microsoft: SyncDetails['microsoft']): string {
  if (microsoft === null) return '';
  const { status, substatus } = microsoft;
  return status === 'New' ? telling.text('microsoft_new') : answerText(telling, substatus);
}
