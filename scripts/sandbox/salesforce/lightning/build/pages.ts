import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import nodeResolvePlugin from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { type Plugin, rollup } from 'rollup';
import { EXPERIENCE, METADATA } from './paths.ts';
import { compiler, onwarn } from './platform.ts';
import { salesforceModules } from './virtual-modules.ts';

// As with the other plugins: Node finds the function itself.
const nodeResolve = nodeResolvePlugin as unknown as typeof nodeResolvePlugin.default;

/** Each becomes `{name}.js`, the one script of a page. */
const PAGES = ['record', 'gallery'];

/**
 * Compiles our components as they are deployed, the stand-ins for the platform's services, and the pages that host them.
 * @returns what the pages import from the platform: base components and the engine
 */
export async function buildPages(folder: string): Promise<readonly string[]> {
  const bundle = await rollup({
    input: Object.fromEntries(PAGES.map((name) => [name, path.join(EXPERIENCE, `${name}.ts`)])),
    external: isPlatform,
    plugins: [salesforceModules(), ownModules(), withoutTypes(), ...compiler(), nodeResolve()],
    onwarn,
  });
  const { output } = await bundle.write({
    dir: folder,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await bundle.close();
  const imports = output.flatMap((chunk) =>
    chunk.type === 'chunk' ? [...chunk.imports, ...chunk.dynamicImports] : [],
  );
  return [...new Set(['lwc', ...imports.filter(isPlatform)])].sort();
}

/** Neither in an org nor here does a component bring its own engine or base components. */
function isPlatform(specifier: string): boolean {
  if (specifier === 'lwc') return true;
  return specifier.startsWith('lightning/') && ownModule(specifier) === null;
}

/** `c/x` is deployed code; `sandbox/x` and some of `lightning/x` are ours. */
function ownModule(specifier: string): string | null {
  const [, namespace = '', name = ''] = /^(c|sandbox|lightning)\/(\w+)$/.exec(specifier) ?? [];
  const base =
    namespace === 'c'
      ? path.join(METADATA, 'lwc', name, name)
      : path.join(EXPERIENCE, 'modules', namespace, name, name);
  const extensions = namespace === 'c' ? ['.js', '.html', '.css'] : ['.ts', '.css'];
  return extensions.map((extension) => base + extension).find((file) => existsSync(file)) ?? null;
}

function ownModules(): Plugin {
  return {
    name: 'own-modules',
    resolveId(specifier, importer) {
      const own = ownModule(specifier);
      if (own === null) return null;
      // The compiler takes namespace and name from the folders, and `lwc` is not a namespace.
      return specifier.startsWith('c/') && importer !== undefined ? `${own}?specifier=${specifier}` : own;
    },
  };
}

/** Our stand-ins are TypeScript; what we deploy is compiled before. */
function withoutTypes(): Plugin {
  return {
    name: 'without-types',
    async load(id) {
      if (!id.endsWith('.ts')) return null;
      const { code } = await transform(await readFile(id, 'utf8'), {
        loader: 'ts',
        target: 'esnext',
        tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, verbatimModuleSyntax: true } },
        sourcefile: path.basename(id),
      });
      return code;
    },
  };
}
