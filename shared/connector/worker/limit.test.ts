import { createLimit } from './limit.ts';

describe('createLimit', () => {
  it('runs no more than so many tasks at the same time, and all of them', async () => {
    const limit = createLimit(3);
    let running = 0;
    let most = 0;
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        limit(async () => {
          running += 1;
          most = Math.max(most, running);
          await Promise.resolve();
          running -= 1;
          return index;
        }),
      ),
    );
    expect(most).toBe(3);
    expect(results).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('goes on after a task that fails', async () => {
    const limit = createLimit(1);
    const failed = limit(() => Promise.reject(new Error('no')));
    const next = limit(() => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });
});
