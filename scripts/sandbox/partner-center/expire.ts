import type { Caller } from './caller.ts';
import type { ReferralService } from './service.ts';
import { formatInstant } from './ticks.ts';

const THE_SERVICE: Caller = { clientId: 'service', organization: 'microsoft', via: 'service' };

/** A New referral that nobody answered in time becomes Closed/Expired (referrals §6). Runs before every look at the store. */
export function expireUnanswered(service: ReferralService): void {
  const now = formatInstant(service.now());
  for (const { referral } of service.store.values()) {
    if (referral.status === 'New' && referral.expirationDateTime !== null && referral.expirationDateTime < now) {
      service.save(THE_SERVICE, { ...referral, status: 'Closed', substatus: 'Expired' });
    }
  }
}
