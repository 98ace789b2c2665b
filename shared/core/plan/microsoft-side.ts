import type { AuditEntry } from '../audit/types.ts';
import { objects, personOf } from '../mapping/deal-from-referral.ts';
import type { Referral } from '../model/index.ts';
import { normalText, oneLine } from '../model/text.ts';
import type { Context } from './context.ts';
import type { SyncDetails } from './details.ts';
import { entry } from './sentences.ts';

type MicrosoftSide = NonNullable<SyncDetails['microsoft']>;

const MOST_SELLERS = 10;

/** Microsoft's side of the deal as it was read in this run, else as the CRM shows it. */
export function microsoftSide({ input, shown }: Context): MicrosoftSide | null {
  const { microsoftReferral } = input;
  if (microsoftReferral === null) return shown.details?.microsoft ?? null;
  const { status, substatus } = microsoftReferral;
  return { status, substatus, sellers: sellersOf(microsoftReferral) };
}

/** What Microsoft has done with its referral since the CRM was told last. That it was asked is told by whoever asked it. */
export function microsoftEntries(ctx: Context): readonly AuditEntry[] {
  const { microsoftReferral, now } = ctx.input;
  const before = ctx.shown.details?.microsoft ?? null;
  if (microsoftReferral === null || microsoftReferral.status === 'New') return [];
  const { status, substatus, statusReason } = microsoftReferral;
  if (before !== null && before.status === status && before.substatus === substatus) return [];
  const sellers = sellersOf(microsoftReferral);
  const reason = normalText(statusReason);
  const told = [
    status === 'Closed' ? `Microsoft closed its part of the deal as ${substatus}.` : 'Microsoft accepted the deal.',
    sellers.length > 0 && status !== 'Closed' ? `Its sellers: ${sellers.join(', ')}.` : '',
    status === 'Closed' && reason !== null ? `Its reason: ${oneLine(reason, 200)}.` : '',
  ];
  const ok = status === 'Closed' ? null : true;
  return [entry(now, 'microsoft-answered', told.filter((part) => part !== '').join(' '), { ok, detail: substatus })];
}

/** Names of the people on Microsoft's team. */
function sellersOf(microsoft: Referral): readonly string[] {
  const names = objects(microsoft.team).map((member) => {
    const { firstName, lastName, email } = personOf(member);
    const name = [firstName, lastName].filter((part) => part !== null).join(' ');
    return name === '' ? (email ?? '') : name;
  });
  return names.filter((name) => name !== '').slice(0, MOST_SELLERS);
}
