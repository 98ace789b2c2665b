import { LINKS_BASE } from './conventions.ts';
import type { StoredReferral } from './record.ts';

/** A referral as the API answers it, with `links` spelled as the service spells them (referrals §9.2). */
export function present(referral: StoredReferral): object {
  return {
    ...referral,
    links: {
      relatedReferrals: { uri: `${LINKS_BASE}?$filter=engagementId eq '${referral.engagementId}'`, method: 'GET' },
      self: { uri: `${LINKS_BASE}/${referral.id}`, method: 'GET' },
    },
  };
}
