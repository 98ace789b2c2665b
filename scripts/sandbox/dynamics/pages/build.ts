import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ifChanged } from '../../../build/cache.ts';
import { platformGlobals } from './platform-globals.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Where the browser's half of the pages is put together. */
const FOLDER = path.join(ROOT, '.cosell/sandbox-dynamics');

/** The browser's half of one page. */
export interface ClientBundle {
  readonly name: string;
  readonly entry: string;
  /** Patterns of what goes into it, from the root of the repository. */
  readonly inputs: readonly string[];
}

/**
 * Bundles the browser's half of a page, unless nothing changed; React and Fluent stay what the platform provides.
 * @returns the file
 * @throws BuildFailure of esbuild, with the place of the mistake
 */
export async function buildClient({ name, entry, inputs }: ClientBundle): Promise<string> {
  const outfile = path.join(FOLDER, `${name}.js`);
  await ifChanged(
    `sandbox-dynamics-${name}`,
    [...inputs, 'scripts/sandbox/dynamics/pages/*.ts', 'package-lock.json'],
    async () => {
      await build({
        entryPoints: [path.join(ROOT, entry)],
        bundle: true,
        format: 'iife',
        target: 'es2022',
        jsx: 'transform',
        sourcemap: 'inline',
        plugins: [platformGlobals],
        outfile,
        logLevel: 'silent',
      });
      return [outfile];
    },
  );
  return outfile;
}
