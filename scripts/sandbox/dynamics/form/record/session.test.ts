import { jest } from '@jest/globals';
import { BOOT } from '../testkit.ts';
import { type FormEvent, createRecordSession } from './session.ts';

const answer = (status: number, body: unknown = {}): Response =>
  new Response(status === 204 ? null : JSON.stringify(body), { status });
const ROW = { name: 'Deal', estimatedvalue: 10, statecode: 0 };

/** A session on an opened record, over answers that the test gives one by one. */
async function opened() {
  const fetcher = jest.spyOn(globalThis, 'fetch').mockResolvedValueOnce(answer(200, ROW));
  const session = createRecordSession(BOOT);
  await session.load();
  const events: FormEvent[] = [];
  session.subscribe((event) => events.push(event));
  return { session, fetcher, events };
}

afterEach(() => jest.restoreAllMocks());

describe('createRecordSession', () => {
  it('is dirty until a change is taken back', async () => {
    const { session } = await opened();
    session.change({ name: 'New' });
    expect([session.isDirty(), session.value('name')]).toEqual([true, 'New']);
    session.change({ name: 'Deal' });
    expect(session.isDirty()).toBe(false);
  });

  it('sends changed columns onto whatever version there is, reads the row again and tells what was saved', async () => {
    const { session, fetcher, events } = await opened();
    fetcher.mockResolvedValueOnce(answer(204)).mockResolvedValueOnce(answer(200, { ...ROW, name: 'By the server' }));
    session.change({ name: 'New' });
    await expect(session.save()).resolves.toBe(true);
    const [, patch] = fetcher.mock.calls;
    expect(patch?.[1]).toMatchObject({ method: 'PATCH', body: '{"name":"New"}', headers: { 'if-match': '*' } });
    expect(session.value('name')).toBe('By the server');
    expect(events.at(-1)).toEqual({ kind: 'saved', columns: ['name'] });
  });

  it('keeps what was changed while a save was under way', async () => {
    const { session, fetcher } = await opened();
    const patched = Promise.withResolvers<Response>();
    fetcher.mockReturnValueOnce(patched.promise).mockResolvedValueOnce(answer(200, { ...ROW, name: 'First' }));
    session.change({ name: 'First' });
    const saving = session.save();
    session.change({ estimatedvalue: 20 });
    patched.resolve(answer(204));
    await saving;
    expect(session.state().changes).toEqual({ estimatedvalue: 20 });
  });

  it('keeps everything when a save is refused, and says why', async () => {
    const { session, fetcher } = await opened();
    fetcher.mockResolvedValueOnce(answer(403, { error: { code: '0x80040220', message: 'no' } }));
    session.change({ name: 'New' });
    await expect(session.save()).resolves.toBe(false);
    expect(session.state()).toMatchObject({
      changes: { name: 'New' },
      saving: false,
      fault: { status: 403, code: '0x80040220', message: 'no' },
    });
  });

  it('sends nothing while a required column is empty', async () => {
    const { session, fetcher } = await opened();
    session.change({ name: null });
    await expect(session.save()).resolves.toBe(false);
    expect(session.state().missing).toEqual(['name']);
    expect(fetcher).toHaveBeenCalledTimes(1);
  });
});
