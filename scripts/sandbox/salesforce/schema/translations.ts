import { basename } from 'node:path';
import { METADATA_ROOT } from './load-schema.ts';
import { type MetadataNode, nodesOf, readMetadata, textOf } from './metadata.ts';
import type { FieldDefinition } from './types.ts';

let translations: ReadonlyMap<string, MetadataNode> | null = null;

/**
 * A field with label, help and choices in the language of a locale, as far as our metadata translates them.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_customobjecttranslation.htm
 */
export function translated(objectName: string, field: FieldDefinition, locale: string): FieldDefinition {
  translations ??= readTranslations();
  const { language, region } = new Intl.Locale(locale);
  const own = [`${language}_${region}`, language].map((name) =>
    translations?.get(`${objectName}-${name}/${field.name}`),
  );
  const node = own.find((found) => found !== undefined);
  if (!node) return field;
  const choices = new Map(
    nodesOf(node, 'picklistValues').map((choice) => [textOf(choice, 'masterLabel'), textOf(choice, 'translation')]),
  );
  return {
    ...field,
    label: textOf(node, 'label') ?? field.label,
    helpText: textOf(node, 'help') ?? field.helpText,
    picklist: field.picklist.map((choice) => ({ ...choice, label: choices.get(choice.label) ?? choice.label })),
  };
}

/** By `Opportunity-zh_CN/Field__c`. */
function readTranslations(): ReadonlyMap<string, MetadataNode> {
  const files = readMetadata(METADATA_ROOT, 'fieldTranslation', 'CustomFieldTranslation');
  return new Map(files.map(({ folder, name, content }) => [`${basename(folder)}/${name}`, content]));
}
