import { within } from './within.ts';

const endless = new Promise<never>(() => undefined);

describe('within', () => {
  it('gives what the work gives', async () => {
    expect(await within(Promise.resolve(7), new AbortController().signal)).toBe(7);
    await expect(within(Promise.reject(new Error('own')), new AbortController().signal)).rejects.toThrow('own');
  });

  it('ends with the reason of the signal, also when that came first', async () => {
    const control = new AbortController();
    const waiting = within(endless, control.signal);
    control.abort(new Error('time is up'));
    await expect(waiting).rejects.toThrow('time is up');
    await expect(within(endless, control.signal)).rejects.toThrow('time is up');
  });
});
