import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ifChanged } from './cache.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let name: string;

beforeEach(async () => {
  await mkdir(path.join(root, '.cosell'), { recursive: true });
  folder = await mkdtemp(path.join(root, '.cosell/cache-test-'));
  name = path.basename(folder);
  await writeFile(path.join(folder, 'in.txt'), 'one');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  await rm(path.join(root, `node_modules/.cache/cosell/${name}.json`), { force: true });
});

const build = async (): Promise<readonly string[]> => {
  await writeFile(path.join(folder, 'out.txt'), 'made');
  return [path.join(folder, 'out.txt')];
};

const run = () => ifChanged(name, [`.cosell/${name}/in.*`], build);

describe('ifChanged', () => {
  it('builds the first time and not the second', async () => {
    expect(await run()).toEqual({ built: true, outputs: [path.join(folder, 'out.txt')] });
    expect(await run()).toEqual({ built: false, outputs: [path.join(folder, 'out.txt')] });
  });

  it('goes by contents, not by times', async () => {
    await run();
    await utimes(path.join(folder, 'in.txt'), new Date(), new Date());
    expect((await run()).built).toBe(false);
  });

  it.each([
    ['an input changed', () => writeFile(path.join(folder, 'in.txt'), 'two')],
    ['an input came', () => writeFile(path.join(folder, 'in.json'), '{}')],
    ['what was made is gone', () => rm(path.join(folder, 'out.txt'))],
    ['what was made was edited', () => writeFile(path.join(folder, 'out.txt'), 'edited')],
  ])('builds again when %s', async (_what, change) => {
    await run();
    await change();
    expect((await run()).built).toBe(true);
    expect((await run()).built).toBe(false);
  });

  it('builds again after a build that failed', async () => {
    const failing = ifChanged(name, [`.cosell/${name}/in.*`], () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    expect((await run()).built).toBe(true);
  });

  it('names a pattern that fits no file', async () => {
    const misspelt = ifChanged(name, [`.cosell/${name}/inn.txt`], build);
    await expect(misspelt).rejects.toThrow(`No file fits the build input .cosell/${name}/inn.txt.`);
  });
});
