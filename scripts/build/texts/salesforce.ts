import { SECTION_FIELDS } from '../../../shared/core/index.ts';
import { LANGUAGES, type Texts } from '../../../shared/section/contract/index.ts';
import { choiceOf, columnKey, COLUMNS } from './columns.ts';
import { allTexts, escapeXml, readTexts, SALESFORCE_LANGUAGES, textOf } from './sources.ts';

const FOLDER = 'salesforce/main/default';
const METADATA = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The custom label of a text. At most 80 characters, letters, digits and single underscores (Metadata API, CustomLabel). */
export function labelName(key: string): string {
  return `Cosell_${key}`;
}

/** Everything that Salesforce gets of the texts: labels, their translations, those of our columns, and the module that imports the labels. */
export function salesforceFiles(): ReadonlyMap<string, string> {
  const section = readTexts('section');
  const all = allTexts();
  const files = new Map([
    [`${FOLDER}/labels/CustomLabels.labels-meta.xml`, customLabels(section.en)],
    [`${FOLDER}/lwc/sectionTexts/sectionTexts.ts`, labelModule(section.en)],
  ]);
  for (const language of LANGUAGES.filter((other) => other !== 'en')) {
    const name = SALESFORCE_LANGUAGES[language];
    files.set(`${FOLDER}/translations/${name}.translation-meta.xml`, translation(section[language]));
    const object = `${FOLDER}/objectTranslations/Opportunity-${name}`;
    const empty = `${HEAD}<CustomObjectTranslation ${METADATA}></CustomObjectTranslation>\n`;
    files.set(`${object}/Opportunity-${name}.objectTranslation-meta.xml`, empty);
    for (const [field, content] of fieldTranslations(all.en, all[language])) {
      files.set(`${object}/${field}.fieldTranslation-meta.xml`, content);
    }
  }
  return files;
}

function customLabels(texts: Texts): string {
  const labels = sorted(texts).map(
    ([key, text]) => `    <labels>
        <fullName>${labelName(key)}</fullName>
        <categories>Co-sell</categories>
        <language>${SALESFORCE_LANGUAGES.en}</language>
        <protected>false</protected>
        <shortDescription>${escapeXml(key)}</shortDescription>
        <value>${escapeXml(text)}</value>
    </labels>
`,
  );
  return `${HEAD}<CustomLabels ${METADATA}>\n${labels.join('')}</CustomLabels>\n`;
}

function translation(texts: Texts): string {
  const labels = sorted(texts).map(
    ([key, text]) => `    <customLabels>
        <label>${escapeXml(text)}</label>
        <name>${labelName(key)}</name>
    </customLabels>
`,
  );
  return `${HEAD}<Translations ${METADATA}>\n${labels.join('')}</Translations>\n`;
}

function fieldTranslations(english: Texts, texts: Texts): readonly (readonly [string, string])[] {
  return COLUMNS.map((column) => {
    const field = SECTION_FIELDS.salesforce[column];
    const values = choiceOf(column).map(
      ({ key }) => `    <picklistValues>
        <masterLabel>${escapeXml(textOf(english, key))}</masterLabel>
        <translation>${escapeXml(textOf(texts, key))}</translation>
    </picklistValues>
`,
    );
    const content = `${HEAD}<CustomFieldTranslation ${METADATA}>
    <help>${escapeXml(textOf(texts, `${columnKey(column)}_help`))}</help>
    <label>${escapeXml(textOf(texts, `${columnKey(column)}_label`))}</label>
    <name>${field}</name>
${values.join('')}</CustomFieldTranslation>
`;
    return [field, content] as const;
  });
}

/** Labels can only be imported one by one. Short names, because every byte counts against the size of the section. */
function labelModule(texts: Texts): string {
  const keys = sorted(texts).map(([key]) => key);
  const imports = keys.map((key, index) => `import ${name(index)} from '@salesforce/label/c.${labelName(key)}';\n`);
  const entries = keys.map((key, index) => `${key}: ${name(index)},\n`);
  return `// Made from shared/section/texts by scripts/build/texts.ts. Do not edit.
${imports.join('')}
/** The texts of the section in the person's language, by key. */
export const TEXTS: Readonly<Record<string, string>> = {
${entries.join('')}};
`;
}

/** `a0` … `z0`, `a1` … */
function name(index: number): string {
  return `${String.fromCharCode(97 + (index % 26))}${Math.floor(index / 26)}`;
}

function sorted(texts: Texts): readonly (readonly [string, string])[] {
  return Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));
}
