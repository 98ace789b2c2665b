import { isTerminal, TRANSITIONS } from '../lifecycle/transitions.ts';
import { referralState } from '../lifecycle/referral-state.ts';
import type { NewReferral, Referral, ReferralPatchOperation } from '../index.ts';
import { isObject, pointerSteps, readPointer, withPointer } from '../mapping/pointer.ts';

/** How Partner Center changes what it stores. */
export interface PartnerCenterHabits {
  /** Longest notes it keeps; the rest is lost. */
  readonly notesLength: number;
  /** Whether it puts catalogue names on solutions. */
  readonly namesSolutions: boolean;
}

/** A write that the real service would refuse, or that breaks an invariant of ours. */
export class Refused extends Error {}

const CREATE_ONLY = ['/customerProfile', '/inviteContext', '/engagementId', '/id', '/direction'];

/** Referrals in memory, as strict about the rules that the core must keep as the service is (partner-center-referrals.md §4-§7). */
export function createFakePartnerCenter(habits: PartnerCenterHabits, clock: () => string) {
  const referrals = new Map<string, Referral>();
  let count = 0;
  const stored = (referral: Referral): Referral => {
    count += 1;
    const kept = keep(referral, habits);
    const saved = { ...kept, eTag: `"${count}"`, updatedDateTime: clock() };
    referrals.set(saved.id, saved);
    return saved;
  };
  return {
    get: (id: string): Referral | null => referrals.get(id) ?? null,
    all: () => [...referrals.values()],
    create(body: NewReferral): Referral {
      const invitation = body.target?.some((target) => target.id === 'msft') ?? false;
      const inEngagement = [...referrals.values()].filter((r) => r.engagementId === body.engagementId);
      if (invitation && inEngagement.length !== 1)
        throw new Refused('Microsoft is asked once, in an engagement of ours.');
      if (invitation && inEngagement[0]?.type !== 'Shared') throw new Refused('Our own referral is not Shared.');
      count += 1;
      const id = `referral-${count}`;
      const begins = invitation ? { status: 'New', substatus: 'Pending' } : { status: 'Active', substatus: 'Accepted' };
      return stored({
        direction: 'Outgoing',
        ...body,
        id,
        engagementId: body.engagementId ?? `engagement-${count}`,
        ...begins,
      });
    },
    /** JSON Patch by RFC 6902 with the service's rules; `person` may do what the API refuses us. */
    patch(id: string, operations: readonly ReferralPatchOperation[], eTag: string): Referral {
      const before = referrals.get(id);
      if (before === undefined) throw new Refused('There is no such referral.');
      if (before.eTag !== eTag) throw new Refused('The eTag is stale.');
      if (operations.length === 0) throw new Refused('The patch is empty.');
      if (isTerminal(referralState(before))) throw new Refused('The referral is closed.');
      let after: Record<string, unknown> = before;
      for (const operation of operations) after = apply(after, operation);
      assertAllowed(before, after as Referral);
      return stored(after as Referral);
    },
    /** A person on Partner Center's own pages. Closed deals can't be changed there either. */
    edit(id: string, change: (referral: Referral) => Referral): void {
      const before = referrals.get(id);
      if (before === undefined || isTerminal(referralState(before))) return;
      stored(change(before));
    },
    add: (referral: Referral): Referral => stored(referral),
    remove: (id: string): void => void referrals.delete(id),
  };
}

function keep(referral: Referral, habits: PartnerCenterHabits): Referral {
  const notes = referral.details?.notes ?? null;
  const solutions = referral.details?.requirements?.solutions;
  return {
    ...referral,
    details: {
      ...referral.details,
      ...(notes === null ? {} : { notes: notes.slice(0, habits.notesLength) }),
      requirements: {
        ...referral.details?.requirements,
        ...(solutions === undefined
          ? {}
          : {
              solutions: solutions.map((s) =>
                habits.namesSolutions ? { ...s, name: s.name ?? `Name of ${s.id}` } : s,
              ),
            }),
      },
    },
  };
}

function apply(
  document: Record<string, unknown>,
  { op, path, value }: ReferralPatchOperation,
): Record<string, unknown> {
  if (CREATE_ONLY.some((pointer) => path === pointer || path.startsWith(`${pointer}/`)))
    throw new Refused(`${path} is create-only.`);
  const steps = pointerSteps(path);
  const parent = readPointer(document, `/${path.split('/').slice(1, -1).join('/')}`.replace(/\/$/, ''));
  if (steps.length > 1 && !isObject(parent)) throw new Refused(`${path} has no parent.`);
  if (op === 'replace' && readPointer(document, path) === undefined) throw new Refused(`${path} does not exist.`);
  return withPointer(document, path, value);
}

function assertAllowed(before: Referral, after: Referral): void {
  if (before.type === 'Shared' && after.type !== 'Shared') throw new Refused('Sharing went down.');
  const seen = (referral: Referral) => referral.consent?.consentToShareReferralWithMicrosoftSellers === true;
  if (seen(before) && !seen(after)) throw new Refused('Visibility went down.');
  if (typeof after.details?.dealValue !== 'number') throw new Refused('The deal value is no number.');
  if ((after.details.requirements?.solutions ?? []).length === 0) throw new Refused('There is no solution.');
  if (before.status === after.status && before.substatus === after.substatus) return;
  const moves = Object.values(TRANSITIONS[referralState(before)]);
  const legal = moves.some(
    (move) => move.kind === 'patch' && move.status === after.status && move.substatus === after.substatus,
  );
  if (!legal) throw new Refused(`There is no way from ${before.status} to ${after.status}/${after.substatus}.`);
}
