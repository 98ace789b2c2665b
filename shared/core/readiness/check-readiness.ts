import type { CrmOpportunity } from '../model/index.ts';
import type { SyncPolicy } from '../policy/types.ts';
import { findMissing } from './find-missing.ts';
import { inWords } from './sentences.ts';
import type { Missing } from './types.ts';

/** Everything that keeps this opportunity from being shared, in plain words; `[]` when it is ready. */
export function checkReadiness(opportunity: CrmOpportunity, policy: SyncPolicy): readonly Missing[] {
  return findMissing(opportunity, policy).map(inWords);
}
