import { choiceFromCrm } from '../../shared/core/mapping/choices.ts';
import { SYNC_STATUSES, type SyncStatus } from '../../shared/core/model/status.ts';

/** The bound choice column as the core's word; an empty or unknown choice reads as "not shared". */
export function sectionStatus(choice: number | null): SyncStatus {
  const word = choiceFromCrm('dynamics', 'status', choice);
  return SYNC_STATUSES.find((status) => status === word) ?? 'not-shared';
}
