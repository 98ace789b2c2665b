import type { CrmUser } from '../../core/model/index.ts';
import { createUserFinder } from './find-users.ts';

const user = (email: string): CrmUser => ({ id: `id of ${email}`, email });

/** A CRM that knows everybody but guests, answers when told to, and notes what it was asked. */
function slowCrm() {
  const calls: (readonly string[])[] = [];
  const open: (() => void)[] = [];
  return {
    calls,
    answer: () => open.shift()?.(),
    findUsers: (emails: readonly string[]) =>
      new Promise<readonly CrmUser[]>((resolve) => {
        calls.push(emails);
        open.push(() => resolve(emails.filter((email) => !email.startsWith('guest')).map(user)));
      }),
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('createUserFinder', () => {
  it('asks together what is asked at the same moment, and gives everybody his own', async () => {
    const crm = slowCrm();
    const finder = createUserFinder(crm, () => []);
    const both = Promise.all([finder.find(['A@x.example', 'guest@x.example']), finder.find(['b@x.example'])]);
    await settled();
    crm.answer();
    expect(await both).toEqual([[user('a@x.example')], [user('b@x.example')]]);
    expect(crm.calls).toEqual([['a@x.example', 'guest@x.example', 'b@x.example']]);
  });

  it('asks with the first what others will ask for, and nothing twice', async () => {
    const crm = slowCrm();
    const finder = createUserFinder(crm, () => ['b@x.example', 'A@x.example']);
    const first = finder.find(['a@x.example']);
    await settled();
    crm.answer();
    await first;
    expect(await finder.find(['B@x.example'])).toEqual([user('b@x.example')]);
    expect(crm.calls).toEqual([['a@x.example', 'b@x.example']]);
  });

  it('collects what comes while a call is under way', async () => {
    const crm = slowCrm();
    const finder = createUserFinder(crm, () => []);
    const first = finder.find(['a@x.example']);
    await settled();
    const later = Promise.all(['b@x.example', 'c@x.example'].map((email) => finder.find([email])));
    await settled();
    expect(crm.calls).toHaveLength(1);
    crm.answer();
    await settled();
    crm.answer();
    expect(await first).toEqual([user('a@x.example')]);
    expect(await later).toEqual([[user('b@x.example')], [user('c@x.example')]]);
    expect(crm.calls).toHaveLength(2);
  });

  it('asks again after a call that failed', async () => {
    let fails = true;
    const finder = createUserFinder(
      { findUsers: (emails) => (fails ? Promise.reject(new Error('away')) : Promise.resolve(emails.map(user))) },
      () => [],
    );
    await expect(finder.find(['a@x.example'])).rejects.toThrow('away');
    fails = false;
    expect(await finder.find(['a@x.example'])).toEqual([user('a@x.example')]);
  });
});
