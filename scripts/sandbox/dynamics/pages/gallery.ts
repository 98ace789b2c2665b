import { readFile } from 'node:fs/promises';
import type { FastifyReply } from 'fastify';
import { LANGUAGES, type Language, type Texts } from '../../../../shared/section/contract/texts.ts';
import { CONTROL_SOURCES } from '../../../build/pcf.ts';
import { SAMPLE_SOLUTIONS } from '../../sample-data/solutions.ts';
import type { GalleryBoot } from '../gallery/boot.ts';
import { sendAppPage } from './app-page.ts';
import type { ClientBundle } from './build.ts';
import { readControl } from './control.ts';
import { SYSTEM } from './names.ts';
import { type PageQuery, settingsOf } from './query.ts';

export const GALLERY: ClientBundle = {
  name: 'gallery',
  entry: 'scripts/sandbox/dynamics/gallery/main.tsx',
  inputs: [
    'scripts/sandbox/dynamics/gallery/*.{ts,tsx}',
    'scripts/sandbox/dynamics/form/control/theme.ts',
    ...CONTROL_SOURCES,
  ],
};

const LANGUAGE_IDS: Readonly<Record<Language, string>> = { en: '1033', ja: '1041', 'zh-CN': '2052' };

/** The gallery of the section's states: `state`, `dialog`, `width`, `lang`, `dir`, `theme`, as on the Salesforce stand-in. */
export async function sendGallery(reply: FastifyReply, query: PageQuery): Promise<FastifyReply> {
  const lang = LANGUAGES.find((known) => known === query.lang) ?? 'en';
  const settings = settingsOf({ ...query, language: query.language ?? LANGUAGE_IDS[lang] });
  const width = Number(query.width);
  const boot: GalleryBoot = {
    settings,
    texts: await readTexts(lang),
    solutions: SAMPLE_SOLUTIONS,
    state: query.state ?? null,
    dialog: query.dialog ?? null,
    width: width > 0 ? width : null,
  };
  return sendAppPage(reply, {
    title: `Microsoft section - ${SYSTEM}`,
    locale: settings.locale,
    isRtl: settings.isRtl,
    client: 'gallery',
    stylesheets: readControl(settings.languageId).stylesheets,
    boot,
  });
}

/** The one source of the texts; the control gets the same from its resx. */
async function readTexts(lang: Language): Promise<Texts> {
  const file = new URL(`../../../../shared/section/texts/${lang}.json`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')) as Texts;
}
