import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildLightningComponents } from '../../../../build/lwc.ts';
import { buildPages } from './pages.ts';
import { BASE_COMPONENTS, CACHE, EXPERIENCE, METADATA, NODE_MODULES, ROOT } from './paths.ts';
import { buildPlatform } from './platform.ts';

/** What `server/hosting.ts` reads from the last line of our output. */
export interface Manifest {
  /** Folder of the pages' scripts. */
  readonly pages: string;
  /** Folder of the engine and the base components. */
  readonly platform: string;
  /** What the pages import from there. */
  readonly imports: readonly string[];
}

const BUILDS_KEPT = 4;

process.on('uncaughtException', (error) => {
  console.error(whatIsWrong(error));
  process.exit(1);
});

await buildLightningComponents();
const tools = await hashOf([
  path.join(import.meta.dirname, 'platform.ts'),
  path.join(BASE_COMPONENTS, 'package.json'),
  path.join(NODE_MODULES, '@lwc/engine-dom/package.json'),
]);
const sources = await hashOf([
  ...(await filesOf(import.meta.dirname, '*.ts')),
  ...(await filesOf(path.join(METADATA, 'lwc'), '**/*.{js,html,css}')),
  ...(await filesOf(METADATA, '{labels,objects}/**/*.xml')),
  ...(await filesOf(EXPERIENCE, '**/*.{ts,html,css}')),
]);
const pages = await once(`pages-${tools}-${sources}`, async (folder) => {
  await writeFile(path.join(folder, 'imports.json'), JSON.stringify(await buildPages(folder)));
});
const imports = JSON.parse(await readFile(path.join(pages, 'imports.json'), 'utf8')) as string[];
const platform = await once(`platform-${tools}-${shortHash(imports.join())}`, (folder) =>
  buildPlatform(imports, folder),
);
await prune();
console.log(JSON.stringify({ pages, platform, imports } satisfies Manifest));

/** Fills a folder unless it is there; in one go, because other sandboxes may build at the same time. */
async function once(name: string, build: (folder: string) => Promise<void>): Promise<string> {
  const folder = path.join(CACHE, name);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  await build(fresh);
  await rename(fresh, folder).catch((error: unknown) => {
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

/** Old builds go, except those that an open page may still load from. */
async function prune(): Promise<void> {
  const entries = await Promise.all(
    (await readdir(CACHE)).map(async (name) => ({ name, time: (await stat(path.join(CACHE, name))).mtimeMs })),
  );
  for (const kind of ['pages-', 'platform-']) {
    const old = entries.filter(({ name }) => name.startsWith(kind)).sort((a, b) => b.time - a.time);
    for (const { name } of old.slice(BUILDS_KEPT)) {
      const folder = path.join(CACHE, name);
      if (folder !== pages && folder !== platform) await rm(folder, { recursive: true, force: true });
    }
  }
}

async function filesOf(folder: string, pattern: string): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: folder }))
    if (!file.includes('__tests__')) files.push(path.join(folder, file));
  return files.sort();
}

async function hashOf(files: readonly string[]): Promise<string> {
  const contents = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return shortHash(files.map((file, index) => `${file}\0${contents[index]}`).join('\0'));
}

/** The message with its place; the rest of a compiler's error is about the compiler. */
function whatIsWrong(error: Error & { id?: string; filename?: string; frame?: string }): string {
  const file = error.filename ?? error.id ?? '';
  return [error.message, file && path.relative(ROOT, file), error.frame].filter(Boolean).join('\n');
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
