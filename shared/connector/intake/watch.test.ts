import { CosellError } from '../../core/index.ts';
import type { CatchUpPage, ChangeHint, CrmPort, WatchHandlers } from '../../crm/port.ts';
import { FakeCrm } from '../testkit/crm.ts';
import { SILENT } from '../testkit/world.ts';
import { followCrm, type WatchSettings } from './watch.ts';

const hint = (id: string): ChangeHint => ({
  object: 'opportunity',
  id,
  opportunityId: id,
  changedAt: '2026-11-20T10:00:00Z',
});

interface Subscription {
  readonly position: string | null;
  readonly handlers: WatchHandlers;
  stopped: boolean;
}

/** Waits until a state is reached, by letting everything else go on. */
async function until(reached: () => boolean): Promise<void> {
  for (let turn = 0; turn < 10_000; turn += 1) {
    if (reached()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('It was never reached.');
}

function open(change: { readonly pages?: readonly CatchUpPage[]; readonly ready?: () => Promise<void> } = {}) {
  const subscriptions: Subscription[] = [];
  const asked: (string | null)[] = [];
  const taken: { readonly id: string; readonly urgent: boolean }[] = [];
  const places = { watch: null as string | null, catchUp: null as string | null };
  const faults = { intake: 0 };
  const told: string[] = [];
  const crm: CrmPort = {
    ...new FakeCrm().port(),
    watch: (position, handlers) => {
      const subscription = { position, handlers, stopped: false };
      subscriptions.push(subscription);
      return {
        ready: (change.ready ?? (() => Promise.resolve()))(),
        stop: () => {
          subscription.stopped = true;
          return Promise.resolve();
        },
      };
    },
    async *catchUp(cursor) {
      asked.push(cursor);
      await Promise.resolve();
      yield* change.pages ?? [];
    },
  };
  const settings: WatchSettings = {
    crmName: 'salesforce',
    crm,
    intake: (_crm, hints, urgent) => {
      if (faults.intake > 0) {
        faults.intake -= 1;
        return Promise.reject(new Error('the database is away'));
      }
      taken.push(...hints.map(({ id }) => ({ id, urgent })));
      return Promise.resolve();
    },
    catchUpCursor: {
      read: () => Promise.resolve(places.catchUp),
      save: (cursor) => Promise.resolve(void (places.catchUp = cursor)),
    },
    watchPosition: {
      read: () => Promise.resolve(places.watch),
      save: (position) => Promise.resolve(void (places.watch = position)),
    },
    catchUpSeconds: 3_600,
    onSubscription: (state) => told.push(state),
    log: SILENT,
  };
  const controller = new AbortController();
  const ended = followCrm(settings, controller.signal);
  const stop = async () => {
    controller.abort();
    await ended;
  };
  return { told, subscriptions, asked, taken, places, faults, stop };
}

describe('followCrm', () => {
  it('takes in what the stream brings, and then moves its place on', async () => {
    const scene = open();
    await until(() => scene.subscriptions.length === 1);
    await scene.subscriptions[0]?.handlers.onHints([hint('006A')], '17');
    expect(scene.taken).toEqual([{ id: '006A', urgent: true }]);
    expect(scene.places.watch).toBe('17');
    await scene.stop();
    expect(scene.subscriptions[0]?.stopped).toBe(true);
  });

  it('leaves its place when something could not be taken in', async () => {
    const scene = open();
    await until(() => scene.subscriptions.length === 1);
    scene.faults.intake = 1;
    await expect(scene.subscriptions[0]?.handlers.onHints([hint('006A')], '17')).rejects.toThrow('away');
    expect(scene.places.watch).toBeNull();
    await scene.stop();
  });

  it('catches up at the start page by page, and once more when the stream is live', async () => {
    const pages = [
      { hints: [hint('006A')], cursor: 'one' },
      { hints: [hint('006B')], cursor: 'two' },
    ];
    const scene = open({ pages });
    await until(() => scene.asked.length === 2);
    expect(scene.asked).toEqual([null, 'two']);
    expect(scene.taken.slice(0, 2)).toEqual([
      { id: '006A', urgent: false },
      { id: '006B', urgent: false },
    ]);
    await scene.stop();
  });

  it('catches up after a gap in the stream', async () => {
    const scene = open();
    await until(() => scene.asked.length === 2);
    scene.subscriptions[0]?.handlers.onGap('the replay id is too old');
    await until(() => scene.asked.length === 3);
    expect(scene.subscriptions).toHaveLength(1);
    await scene.stop();
  });

  it('does not move the cursor beyond a page that could not be taken in', async () => {
    const scene = open({
      pages: [{ hints: [hint('006A')], cursor: 'one' }],
      ready: () => new Promise(() => undefined),
    });
    scene.faults.intake = 1;
    await until(() => scene.asked.length === 1 && scene.faults.intake === 0);
    expect(scene.places.catchUp).toBeNull();
    await scene.stop();
  });

  it('ends at once even while it waits to subscribe again', async () => {
    const error = new CosellError('crm-unavailable', { message: 'It is away.', cure: 'Wait.' });
    const scene = open({ ready: () => Promise.reject(error) });
    await until(() => scene.subscriptions.length === 1 && (scene.subscriptions[0]?.stopped ?? false));
    await scene.stop();
    expect(scene.subscriptions).toHaveLength(1);
    expect(scene.told).toEqual(['failed']);
  });

  it('says when the stream is live, and not before', async () => {
    const live = Promise.withResolvers<undefined>();
    const scene = open({ ready: () => live.promise });
    await until(() => scene.asked.length === 1);
    expect(scene.told).toEqual([]);
    live.resolve(undefined);
    await until(() => scene.asked.length === 2);
    expect(scene.told).toEqual(['live']);
    await scene.stop();
  });
});
