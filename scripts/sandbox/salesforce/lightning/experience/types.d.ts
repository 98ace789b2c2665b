/** Made from the texts of the section; see scripts/build. */
declare module 'c/sectionTexts' {
  export const TEXTS: Readonly<Record<string, string>>;
}
