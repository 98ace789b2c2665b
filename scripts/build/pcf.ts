import { spawn } from 'node:child_process';
import { cp, glob } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Built, ifChanged } from './cache.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What the control is written in; `generated` comes from the manifest. */
export const CONTROL_SOURCES = [
  'dynamics/MicrosoftSection/*.{ts,xml}',
  'dynamics/MicrosoftSection/!(generated)/**/*.{ts,tsx,css,resx}',
  'shared/core/**/*.ts',
  'shared/crm/dynamics/*.ts',
  'shared/section/**/*.{ts,json}',
];

const INPUTS = [...CONTROL_SOURCES, 'dynamics/*.{js,json}', 'package-lock.json'];

const BUILT = 'dynamics/out/controls/MicrosoftSection';
/** Where `pac solution pack` expects it; the description beside it belongs to the solution's source. */
const IN_SOLUTION = 'dynamics/solution/src/Controls/cosell_Cosell.MicrosoftSection';

let running: Promise<Built> | null = null;

/**
 * Brings the production bundle of the PCF control (`dynamics/out/controls`, and its copy in the solution) up to date with its sources; at most one build at a time.
 * @throws Error with what pcf-scripts said
 */
export function buildPcfControl(): Promise<Built> {
  running ??= ifChanged('pcf-control', INPUTS, async () => {
    await runPcfScripts();
    const files: string[] = [];
    await cp(path.join(ROOT, BUILT), path.join(ROOT, IN_SOLUTION), { recursive: true });
    for await (const file of glob(`{${BUILT},${IN_SOLUTION}}/**/*.{js,xml,css,resx}`, { cwd: ROOT })) files.push(file);
    return files;
  }).finally(() => (running = null));
  return running;
}

async function runPcfScripts(): Promise<void> {
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'node_modules/pcf-scripts/bin/pcf-scripts.js'), 'build', '--buildMode', 'production'],
    // The options of a test runner are not for the build.
    { cwd: path.join(ROOT, 'dynamics'), env: { ...process.env, NODE_OPTIONS: '' } },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  // Whoever stops us does not wait for a build.
  const stop = (): void => void child.kill();
  process.once('exit', stop);
  const code = await new Promise<number | null>((resolve, reject) => child.on('exit', resolve).on('error', reject));
  process.off('exit', stop);
  if (code !== 0) throw new Error(`The control could not be built.\n${output}`);
}
