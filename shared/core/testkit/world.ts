import { applyStep, buildPolicy, membersToLookUp, planSync } from '../index.ts';
import type {
  AuditEntry,
  CrmKind,
  CrmValue,
  Link,
  PolicyOptions,
  ReferralPatchOperation,
  SyncInput,
  SyncPlan,
  SyncRequest,
  TeamChanges,
} from '../index.ts';
import { createFakeCrm, type CrmHabits } from './fake-crm.ts';
import { createFakePartnerCenter, type PartnerCenterHabits } from './fake-partner-center.ts';
import type { Draft } from './opportunities.ts';

export interface WorldOptions {
  readonly crm: CrmKind;
  readonly policy?: Omit<PolicyOptions, 'crm'>;
  readonly crmHabits?: Partial<CrmHabits>;
  readonly partnerCenterHabits?: Partial<PartnerCenterHabits>;
}

/** What one run did. */
export interface Run {
  readonly plan: SyncPlan;
  readonly calls: readonly ('create-own' | 'create-microsoft' | 'patch')[];
  readonly patches: readonly (readonly ReferralPatchOperation[])[];
  readonly written: Readonly<Record<string, CrmValue>>;
  readonly team: TeamChanges | null;
}

/** More steps than any run may take. */
const MOST_STEPS = 6;

/**
 * Both systems and a connector in memory: plans are executed as the connector does it, and what they write is stored as the real systems
 * store it. Time moves a minute with every run and a second with every edit.
 */
export function createWorld(options: WorldOptions) {
  const policy = buildPolicy({ crm: options.crm, ...options.policy });
  let time = Date.parse('2026-11-20T10:00:00Z');
  const clock = () => new Date((time += 1000)).toISOString();
  const crm = createFakeCrm(options.crm, { decimals: 2, notesLength: 2_000, ...options.crmHabits }, clock);
  const partnerCenter = createFakePartnerCenter(
    { notesLength: 32_000, namesSolutions: true, ...options.partnerCenterHabits },
    clock,
  );
  let link: Link | null = null;
  let requests: readonly SyncRequest[] = [];

  const input = (journal: readonly AuditEntry[], changes: Partial<SyncInput> = {}): SyncInput => {
    const referralId = link?.referralId ?? null;
    const microsoftId = link?.microsoftReferralId ?? null;
    const sides = {
      policy,
      opportunity: crm.read(),
      link,
      referral: referralId === null ? null : (partnerCenter.get(referralId) ?? ('gone' as const)),
    };
    return {
      now: new Date(time).toISOString(),
      ...sides,
      users: crm.findUsers(membersToLookUp(sides)),
      microsoftReferral: microsoftId === null ? null : partnerCenter.get(microsoftId),
      requests,
      journal,
      failure: null,
      ...changes,
    };
  };

  /** Plans and executes until there is no step left, then writes the CRM. `lose` drops what happens after so many steps: a crash. */
  const sync = (changes: Partial<SyncInput> = {}, lose = Infinity): Run => {
    time += 60_000;
    const calls: Run['calls'][number][] = [];
    const patches: (readonly ReferralPatchOperation[])[] = [];
    let journal: readonly AuditEntry[] = [];
    for (let steps = 0; steps <= MOST_STEPS; steps += 1) {
      const plan: SyncPlan = planSync(input(journal, changes));
      const { step } = plan;
      if (step === null || steps >= lose) {
        if (steps < lose) {
          if (Object.keys(plan.crm).length > 0 || plan.team !== null) crm.write(plan.crm, plan.team);
          ({ link } = plan);
          const answered = new Set(plan.answers.map((answer) => answer.requestId));
          requests = requests.filter((request) => !answered.has(request.id));
        }
        return { plan, calls, patches, written: plan.crm, team: plan.team };
      }
      calls.push(step.kind);
      if (step.kind === 'patch') patches.push(step.operations);
      const returned =
        step.kind === 'patch'
          ? partnerCenter.patch(step.referralId, step.operations, step.eTag)
          : partnerCenter.create(step.body);
      link = applyStep(plan.link, step, returned);
      journal = [...journal, ...step.audit];
    }
    throw new Error('The run takes no end.');
  };

  return {
    policy,
    crm,
    partnerCenter,
    sync,
    /** What would be planned now. */
    plan: (changes: Partial<SyncInput> = {}) => planSync(input([], changes)),
    link: () => link,
    setLink: (next: Link | null) => (link = next),
    own: () => (link?.referralId == null ? null : partnerCenter.get(link.referralId)),
    microsoft: () => (link?.microsoftReferralId == null ? null : partnerCenter.get(link.microsoftReferralId)),
    /** A person at Partner Center changes our own referral. */
    editPartnerCenter(change: Parameters<typeof partnerCenter.edit>[1]): void {
      if (link?.referralId != null) partnerCenter.edit(link.referralId, change);
    },
    ask: (request: SyncRequest) => (requests = [...requests, request]),
    audit: (): readonly string[] =>
      String(crm.read().values[policy.fields.audit] ?? '')
        .split('\n')
        .filter((line) => line !== ''),
    status: () => crm.read().values[policy.fields.status] ?? null,
  };
}

export type World = ReturnType<typeof createWorld>;

/** A world whose deal is shared already. */
export function sharedWorld(draft: Partial<Draft> = {}, options: Partial<WorldOptions> = {}): World {
  const world = createWorld({ crm: 'salesforce', ...options });
  world.crm.edit(draft);
  world.sync();
  return world;
}

/** A row of the request table, made by somebody who may edit the opportunity. */
export function requestOf(changes: Partial<SyncRequest> = {}): SyncRequest {
  return {
    id: 'r1',
    opportunityId: 'x',
    action: 'sync',
    reason: null,
    requestedBy: 'seller',
    requestedAt: '2026-11-20T10:00:00Z',
    mayEdit: true,
    ...changes,
  };
}
