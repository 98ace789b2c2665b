import type { Theme } from '@fluentui/react-components';

/** The app's Fluent theme; `undefined` in apps without the modern look, which give controls none. */
export function themeOf({
  fluentDesignLanguage,
}: Pick<ComponentFramework.Context<unknown>, 'fluentDesignLanguage'>): Theme | undefined {
  return fluentDesignLanguage?.tokenTheme as Theme | undefined;
}
