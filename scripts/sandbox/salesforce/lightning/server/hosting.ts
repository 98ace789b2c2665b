import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { glob, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '../build/main.ts';
import { ROOT } from '../build/paths.ts';

/** How the compiled pages stand. */
export type Hosting =
  | { readonly state: 'ready'; readonly manifest: Manifest }
  | { readonly state: 'building' }
  /** `output` is what the build said. */
  | { readonly state: 'failed'; readonly output: string };

/** Builds the pages with the real components when they are asked for and something has changed. */
export interface PageBuilder {
  /** Looks for changes and starts a build when there are any; waits for it, but not for longer than this (`Infinity`: as long as it takes). */
  current(patienceMs: number): Promise<Hosting>;
  /** Ends a build that is under way. */
  close(): void;
}

/** Everything that the pages are made of, by pattern from the root of the repository. */
const INPUTS = [
  'salesforce/main/default/{lwc,labels,translations,objects}/**/*.{ts,html,css,xml}',
  'scripts/sandbox/salesforce/lightning/{build,experience}/**/*.{ts,html,css}',
  'scripts/build/*.ts',
  'shared/{core,section}/**/*.{ts,json}',
];
const BUILD = fileURLToPath(new URL('../build/main.ts', import.meta.url));

export function createPageBuilder(): PageBuilder {
  let built: { readonly inputs: string; readonly manifest: Manifest } | null = null;
  let running: Promise<Hosting> | null = null;
  const ending = new AbortController();

  const build = async (): Promise<Hosting> => {
    const inputs = await fingerprint();
    if (built?.inputs === inputs && isThere(built.manifest)) return { state: 'ready', manifest: built.manifest };
    const hosting = await runBuild(ending.signal);
    // A build that failed is tried again: another process may have been writing the same files.
    built = hosting.state === 'ready' ? { inputs, manifest: hosting.manifest } : null;
    return hosting;
  };

  return {
    async current(patienceMs) {
      running ??= build().finally(() => (running = null));
      if (patienceMs === Infinity) return running;
      const { promise: impatience, resolve } = Promise.withResolvers<Hosting>();
      const timer = setTimeout(() => resolve({ state: 'building' }), patienceMs);
      return Promise.race([running, impatience]).finally(() => clearTimeout(timer));
    },
    close: () => ending.abort(),
  };
}

/** Other sandboxes clear old builds away. */
const isThere = ({ pages, platform }: Manifest): boolean => existsSync(pages) && existsSync(platform);

/** Changes with every edit; looks at times and sizes only, because it is asked for with every page. */
async function fingerprint(): Promise<string> {
  const files: string[] = [];
  for (const pattern of INPUTS) for await (const file of glob(pattern, { cwd: ROOT })) files.push(file);
  const stamps = await Promise.all(
    files.sort().map(async (file) => {
      const found = await stat(path.join(ROOT, file)).catch(() => null);
      return `${file} ${found?.mtimeMs} ${found?.size}`;
    }),
  );
  return stamps.join('\n');
}

/** In a process of its own: compiling would keep the stand-in from answering. */
async function runBuild(signal: AbortSignal): Promise<Hosting> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', BUILD], {
    cwd: ROOT,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
    // The options of a test runner are not for the build.
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let [answer, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => (signal.aborted ? resolve(null) : reject(error)));
    child.once('close', resolve);
  });
  if (code !== 0) return { state: 'failed', output: said };
  return { state: 'ready', manifest: JSON.parse(answer.trim().split('\n').at(-1) ?? '') as Manifest };
}
