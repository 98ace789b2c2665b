import { CosellError } from '../../core/index.ts';
import { createHealth } from './health.ts';

describe('createHealth', () => {
  it('is ready when every check is in order', async () => {
    const health = createHealth([{ name: 'a', run: () => Promise.resolve() }], 1_000, () => 0);
    expect(await health()).toEqual({ ready: true, checks: [{ name: 'a', ok: true, code: null, message: null }] });
  });

  it('names what is not', async () => {
    const error = new CosellError('crm-sign-in', { message: 'The secret is wrong.', cure: 'Correct it.' });
    const checks = [
      { name: 'a', run: () => Promise.resolve() },
      { name: 'b', run: () => Promise.reject(error) },
    ];
    const { ready, checks: results } = await createHealth(checks, 1_000, () => 0)();
    expect(ready).toBe(false);
    expect(results[1]).toEqual({ name: 'b', ok: false, code: 'crm-sign-in', message: 'The secret is wrong.' });
  });

  it('asks the other systems only now and then', async () => {
    let asked = 0;
    let time = 0;
    const run = () => {
      asked += 1;
      return Promise.resolve();
    };
    const health = createHealth([{ name: 'a', run }], 1_000, () => time);
    await Promise.all([health(), health(), health()]);
    expect(asked).toBe(1);
    time = 999;
    await health();
    expect(asked).toBe(1);
    time = 1_000;
    await health();
    expect(asked).toBe(2);
  });
});
