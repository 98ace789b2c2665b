import { dealFromReferral } from '../../../core/index.ts';
import { fingerprint, getField } from '../../../core/model/fields.ts';
import type { Referral } from '../../../core/model/index.ts';
import { emailsOf, type TwoSides } from './two-sides.ts';

/** What sellers' edits of a mapped field are called in a schedule. */
export const SELLERS_FIELD: Readonly<Record<string, string>> = {
  name: 'name',
  dealValue: 'amount',
  closeDate: 'closeDate',
  notes: 'notes',
  solutions: 'products',
  team: 'team',
  phase: 'stage',
};

/** Text that is equal when the referral's values of the field mean the same. */
export function fingerprintOn(world: TwoSides, referral: Referral, field: string): string {
  return fingerprint(field, getField(dealFromReferral(referral, world.policy), field));
}

/**
 * Edits of fields that people touched on one side only, and that are no longer there. What an interrupted share made is met without knowing
 * what was agreed (SPEC.md §4, first contact): there the rule may take the other side's value.
 */
export function lostEdits(world: TwoSides): readonly string[] {
  if (world.interrupted) return [];
  const links = [...world.store.links.values()].filter(
    ({ opportunityId }) => world.shown(opportunityId, 'sync') === true,
  );
  return links.flatMap(({ opportunityId, referralId }) => {
    const referral = world.partnerCenter.referrals.get(referralId ?? '');
    if (referral === undefined) return [];
    return Object.entries(SELLERS_FIELD).flatMap(([field, sellersField]) => {
      const theirs = world.entered.partnerCenter.get(`${referral.id} ${field}`);
      const bySellers = world.sellersFields.has(`${opportunityId} ${sellersField}`);
      if (theirs !== undefined && !bySellers && theirs !== fingerprintOn(world, referral, field))
        return [`${referral.id} has lost ${field}: ${theirs}.`];
      if (theirs !== undefined || !bySellers || field === 'phase') return [];
      const now = emailsOf(world.crm.rows.get(opportunityId)?.team ?? []);
      if (field === 'team' && now !== world.entered.crm.get(`${opportunityId} team`))
        return [`${opportunityId} has lost team: ${world.entered.crm.get(`${opportunityId} team`)}.`];
      if (field === 'team') return [];
      const path = world.pathOf(field);
      const ours = world.entered.crm.get(`${opportunityId} ${path}`) ?? null;
      return ours === world.crm.valueOf(opportunityId, path) ? [] : [`${opportunityId} has lost ${field}: ${ours}.`];
    });
  });
}
