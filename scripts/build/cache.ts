import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const KEPT_IN = path.join(ROOT, 'node_modules/.cache/cosell');

export interface Built {
  /** `false`: everything was there already and nothing was done. */
  readonly built: boolean;
  /** The files that the build wrote, absolute. */
  readonly outputs: readonly string[];
}

interface Kept {
  readonly inputs: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * Runs a build unless its inputs are what they were at its last run and what it wrote is still there unaltered. Contents
 * decide, not times: a fresh clone, a `touch` and a change of branch and back cost nothing.
 * @param name names the build; one word
 * @param inputs glob patterns from the root of the repository, with the build's own script and, where its tools matter, `package-lock.json`
 * @param build returns the files that it wrote
 * @throws Error when no file fits a pattern: it is misspelt
 */
export async function ifChanged(
  name: string,
  inputs: readonly string[],
  build: () => Promise<readonly string[]>,
): Promise<Built> {
  const record = path.join(KEPT_IN, `${name}.json`);
  const kept = await readKept(record);
  const hash = await hashOfInputs(inputs);
  if (kept?.inputs === hash && (await areThere(kept.outputs))) {
    return { built: false, outputs: Object.keys(kept.outputs).map((file) => path.join(ROOT, file)) };
  }
  const outputs = (await build()).map((file) => path.resolve(ROOT, file));
  const hashes = await Promise.all(outputs.map(async (file) => [path.relative(ROOT, file), await hashOf(file)]));
  await writeKept(record, { inputs: hash, outputs: Object.fromEntries(hashes) as Record<string, string> });
  return { built: true, outputs };
}

async function hashOfInputs(patterns: readonly string[]): Promise<string> {
  const files = new Set<string>();
  for (const pattern of patterns) {
    let fits = false;
    for await (const entry of glob(pattern, { cwd: ROOT, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      files.add(path.relative(ROOT, path.join(entry.parentPath, entry.name)));
      fits = true;
    }
    if (!fits) throw new Error(`No file fits the build input ${pattern}.`);
  }
  const sum = createHash('sha256');
  for (const file of [...files].sort()) sum.update(`${file}\0${await hashOf(path.join(ROOT, file))}\n`);
  return sum.digest('hex');
}

async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

async function areThere(outputs: Kept['outputs']): Promise<boolean> {
  const same = await Promise.all(
    Object.entries(outputs).map(async ([file, hash]) => {
      return (await hashOf(path.join(ROOT, file)).catch(() => null)) === hash;
    }),
  );
  return same.every(Boolean);
}

async function readKept(record: string): Promise<Kept | null> {
  try {
    return JSON.parse(await readFile(record, 'utf8')) as Kept;
  } catch {
    return null;
  }
}

/** In one go, because `npm start` and the tests may build at the same time. */
async function writeKept(record: string, kept: Kept): Promise<void> {
  await mkdir(KEPT_IN, { recursive: true });
  const fresh = `${record}.${process.pid}`;
  await writeFile(fresh, JSON.stringify(kept));
  await rename(fresh, record);
}
