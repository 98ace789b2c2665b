import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import replacePlugin from '@rollup/plugin-replace';
import lwcPlugin from '@lwc/rollup-plugin';
import { type Plugin, rollup } from 'rollup';
import { BASE_COMPONENTS, EXPERIENCE, NODE_MODULES } from './paths.ts';

/** Answered from the page instead of the package's fixed English: they depend on who looks. */
const FROM_PAGE = new Set(['lang', 'dir', 'locale', 'timeZone'].map((name) => `@salesforce/i18n/${name}`));

/**
 * Compiles the platform part that the components stand on: the engine in synthetic shadow, as Lightning Experience runs it,
 * and the base components with everything below them.
 * @param modules specifiers that the page imports: `lwc`, `lightning/button`, …; each becomes `{specifier}.js` in `folder`
 */
export async function buildPlatform(modules: readonly string[], folder: string): Promise<void> {
  const bundle = await rollup({
    input: Object.fromEntries(modules.map((specifier) => [specifier, `${ENTRY}${specifier}`])),
    plugins: [platformModules(), ...compiler()],
    onwarn,
  });
  await bundle.write({
    dir: folder,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  });
  await bundle.close();
}

// Their declarations describe a CommonJS default where Node finds the function itself.
const lwc = lwcPlugin as unknown as typeof lwcPlugin.default;
const replace = replacePlugin as unknown as typeof replacePlugin.default;

/** The Lightning compiler with the options of an org, shared by both builds. */
export const compiler = (): Plugin[] => [
  lwc({
    rootDir: EXPERIENCE,
    apiVersion: 64,
    enableDynamicComponents: true,
    enableLwcOn: true,
    enableSyntheticElementInternals: true,
  }),
  replace({
    preventAssignment: true,
    values: { 'process.env.NODE_ENV': "'development'", 'import.meta.env.SSR': 'false' },
  }),
];

type OnWarn = NonNullable<Parameters<typeof rollup>[0]['onwarn']>;

/** A module that is nowhere would fail in an org, too. Vendors' code is full of circles and of attributes that the compiler frowns at; neither can be mended here. */
export const onwarn: OnWarn = (warning, warn) => {
  if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
  const vendor = [warning.id, warning.loc?.file, ...(warning.ids ?? [])].some((id) => id?.includes('node_modules'));
  if (!vendor && warning.code !== 'CIRCULAR_DEPENDENCY') warn(warning);
};

const ENTRY = '\0platform:';

function platformModules(): Plugin {
  const aliases = baseComponentAliases();
  return {
    name: 'platform-modules',
    resolveId(specifier) {
      if (specifier.startsWith(ENTRY)) return specifier;
      if (specifier.startsWith('@lwc/')) return path.join(NODE_MODULES, specifier, 'dist/index.js');
      if (specifier === 'lwc' || FROM_PAGE.has(specifier)) return `${ENTRY}${specifier}`;
      const [, name] = /^lightning\/(\w+)$/.exec(specifier) ?? [];
      if (name !== undefined) return baseModule(name);
      return aliases.get(specifier) ?? null;
    },
    load(id) {
      if (!id.startsWith(ENTRY)) return null;
      const specifier = id.slice(ENTRY.length);
      if (FROM_PAGE.has(specifier)) return `export default globalThis.sandboxPage.i18n.${path.basename(specifier)};`;
      // Synthetic shadow patches the DOM, so it has to be there before the engine.
      if (specifier === 'lwc') return `import '@lwc/synthetic-shadow'; export * from '@lwc/engine-dom';`;
      return `export * from '${specifier}'; export { default } from '${specifier}';`;
    },
  };
}

/** Most are components; some are style sheets alone. */
function baseModule(name: string): string | undefined {
  const file = path.join(BASE_COMPONENTS, 'src/lightning', name, name);
  return ['.js', '.css'].map((extension) => file + extension).find((candidate) => existsSync(candidate));
}

interface Alias {
  readonly name?: string;
  readonly path?: string;
}

/** The package brings its own labels, gates and formats: https://www.npmjs.com/package/lightning-base-components */
function baseComponentAliases(): ReadonlyMap<string, string> {
  const manifest = JSON.parse(readFileSync(path.join(BASE_COMPONENTS, 'package.json'), 'utf8')) as {
    lwc: { modules: readonly Alias[] };
  };
  return new Map(
    manifest.lwc.modules.flatMap(({ name, path: file }) =>
      name !== undefined && file !== undefined ? [[name, path.join(BASE_COMPONENTS, file)] as const] : [],
    ),
  );
}
