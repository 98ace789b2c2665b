import { build, transform } from 'esbuild';
import { glob, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const lwcFolder = path.resolve(import.meta.dirname, '../../salesforce/main/default/lwc');
const core = path.resolve(import.meta.dirname, '../../shared/core/index.ts');

/**
 * Compiles the Lightning Web Components for deployment: the sync core becomes the module `c/syncCore`, each component's
 * TypeScript becomes JavaScript beside it. ES2021, because the platform's compiler refuses static blocks, which esbuild
 * emits from ES2022 on; not minified, because orgs review what they deploy.
 */
export async function buildLightningComponents(): Promise<readonly string[]> {
  const written = [await bundleCore()];
  for await (const file of glob('**/*.ts', { cwd: lwcFolder }))
    written.push(await compileComponent(path.join(lwcFolder, file)));
  return written;
}

async function bundleCore(): Promise<string> {
  const outfile = path.join(lwcFolder, 'syncCore', 'syncCore.js');
  await build({
    entryPoints: [core],
    bundle: true,
    format: 'esm',
    target: 'es2021',
    legalComments: 'inline',
    banner: { js: '// Made from shared/core by scripts/build/lwc.ts. Do not edit.' },
    outfile,
    logLevel: 'warning',
  });
  return outfile;
}

async function compileComponent(source: string): Promise<string> {
  const { code } = await transform(await readFile(source, 'utf8'), {
    loader: 'ts',
    // No `format`: the platform's compiler finds the component only as `export default class`, which esbuild would rewrite.
    // Decorators stay as they are, too: that compiler wants them.
    target: 'esnext',
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, verbatimModuleSyntax: true } },
    sourcefile: path.basename(source),
  });
  const outfile = source.replace(/\.ts$/, '.js');
  await writeFile(outfile, code);
  return outfile;
}
