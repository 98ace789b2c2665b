import type { CrmKind, CrmValue, DealPhase, Referral } from '../model/index.ts';
import type { StageNames } from '../policy/types.ts';

/** The stage parts of an opportunity as the mapping row `phase` names them. */
type StageParts = Readonly<Record<string, CrmValue>>;

/** Where the opportunity stands. Salesforce tells by IsClosed and IsWon, Dynamics by statecode; the on-hold stage is configured. */
export function phaseFromCrm(crm: CrmKind, part: (name: string) => CrmValue, stages: StageNames): DealPhase {
  const stage = String(part('stage') ?? '');
  if (crm === 'dynamics') {
    const state = String(part('state') ?? '');
    if (state === '1') return 'won';
    if (state === '2') return 'lost';
  } else {
    if (part('won') === true || stage === stages.won) return 'won';
    if (part('closed') === true || stage === stages.lost) return 'lost';
  }
  return stage === stages.onHold ? 'on-hold' : 'open';
}

/** Dynamics keeps a state beside the stage (statuscode); it follows from the phase. */
const DYNAMICS_STATES: Partial<Record<DealPhase, number>> = { 'on-hold': 0, open: 0, won: 1, lost: 2 };

/** The stage parts that put an opportunity into the phase; `null` when the CRM has no such phase. */
export function phaseToCrm(crm: CrmKind, phase: DealPhase, stages: StageNames): StageParts | null {
  const stage = { 'on-hold': stages.onHold, open: stages.active, won: stages.won, lost: stages.lost } as Record<
    string,
    string
  >;
  const word = stage[phase];
  if (word === undefined) return null;
  return crm === 'salesforce' ? { stage: word } : { state: DYNAMICS_STATES[phase] ?? 0, stage: Number(word) };
}

const CLOSED_PHASES: Readonly<Record<string, DealPhase>> = {
  Won: 'won',
  Lost: 'lost',
  Declined: 'declined',
  Expired: 'expired',
};

/**
 * Where the referral stands (referrals reference §6). Our own New/Pending referral is an open deal; an inbound New one waits for
 * an answer. A closed referral with a substatus we do not know is closed all the same.
 */
export function phaseFromReferral(referral: Referral): DealPhase {
  if (referral.status === 'Closed') return CLOSED_PHASES[referral.substatus] ?? 'error';
  const waits = referral.substatus === 'Received' || referral.direction === 'Incoming';
  return referral.status === 'New' && waits ? 'on-hold' : 'open';
}
