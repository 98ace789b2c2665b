import type { ChangeEvent } from './change-events.ts';
import { createEventLog } from './event-log.ts';

const event = { entityName: 'Opportunity' } as ChangeEvent;

describe('the replay window', () => {
  it('starts where a replay id says', () => {
    const log = createEventLog();
    const [first, second] = [log.append(event), log.append(event)];
    expect(log.after(-1)).toEqual([]);
    expect(log.after(-2)).toEqual([first, second]);
    expect(log.after(first.replayId)).toEqual([second]);
    expect(log.after(second.replayId)).toEqual([]);
  });

  it('has growing ids with gaps', () => {
    const log = createEventLog();
    const ids = Array.from({ length: 20 }, () => log.append(event).replayId);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    expect((ids.at(-1) ?? 0) - (ids[0] ?? 0)).toBeGreaterThan(19);
  });

  it('does not know ids that are too old, that never were, or that are no numbers', () => {
    const log = createEventLog();
    const { replayId } = log.append(event);
    expect(log.after(1)).toBeNull();
    expect(log.after(replayId + 1)).toBeNull();
    expect(log.after(Number.NaN)).toBeNull();
    log.forget();
    expect(log.after(replayId)).toBeNull();
    expect(log.after(-2)).toEqual([]);
  });
});
