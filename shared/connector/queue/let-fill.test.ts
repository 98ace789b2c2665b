import { createLetFill } from './let-fill.ts';

function open() {
  const waits: number[] = [];
  const clock = { now: 0 };
  const letFill = createLetFill(
    200,
    () => clock.now,
    (milliseconds) => Promise.resolve(void waits.push(milliseconds)),
  );
  return { waits, clock, letFill };
}

describe('createLetFill', () => {
  it('waits for nobody while changes come one by one', async () => {
    const { waits, letFill } = open();
    for (const size of [1, 1, 3, 1]) await letFill(size);
    expect(waits).toEqual([]);
  });

  it('waits after a batch of several, and after the small ones beside it', async () => {
    const { waits, letFill } = open();
    await letFill(12);
    await letFill(1);
    expect(waits).toEqual([50, 50]);
  });

  it('waits no more a quarter of a second after the last batch of several', async () => {
    const { waits, clock, letFill } = open();
    await letFill(12);
    clock.now = 250;
    await letFill(1);
    expect(waits).toEqual([50]);
  });

  it('goes on at once after a full batch, because the next one waits already', async () => {
    const { waits, letFill } = open();
    await letFill(200);
    expect(waits).toEqual([]);
  });
});
