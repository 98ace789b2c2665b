import type { Plugin } from 'esbuild';

/** Under which names a model-driven app provides its platform libraries (dynamics-toolchain.md §1.3). */
const GLOBALS: Readonly<Record<string, string>> = {
  react: 'Reactv16',
  'react-dom': 'ReactDOMv16',
  '@fluentui/react-components': 'FluentUIReactv940',
};

/** Leads the imports of the platform libraries to what the page has loaded, as `pcf-scripts` does for the control. */
export const platformGlobals: Plugin = {
  name: 'platform-globals',
  setup(build) {
    build.onResolve({ filter: /^(react|react-dom|@fluentui\/react-components)$/ }, ({ path }) => ({
      path,
      namespace: 'platform-global',
    }));
    build.onLoad({ filter: /.*/, namespace: 'platform-global' }, ({ path }) => ({
      contents: `module.exports = window.${GLOBALS[path] ?? ''};`,
      loader: 'js',
    }));
  },
};
