import { readFileSync } from 'node:fs';
import { DYNAMICS_CHOICE_BASE } from '../../../shared/core/mapping/choices.ts';
import { SECTION_FIELDS, type ChoiceName } from '../../../shared/core/index.ts';
import { LANGUAGES } from '../../../shared/section/contract/index.ts';
import { CHOICES, columnKey, COLUMNS } from './columns.ts';
import { allTexts, escapeXml, LCIDS, textOf } from './sources.ts';

const ENTITY = 'dynamics/solution/src/Entities/Opportunity/Entity.xml';
const OPTION_SETS: Readonly<Record<ChoiceName, string>> = {
  help: 'cosell_help',
  status: 'cosell_syncstatus',
  direction: 'cosell_referraldirection',
  requestAction: 'cosell_requestaction',
  requestStatus: 'cosell_requeststatus',
};

/** Texts of columns and choices, which the control itself never shows. */
const OF_COLUMNS = /^(column|requestAction|requestStatus)_/;

/**
 * Everything that Dynamics gets of the texts: the resx files of the control, and the labels of our columns and choices in every language.
 * Labels of a language that an organisation has not installed are left out when the solution is imported.
 */
export function dynamicsFiles(): ReadonlyMap<string, string> {
  const all = allTexts();
  const files = new Map<string, string>();
  for (const language of LANGUAGES) {
    const texts = Object.entries(all[language]).filter(([key]) => !OF_COLUMNS.test(key));
    files.set(`dynamics/MicrosoftSection/strings/MicrosoftSection.${LCIDS[language]}.resx`, resx(texts));
  }
  for (const [choice, set] of Object.entries(OPTION_SETS)) {
    const file = `dynamics/solution/src/OptionSets/${set}.xml`;
    files.set(file, optionLabels(read(file), choice as ChoiceName));
  }
  files.set(ENTITY, columnLabels(read(ENTITY)));
  return files;
}

function read(file: string): string {
  return readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
}

function resx(texts: readonly (readonly [string, string])[]): string {
  const assembly = 'System.Windows.Forms, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089';
  const data = texts.map(
    ([key, text]) => `  <data name="${key}" xml:space="preserve"><value>${escapeXml(text)}</value></data>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- Made from shared/section/texts by scripts/build/texts.ts. Do not edit. -->
<root>
  <resheader name="resmimetype"><value>text/microsoft-resx</value></resheader>
  <resheader name="version"><value>2.0</value></resheader>
  <resheader name="reader"><value>System.Resources.ResXResourceReader, ${assembly}</value></resheader>
  <resheader name="writer"><value>System.Resources.ResXResourceWriter, ${assembly}</value></resheader>
${data.join('')}</root>
`;
}

/** The element once per language; the first language is the solution's own. */
function inLanguages(element: string, key: string): string {
  const all = allTexts();
  return LANGUAGES.map(
    (language) =>
      `<${element} description="${escapeXml(textOf(all[language], key))}" languagecode="${LCIDS[language]}" />`,
  ).join('');
}

/** @throws Error when the option set does not have exactly the options of the core */
function optionLabels(xml: string, choice: ChoiceName): string {
  let labelled = xml;
  CHOICES[choice].forEach(({ key }, index) => {
    const option = new RegExp(`(<option value="${DYNAMICS_CHOICE_BASE + index}"[^>]*>\\s*<labels>).*?(</labels>)`, 's');
    labelled = replaced(labelled, option, inLanguages('label', key));
  });
  return labelled;
}

function columnLabels(xml: string): string {
  let labelled = xml;
  for (const column of COLUMNS) {
    const name = SECTION_FIELDS.dynamics[column];
    const names = new RegExp(
      `(<LogicalName>${name}</LogicalName>.*?<displaynames>\\s*)<displayname .*?(\\s*</displaynames>)`,
      's',
    );
    // The options of a yes/no column sit between its name and its label, with an empty list of display names.
    labelled = replaced(labelled, names, inLanguages('displayname', `${columnKey(column)}_label`));
  }
  return labelled;
}

function replaced(xml: string, place: RegExp, content: string): string {
  if (!place.test(xml)) throw new Error(`The solution has no place for ${content}.`);
  return xml.replace(place, (_, before: string, after: string) => `${before}${content}${after}`);
}
