import { choiceFromCrm } from '../mapping/choices.ts';
import { dealFromCrm } from '../mapping/deal-from-crm.ts';
import { confirmBase } from '../merge/confirm-base.ts';
import type { CrmValue, Deal, Link, SyncRequest } from '../model/index.ts';
import type { SyncPolicy } from '../policy/types.ts';
import { type SyncDetails, parseDetails } from './details.ts';
import { newLink } from './link.ts';
import type { SyncInput } from './types.ts';

/** The input with everything read out of it once. */
export interface Context {
  readonly input: SyncInput;
  readonly policy: SyncPolicy;
  readonly link: Link;
  readonly deal: Deal;
  readonly syncOn: boolean;
  /** What the CRM shows from an earlier run. */
  readonly shown: {
    readonly status: string | null;
    readonly details: SyncDetails | null;
    readonly referralId: CrmValue;
    readonly audit: string | null;
  };
  /** Requests of people who may edit the opportunity; the others cause nothing. */
  readonly permitted: readonly SyncRequest[];
}

export function contextOf(input: SyncInput): Context {
  const { policy, opportunity } = input;
  const value = (field: keyof SyncPolicy['fields']): CrmValue => opportunity.values[policy.fields[field]] ?? null;
  const read = dealFromCrm(opportunity, policy);
  const stored = input.link ?? newLink(opportunity.id);
  // Only a deal that came from Partner Center can wait for our answer; our own is simply open in that stage.
  const deal: Deal = stored.direction === 'outbound' && read.phase === 'on-hold' ? { ...read, phase: 'open' } : read;
  const sync = value('sync');
  const audit = value('audit');
  return {
    input,
    policy,
    deal,
    link: confirmBase(stored, deal),
    syncOn: sync === true || sync === 1 || sync === 'true',
    shown: {
      status: choiceFromCrm(policy.crm, 'status', value('status')),
      details: parseDetails(value('details')),
      referralId: value('referralId'),
      audit: typeof audit === 'string' ? audit : null,
    },
    permitted: input.requests.filter((request) => request.mayEdit),
  };
}
