import { CosellError } from '../../core/index.ts';
import { createChecks, healthOf, statusOf, type Check, type CheckResult } from './health.ts';

const FINE: CheckResult = { name: 'a', ok: true, code: null, message: null };
const BAD: CheckResult = { name: 'b', ok: false, code: 'crm-sign-in', message: 'The secret is wrong.' };
const error = new CosellError('crm-sign-in', { message: 'The secret is wrong.', cure: 'Correct it.' });

describe('checks', () => {
  it('say what is in order and what is not', async () => {
    const checks: Check[] = [
      { name: 'a', run: () => Promise.resolve() },
      { name: 'b', run: () => Promise.reject(error) },
    ];
    expect(await createChecks(checks, { keepMs: 1_000, waits: true }, () => 0)()).toEqual([FINE, BAD]);
  });

  it('are made only now and then', async () => {
    let asked = 0;
    let time = 1;
    const run = () => {
      asked += 1;
      return Promise.resolve();
    };
    const look = createChecks([{ name: 'a', run }], { keepMs: 1_000, waits: false }, () => time);
    await Promise.all([look(), look(), look()]);
    time = 1_000;
    await look();
    expect(asked).toBe(1);
    time = 1_001;
    await look();
    expect(asked).toBe(2);
  });

  it('are waited for where that is wanted', async () => {
    let time = 1;
    let result: Promise<void> = Promise.resolve();
    const look = createChecks([{ name: 'b', run: () => result }], { keepMs: 1_000, waits: true }, () => time);
    expect((await look())[0]?.ok).toBe(true);
    result = Promise.reject(error);
    time = 2_000;
    expect(await look()).toEqual([BAD]);
  });

  it('give out the last results while a system does not answer', async () => {
    let time = 1;
    let answer: Promise<void> = Promise.resolve();
    let settle: (error: Error) => void = () => undefined;
    const look = createChecks([{ name: 'b', run: () => answer }], { keepMs: 1_000, waits: false }, () => time);
    expect((await look())[0]?.ok).toBe(true);
    answer = new Promise((_, reject) => (settle = reject));
    time = 2_000;
    expect((await look())[0]?.ok).toBe(true);
    settle(error);
    await new Promise((resolve) => setImmediate(resolve));
    expect(await look()).toEqual([BAD]);
  });
});

describe('health', () => {
  const health = (checks: CheckResult[], systems: CheckResult[]) =>
    healthOf(
      () => Promise.resolve(checks),
      () => Promise.resolve(systems),
    );

  it.each<[string, CheckResult[], CheckResult[]]>([
    ['ready', [FINE], [FINE]],
    ['degraded', [FINE], [FINE, BAD]],
    ['not ready', [FINE, BAD], [FINE]],
  ])('is %s', async (status, checks, systems) => {
    const found = await health(checks, systems);
    expect(found).toEqual({ ready: status !== 'not ready', checks, systems });
    expect(statusOf(found)).toBe(status);
  });
});
