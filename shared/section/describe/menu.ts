import type { SectionView, ViewAction } from '../contract/index.ts';
import { lockOf } from './fields.ts';
import { whyNoRequest, whyNoSync } from './requests.ts';
import { action, type Telling } from './telling.ts';

/** What can be done at any time, whatever the message offers. */
export function menuOf(telling: Telling): readonly ViewAction[] {
  const { facts } = telling;
  if (facts.state.record === null) return [];
  const { referralId, syncOn, status } = facts;
  const locked = lockOf(telling, 'sync');
  const items: ViewAction[] = [
    action(telling, 'syncNow', 'sync-now', whyNoSync(telling)),
    action(telling, 'showHistory', 'show-history'),
  ];
  if (referralId !== null) items.push(action(telling, 'copyReference', { kind: 'copy', text: referralId }));
  if (referralId === null && status !== 'closed') {
    items.push(action(telling, 'linkDeal', 'link', whyNoRequest(telling)));
  }
  if (referralId !== null && status !== 'closed') {
    items.push(syncOn ? action(telling, 'pause', 'pause', locked) : action(telling, 'resume', 'resume', locked));
  }
  return items;
}

/** The way to the referral in Partner Center. */
export function linkOf({ facts, text }: Telling): SectionView['link'] {
  return facts.referralUrl === null
    ? null
    : { label: text('link_open'), url: facts.referralUrl, newTabText: text('link_newTab') };
}
