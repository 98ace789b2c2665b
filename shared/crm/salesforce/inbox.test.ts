import { Inbox } from './inbox.ts';
import type { ChangeEvent } from './wire.ts';

const event = (replayId: number): ChangeEvent => ({
  event: { replayId },
  payload: {
    ChangeEventHeader: { entityName: 'Opportunity', recordIds: [], changeType: 'UPDATE', commitTimestamp: 0 },
  },
});
const ids = (events: readonly ChangeEvent[]) => events.map(({ event: { replayId } }) => replayId);

describe('Inbox', () => {
  it('handles what came together at once, and in order', async () => {
    const handled: number[][] = [];
    const first = Promise.withResolvers<undefined>();
    const inbox = new Inbox(async (events) => {
      handled.push(ids(events));
      if (handled.length === 1) await first.promise;
    });
    inbox.add(event(1));
    inbox.add(event(2));
    await Promise.resolve();
    inbox.add(event(3));
    inbox.add(event(4));
    first.resolve(undefined);
    await new Promise(setImmediate);
    await inbox.close();
    expect(handled).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('stops at the first failure and says what it was', async () => {
    const handled: number[][] = [];
    const inbox = new Inbox((events) => {
      handled.push(ids(events));
      return Promise.reject(new Error('the queue is full'));
    });
    inbox.add(event(1));
    expect(await inbox.failed).toMatchObject({ code: 'internal', cause: new Error('the queue is full') });
    inbox.add(event(2));
    await inbox.close();
    expect(handled).toEqual([[1]]);
  });
});
