import { build, transform } from 'esbuild';
import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { type Built, ifChanged } from './cache.ts';

const lwcFolder = fileURLToPath(new URL('../../salesforce/main/default/lwc', import.meta.url));
const sharedEntry = fileURLToPath(new URL('../../shared/section/salesforce.ts', import.meta.url));
const coreModule = path.join('syncCore', 'syncCore.js');

const USES_PLATFORM = /^import (?!type )[^;]*from '(lwc|lightning\/\w+)'/m;

const INPUTS = [
  'shared/core/**/*.ts',
  'shared/section/**/*.ts',
  'salesforce/main/default/lwc/*/*.ts',
  'scripts/build/lwc.ts',
  'package-lock.json',
];

/**
 * Compiles the Lightning Web Components for deployment, if anything changed: what the section needs of `shared/` becomes the
 * module `c/syncCore`, each component's TypeScript becomes JavaScript beside it. What it writes is small rather than
 * readable: every opportunity page loads it, and who reviews a deployment has the sources. What uses the platform keeps its
 * names, because its compiler knows `LightningElement`, `api`, `wire` and `gql` by them.
 */
export function buildLightningComponents(): Promise<Built> {
  return ifChanged('lwc', INPUTS, async () => {
    const sources: string[] = [];
    for await (const source of glob('*/*.ts', { cwd: lwcFolder })) sources.push(source);
    const outputs = [coreModule, ...sources.map(compiledName)];
    await removeOthers(outputs);
    await Promise.all([bundleCore(), ...sources.map(compileComponent)]);
    return outputs.map((file) => path.join(lwcFolder, file));
  });
}

async function bundleCore(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [sharedEntry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    // The platform's compiler refuses them, and esbuild makes some of its own.
    supported: { 'class-static-blocks': false },
    legalComments: 'inline',
    write: false,
    logLevel: 'warning',
  });
  const { code = '' } = await minify(outputFiles.map(({ text }) => text).join(''), {
    module: true,
    // `unsafe_arrows`: nothing of ours calls a function with `new` or reads its `this` but classes, which stay.
    compress: { ecma: 2020, passes: 3, pure_getters: true, unsafe_arrows: true },
    format: {
      preamble: '// Made from shared/section/salesforce.ts by scripts/build/lwc.ts. Do not edit.',
      // Two deployments can still be compared.
      max_line_len: 1000,
    },
  });
  await writeFile(path.join(lwcFolder, coreModule), code);
}

async function compileComponent(source: string): Promise<void> {
  const text = await readFile(path.join(lwcFolder, source), 'utf8');
  const { code } = await transform(withLightQueries(text), {
    loader: 'ts',
    minifyWhitespace: true,
    minifySyntax: true,
    minifyIdentifiers: !USES_PLATFORM.test(text),
    // No `format`: the platform's compiler finds the component only as `export default class`, which esbuild would rewrite.
    // Decorators stay as they are, too: that compiler wants them.
    target: 'esnext',
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, verbatimModuleSyntax: true } },
    sourcefile: path.basename(source),
  });
  await writeFile(path.join(lwcFolder, compiledName(source)), code);
}

/** White space of a GraphQL query is no part of it, but would be sent with every call. */
function withLightQueries(source: string): string {
  return source.replace(/gql`[^`]*`/g, (query) => query.replace(/\s+/g, ' ').replace(/ ?([{}()[\],:]) ?/g, '$1'));
}

/** JavaScript whose source is gone would be deployed with the rest. */
async function removeOthers(outputs: readonly string[]): Promise<void> {
  for await (const file of glob('*/*.js', { cwd: lwcFolder })) {
    if (!outputs.includes(file)) await rm(path.join(lwcFolder, file));
  }
}

function compiledName(source: string): string {
  return source.replace(/\.ts$/, '.js');
}
