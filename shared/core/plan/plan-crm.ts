import { fieldToCrm } from '../mapping/crm-writer.ts';
import { rowOf } from '../mapping/place.ts';
import { withFieldBase } from '../merge/merge.ts';
import { getField } from '../model/fields.ts';
import type { CrmValue, Person, SyncStatus } from '../model/index.ts';
import { type Ending, finish } from './finish.ts';
import type { Look } from './look.ts';
import { conflictSentence, ignoredEntries } from './sentences.ts';
import { teamChanges } from './team.ts';
import type { SyncPlan, TeamChanges } from './types.ts';
import { agreedEntries, closedEntries, openEntries, receivedEntries, resumedEntries } from './update-entries.ts';

/** Partner Center has all it is to get: the rest of the run is what the CRM gets, and what both sides have agreed on. */
export function planCrm(look: Look): SyncPlan {
  const { ctx, merged, sharing, missing } = look;
  const { policy, input } = ctx;
  let base = merged.base;
  const crm: Record<string, CrmValue> = {};
  let team: TeamChanges | null = null;
  for (const { field, to } of merged.toCrm) {
    Object.assign(crm, fieldToCrm(rowOf(policy, field), to, getField(ctx.deal, field), policy));
    if (field === 'team') team = teamChanges(ctx, to as readonly Person[]);
    base = withFieldBase(base, field, { crm: to, partnerCenter: getField(look.partnerCenter, field) });
  }
  const written = merged.toCrm.map(({ field }) => field);
  return finish(ctx, {
    status: statusOf(look),
    link: { ...ctx.link, base, ...(written.length > 0 ? { unconfirmed: written } : {}) },
    crm,
    team,
    entries: [
      ...resumedEntries(look),
      ...agreedEntries(look),
      ...receivedEntries(look),
      ...closedEntries(look),
      ...ignoredEntries(input.now, [...merged.ignored, ...sharing.ignored]),
      ...openEntries(look),
    ],
    details: { ...messageOf(look), missing, conflicts: merged.conflicts },
  });
}

function statusOf({ ended, merged, missing }: Look): SyncStatus {
  if (ended !== null) return 'closed';
  if (merged.conflicts.length > 0) return 'conflict';
  return missing.length > 0 ? 'not-ready' : 'in-sync';
}

function messageOf({ ended, merged, missing }: Look): Ending['details'] {
  if (ended !== null) return { message: `The deal is closed in Partner Center: ${ended}.`, ended };
  if (merged.conflicts.length > 0) {
    return { message: conflictSentence(merged.conflicts), cure: 'Enter the right value on one side.' };
  }
  if (missing.length === 0) return { message: 'In sync with Partner Center.' };
  return {
    message: missing.map((lack) => lack.message).join(' '),
    cure: missing.map((lack) => lack.cure).join(' '),
    code: 'not-ready',
  };
}
