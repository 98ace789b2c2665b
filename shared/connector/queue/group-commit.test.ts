import { createGroupCommit } from './group-commit.ts';

/** A store whose writes end when the test says so. */
function slowStore() {
  const groups: (readonly number[])[] = [];
  const ends: { ok: () => void; fail: (reason: Error) => void }[] = [];
  return {
    groups,
    ends,
    write: (group: readonly number[]) => {
      groups.push(group);
      return new Promise<void>((ok, fail) => ends.push({ ok, fail }));
    },
  };
}

const atOnce = () => Promise.resolve();
const never = () => new Promise<void>(() => undefined);
/** Everything that waits for nothing but its turn has had it. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('createGroupCommit', () => {
  it('writes a lone item at once', async () => {
    const store = slowStore();
    const add = createGroupCommit(store.write, 100, atOnce);
    const stored = add([1]);
    expect(store.groups).toEqual([[1]]);
    store.ends[0]?.ok();
    await expect(stored).resolves.toBeUndefined();
  });

  it('collects what arrives during a write into the next one', async () => {
    const store = slowStore();
    const add = createGroupCommit(store.write, 100, atOnce);
    const all = [add([1]), add([2]), add([3, 4])];
    expect(store.groups).toEqual([[1]]);
    store.ends[0]?.ok();
    await settled();
    expect(store.groups).toEqual([[1], [2, 3, 4]]);
    store.ends[1]?.ok();
    await Promise.all(all);
  });

  it('waits for those that were answered to come again, when others wait already', async () => {
    const store = slowStore();
    const add = createGroupCommit(store.write, 100, never);
    const first = add([1]);
    const others = [add([2])];
    store.ends[0]?.ok();
    await first;
    await settled();
    expect(store.groups).toEqual([[1]]);
    others.push(add([3]));
    await settled();
    expect(store.groups).toEqual([[1], [2, 3]]);
    store.ends[1]?.ok();
    await Promise.all(others);
  });

  it('does not wait for them for long', async () => {
    const store = slowStore();
    let goOn: () => void = () => undefined;
    const add = createGroupCommit(store.write, 100, () => new Promise<void>((resolve) => (goOn = resolve)));
    const all = [add([1]), add([2])];
    store.ends[0]?.ok();
    await settled();
    expect(store.groups).toEqual([[1]]);
    goOn();
    await settled();
    expect(store.groups).toEqual([[1], [2]]);
    store.ends[1]?.ok();
    await Promise.all(all);
  });

  it('expects one after one, and writes it at once', async () => {
    const store = slowStore();
    const add = createGroupCommit(store.write, 100, never);
    for (const item of [1, 2, 3]) {
      const stored = add([item]);
      await settled();
      expect(store.groups.at(-1)).toEqual([item]);
      store.ends.at(-1)?.ok();
      await stored;
    }
  });

  it('splits at the largest group', async () => {
    const store = slowStore();
    const add = createGroupCommit(store.write, 2, atOnce);
    const all = [add([1]), add([2]), add([3]), add([4])];
    for (let round = 0; round < 3; round += 1) {
      store.ends[round]?.ok();
      await settled();
    }
    store.ends.at(-1)?.ok();
    await Promise.all(all);
    expect(store.groups).toEqual([[1], [2, 3], [4]]);
  });

  it('tells everyone in a group when it could not be stored, and goes on with the next', async () => {
    const store = slowStore();
    const add = createGroupCommit(store.write, 100, atOnce);
    const first = add([1]);
    const second = add([2]);
    store.ends[0]?.fail(new Error('disk full'));
    await expect(first).rejects.toThrow('disk full');
    await settled();
    store.ends[1]?.ok();
    await expect(second).resolves.toBeUndefined();
  });
});
