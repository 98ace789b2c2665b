export { adoptReferral, applyStep, newLink, referralLink } from './link.ts';
export { parseDetails, type SyncDetails } from './details.ts';
export { namedReferral } from './link-request.ts';
export { membersToLookUp } from './team.ts';
export { planSync } from './plan-sync.ts';
export type * from './types.ts';
export { isAsAgreed } from './unchanged.ts';
