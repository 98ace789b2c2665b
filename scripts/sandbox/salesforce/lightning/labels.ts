import { nodesOf, readMetadata, textOf } from '../schema/metadata.ts';
import { METADATA_ROOT } from '../schema/load-schema.ts';

/**
 * Custom labels as a person with that language sees them: translated where there is a translation, English otherwise.
 * @param language BCP 47 as browsers have it (`zh-CN`); Salesforce writes `zh_CN`
 */
export function readLabels(language: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { content } of readMetadata(METADATA_ROOT, 'labels', 'CustomLabels')) {
    for (const label of nodesOf(content, 'labels'))
      labels.set(textOf(label, 'fullName') ?? '', textOf(label, 'value') ?? '');
  }
  const translations = readMetadata(METADATA_ROOT, 'translation', 'Translations');
  const own = translations.find(({ name }) => name === language.replace('-', '_'));
  for (const label of own ? nodesOf(own.content, 'customLabels') : []) {
    labels.set(textOf(label, 'name') ?? '', textOf(label, 'label') ?? '');
  }
  return labels;
}
