import { prependAudit } from '../audit/render.ts';
import type { AuditEntry } from '../audit/types.ts';
import { reachedLevel } from '../lifecycle/sharing.ts';
import { choiceToCrm } from '../mapping/choices.ts';
import type { SectionFieldNames } from '../mapping/section-fields.ts';
import type { CrmValue, Link, Referral, SyncStatus } from '../model/index.ts';
import type { Context } from './context.ts';
import { renderDetails, sameDetails, type SyncDetails, withEntries } from './details.ts';
import { referralLink } from './link.ts';
import { microsoftEntries, microsoftSide } from './microsoft-side.ts';
import { answersFor } from './requests.ts';
import { entry, sharedSentence } from './sentences.ts';
import type { SyncPlan, TeamChanges } from './types.ts';

/** How a run ends: what the seller sees, and what goes into the CRM. */
export interface Ending {
  readonly status: SyncStatus;
  readonly link: Link;
  /** Entries of this plan, after the journal's. */
  readonly entries?: readonly AuditEntry[];
  /** Mapped opportunity fields, by path. */
  readonly crm?: Readonly<Record<string, CrmValue>>;
  readonly team?: TeamChanges | null;
  readonly details: Pick<SyncDetails, 'message'> &
    Partial<Pick<SyncDetails, 'cure' | 'code' | 'missing' | 'conflicts' | 'attempt' | 'nextAttemptAt' | 'ended'>>;
}

/** The plan without a step: only the CRM fields whose value differs, the answers, and what to remember. */
export function finish(ctx: Context, ending: Ending): SyncPlan {
  const { policy, input, shown } = ctx;
  const { status } = ending;
  const mapped = ending.crm ?? {};
  const made = recoveredEntry(ctx, ending);
  const answered = microsoftEntries(ctx);
  const audit = [...input.journal, ...made, ...(ending.entries ?? []), ...answered];
  const synced =
    input.failure === null && input.journal.length + made.length + answered.length + Object.keys(mapped).length > 0;
  const link = synced ? { ...ending.link, lastSuccessAt: input.now } : ending.link;

  const section: Partial<Record<keyof SectionFieldNames, CrmValue>> = {
    ...identityFields(ctx, link),
    status: choiceToCrm(policy.crm, 'status', status),
    details: detailsText(ctx, ending, link, audit),
    ...(synced ? { lastSync: input.now } : {}),
  };
  if (audit.length > 0) section.audit = prependAudit(shown.audit, audit, policy.auditMaxLength);
  const wanted: Record<string, CrmValue> = { ...mapped };
  for (const [field, value] of Object.entries(section)) wanted[policy.fields[field as keyof SectionFieldNames]] = value;
  return {
    step: null,
    crm: differing(wanted, input.opportunity.values),
    team: ending.team ?? null,
    answers: answersFor(ctx, ending),
    link,
    status,
    audit,
  };
}

/** Only of a referral that was seen in this run: a remembered one may be gone, and what the CRM shows is never shared anew. */
function identityFields(ctx: Context, link: Link): Partial<Record<keyof SectionFieldNames, CrmValue>> {
  const { policy } = ctx;
  if (link.referralId === null || (liveReferral(ctx) === null && isEmpty(ctx.shown.referralId))) return {};
  const msxId = microsoftCrmId(ctx.input.microsoftReferral) ?? microsoftCrmId(liveReferral(ctx));
  return {
    referralId: link.referralId,
    referralLink: referralLink(policy, link.referralId),
    direction: choiceToCrm(policy.crm, 'direction', link.direction),
    ...(msxId === null ? {} : { microsoftCrmId: msxId }),
  };
}

function microsoftCrmId(referral: Referral | null): string | null {
  return referral?.trackingInfo?.microsoftMsxId ?? null;
}

function liveReferral(ctx: Context): Referral | null {
  const { referral } = ctx.input;
  return referral === 'gone' ? null : referral;
}

/** Nothing was ever shown and nothing is to be said: the details stay empty. */
function detailsText(ctx: Context, ending: Ending, link: Link, audit: readonly AuditEntry[]): CrmValue {
  if (ending.status === 'not-shared') return null;
  const { input, shown } = ctx;
  const microsoft = input.microsoftReferral;
  const referral = liveReferral(ctx);
  const unchanged = shown.details?.status === ending.status;
  const details: SyncDetails = {
    status: ending.status,
    cure: null,
    code: null,
    missing: [],
    conflicts: [],
    attempt: null,
    nextAttemptAt: null,
    ended: null,
    ...ending.details,
    microsoft: microsoftSide(ctx),
    sharing:
      referral === null ? (link.referralId === null ? null : link.sharing) : reachedLevel(link, referral, microsoft),
    since: unchanged ? shown.details.since : input.now,
    expiresAt: referral === null ? (shown.details?.expiresAt ?? null) : (referral.expirationDateTime ?? null),
    history: withEntries(shown.details?.history ?? [], audit),
  };
  const before = input.opportunity.values[ctx.policy.fields.details] ?? null;
  return shown.details !== null && sameDetails(shown.details, details) ? before : renderDetails(details);
}

/** The line for a deal that was shared without the run that did it living to tell: a crash between the call and the CRM write. */
function recoveredEntry(ctx: Context, ending: Ending): readonly AuditEntry[] {
  const { link } = ending;
  const told = [...ctx.input.journal, ...(ending.entries ?? [])].some(
    (e) => e.kind === 'referral-created' || e.kind === 'received',
  );
  const first = liveReferral(ctx) !== null && isEmpty(ctx.shown.referralId);
  if (!first || told || link.direction === 'inbound') return [];
  return [entry(ctx.input.now, 'referral-created', sharedSentence(link.sharing), { ok: true, detail: link.sharing })];
}

function differing(wanted: Readonly<Record<string, CrmValue>>, values: Readonly<Record<string, CrmValue>>) {
  return Object.fromEntries(
    Object.entries(wanted).filter(([path, value]) => {
      const current = values[path] ?? null;
      return isEmpty(value) ? !isEmpty(current) : String(value) !== String(current);
    }),
  );
}

function isEmpty(value: CrmValue): boolean {
  return value === null || value === '';
}
