import { asCosellError, type ConnectionInfo, type ErrorCode } from '../../core/index.ts';
import type { ReferralsPort } from '../../partner-center/port.ts';

/** What can be wrong with Partner Center for everybody; what is wrong with one deal is told at that deal. */
export type PartnerCenterState = Exclude<ConnectionInfo['state'], 'crm-sign-in'>;

/** Learns from the calls that are made anyway how the connection to Partner Center stands. */
export interface Witness {
  state(): PartnerCenterState;
  /** Runs the call and remembers what its outcome says. `isOfAll`: it is about all referrals, not about one. */
  watch<Result>(isOfAll: boolean, call: () => Promise<Result>): Promise<Result>;
  /** Returns what ends it. */
  onChange(run: () => void): () => void;
}

const SIGN_IN: readonly ErrorCode[] = ['partner-center-sign-in', 'partner-center-mfa-required'];

export function createWitness(): Witness {
  const listeners = new Set<() => void>();
  let state: PartnerCenterState = 'ok';
  const become = (next: PartnerCenterState): void => {
    if (next === state) return;
    state = next;
    for (const run of [...listeners]) run();
  };
  return {
    state: () => state,
    async watch(isOfAll, call) {
      try {
        const result = await call();
        // Reading one deal says nothing about whether the account may list them all.
        if (isOfAll || state === 'partner-center-sign-in') become('ok');
        return result;
      } catch (thrown) {
        const { code } = asCosellError(thrown);
        if (SIGN_IN.includes(code)) become('partner-center-sign-in');
        else if (isOfAll && code === 'partner-center-forbidden') become('partner-center-forbidden');
        throw thrown;
      }
    },
    onChange(run) {
      listeners.add(run);
      return () => listeners.delete(run);
    },
  };
}

/** The same port, watched. */
export function witnessedReferrals(port: ReferralsPort, witness: Witness): ReferralsPort {
  return {
    list: (query) => watchPages(port.list(query), witness),
    get: (id) => witness.watch(false, () => port.get(id)),
    create: (referral) => witness.watch(false, () => port.create(referral)),
    patch: (id, operations, eTag) => witness.watch(false, () => port.patch(id, operations, eTag)),
  };
}

async function* watchPages<Page>(pages: AsyncIterable<Page>, witness: Witness): AsyncGenerator<Page> {
  const iterator = pages[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await witness.watch(true, () => iterator.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}
