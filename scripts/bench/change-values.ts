import type { PartnerCenterDriver } from '../../tests/e2e/support/partner-center-driver.ts';
import type { LinkedDeal } from './crm-rows.ts';
import { inParallel } from './in-parallel.ts';

/** A referral, and when Partner Center says that it changed. */
export interface Change {
  readonly referralId: string;
  readonly changedAt: string;
}

/** Somebody gives every referral another value in Partner Center; nobody is told of it. */
export async function changeValues(
  { client }: PartnerCenterDriver,
  deals: readonly LinkedDeal[],
  value: number,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  const patch = [{ op: 'replace', path: '/details/dealValue', value }];
  await inParallel(deals, 16, async ({ referralId }) => {
    const { updatedDateTime } = await client.ok<{ updatedDateTime: string }>(
      'PATCH',
      `/v1.0/engagements/referrals/${referralId}`,
      patch,
      { prefer: 'return=representation' },
    );
    changes.push({ referralId, changedAt: updatedDateTime });
  });
  return changes;
}
