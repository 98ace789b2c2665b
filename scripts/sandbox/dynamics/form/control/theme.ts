import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { FormSettings, ThemeName } from '../boot.ts';
import type { Context } from './types.ts';

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** Fluent's own blue: the brand of an app whose administrator chose none. */
const BRAND: ComponentFramework.BrandVariants = {
  10: '#061724',
  20: '#082338',
  30: '#0a2e4a',
  40: '#0c3b5e',
  50: '#0e4775',
  60: '#0f548c',
  70: '#115ea3',
  80: '#0f6cbd',
  90: '#2886de',
  100: '#479ef5',
  110: '#62abf5',
  120: '#77b7f7',
  130: '#96c6fa',
  140: '#b4d6fa',
  150: '#cfe4fa',
  160: '#ebf3fc',
};

/** `context.fluentDesignLanguage`; apps without the modern look have none. */
export function designLanguageOf({ look, theme }: FormSettings): Context['fluentDesignLanguage'] {
  if (look === 'classic') return undefined;
  return { brand: BRAND, tokenTheme: THEMES[theme], isDarkTheme: theme !== 'light' };
}
