import type { ChangeHint } from '../../crm/port.ts';
import type { SyncJob } from '../queue/sync-jobs.ts';

/** Where hints go. */
export interface IntakeQueues {
  readonly sync: { add(jobs: readonly SyncJob[]): Promise<void> };
  readonly resolve: { add(crm: string, hints: readonly ChangeHint[]): Promise<void> };
}

/** Takes in what changed in a CRM; `urgent`: an event tells it, not a catch-up. Resolves when everything is stored durably; only then may the sender be answered. */
export type Intake = (crm: string, hints: readonly ChangeHint[], urgent: boolean) => Promise<void>;

/**
 * A hint that names its opportunity goes straight to the sync; an account or a contact first to the look-up of the
 * opportunities it concerns.
 */
export function createIntake({ sync, resolve }: IntakeQueues): Intake {
  return async (crm, hints, urgent) => {
    const because = urgent ? { urgent } : { urgent, ifCrmChanged: true };
    const named = hints.flatMap(({ opportunityId }) => (opportunityId ? [{ crm, opportunityId, ...because }] : []));
    const unnamed = hints.filter((hint) => hint.opportunityId === null);
    await Promise.all([sync.add(named), resolve.add(crm, unnamed)]);
  };
}
