import { XMLParser } from 'fast-xml-parser';
import { LANGUAGES } from '../../shared/section/contract/index.ts';
import { labelName } from './texts/salesforce.ts';
import { readTexts, type TextSet } from './texts/sources.ts';
import { currentText, textFiles } from './texts.ts';

const SETS: readonly TextSet[] = ['section', 'platform'];
const files = textFiles();

function parsed(file: string): unknown {
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
  return parser.parse(files.get(file) ?? '');
}

describe('generated files', () => {
  it.each([...files.keys()])('%s is what the texts make of it (npm run texts)', (file) => {
    expect(currentText(file)).toBe(files.get(file));
  });

  it('are well-formed whatever a text holds', () => {
    const labels = parsed('salesforce/main/default/labels/CustomLabels.labels-meta.xml') as {
      CustomLabels: { labels: readonly { fullName: string; value: string }[] };
    };
    const texts = readTexts('section').en;
    const byName = Object.fromEntries(labels.CustomLabels.labels.map(({ fullName, value }) => [fullName, value]));
    expect(byName).toEqual(
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [labelName(key), text.trim()])),
    );
  });
});

describe('the control for the form designer', () => {
  it('names only texts that exist', () => {
    const manifest = currentText('dynamics/MicrosoftSection/ControlManifest.Input.xml') ?? '';
    const keys = [...manifest.matchAll(/-key="(\w+)"/g)].map(([, key]) => key);
    const texts = { ...readTexts('section').en, ...readTexts('platform').en };
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((key) => key === undefined || texts[key] === undefined)).toEqual([]);
  });
});

describe.each(SETS)('texts of the %s', (set) => {
  const { en, ...others } = readTexts(set);
  const placeholders = (text: string) => (text.match(/\{\d\}/g) ?? []).sort();

  it.each(LANGUAGES.filter((language) => language !== 'en'))(
    'have the same keys and placeholders in %s',
    (language) => {
      const texts = others[language];
      expect(Object.keys(texts)).toEqual(Object.keys(en));
      // English says "one thing"; languages without that form need the number.
      const wanted = (key: string) => placeholders(en[key.replace(/_one$/, '_other')] ?? '');
      const different = Object.keys(en).filter((key) => placeholders(texts[key] ?? '').join() !== wanted(key).join());
      expect(different).toEqual([]);
    },
  );

  it('are translated: nothing but names is the same as in English', () => {
    const names = ['Microsoft', 'Salesforce', 'Dynamics 365'];
    for (const texts of Object.values(others)) {
      const untranslated = Object.keys(en).filter((key) => texts[key] === en[key] && !names.includes(en[key] ?? ''));
      expect(untranslated).toEqual([]);
    }
  });

  it('keep the limits of Salesforce: names of at most 80 characters, labels of at most 1,000, no double underscore', () => {
    for (const language of LANGUAGES) {
      for (const [key, text] of Object.entries(readTexts(set)[language])) {
        expect(labelName(key)).toMatch(/^Cosell(_[a-zA-Z0-9]+)+$/);
        expect(labelName(key).length).toBeLessThanOrEqual(80);
        expect(text.length).toBeGreaterThan(0);
        // 40: a field's label (Metadata API, CustomField).
        expect(text.length).toBeLessThanOrEqual(/^(field|column)_\w+_label$/.test(key) ? 40 : 1000);
      }
    }
  });

  it('have titles of at most 50 characters', () => {
    for (const language of LANGUAGES) {
      const titles = Object.entries(readTexts(set)[language]).filter(([key]) =>
        /^(state|problem|stale).*_title/.test(key),
      );
      expect(titles.filter(([, text]) => text.length > 50)).toEqual([]);
    }
  });

  it('use typographic quotes and no straight ones', () => {
    for (const language of LANGUAGES) {
      const straight = Object.values(readTexts(set)[language]).filter((text) => /["']/.test(text));
      expect(straight).toEqual([]);
    }
  });
});
