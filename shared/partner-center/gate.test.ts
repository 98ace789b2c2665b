import { createGate } from './gate.ts';

function handClock() {
  let now = 1_000;
  const sleeps: { readonly milliseconds: number; readonly wake: () => void }[] = [];
  return {
    sleeps,
    now: () => now,
    advance(milliseconds: number) {
      now += milliseconds;
      for (const { wake } of sleeps.splice(0)) wake();
    },
    sleep: (milliseconds: number) => new Promise<void>((resolve) => sleeps.push({ milliseconds, wake: resolve })),
  };
}

const never = new AbortController().signal;
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('gate', () => {
  it('is open until somebody closes it', async () => {
    const clock = handClock();
    expect(await createGate(clock, 2_000).pass(never)).toBe(0);
    expect(clock.sleeps).toHaveLength(0);
  });

  it('names the seconds of a wait that is too long to wait for', async () => {
    const gate = createGate(handClock(), 2_000);
    gate.closeFor(57);
    expect(await gate.pass(never)).toBe(57);
  });

  it('holds everybody until the time has passed, even when it is woken early', async () => {
    const clock = handClock();
    const gate = createGate(clock, 2_000);
    gate.closeFor(2);
    const passed: number[] = [];
    const both = Promise.all([1, 2].map((each) => gate.pass(never).then(() => passed.push(each))));
    clock.advance(1_999);
    await turn();
    expect(passed).toEqual([]);
    expect(clock.sleeps.map((each) => each.milliseconds)).toEqual([1, 1]);
    clock.advance(1);
    await both;
    expect(passed).toEqual([1, 2]);
  });

  it('does not open earlier for a shorter wait', async () => {
    const gate = createGate(handClock(), 0);
    gate.closeFor(10);
    gate.closeFor(1);
    expect(await gate.pass(never)).toBe(10);
  });

  it('stays closed for whom the wait grew meanwhile', async () => {
    const clock = handClock();
    const gate = createGate(clock, 2_000);
    gate.closeFor(1);
    const waiting = gate.pass(never);
    gate.closeFor(60);
    clock.advance(1_000);
    expect(await waiting).toBe(59);
  });
});
