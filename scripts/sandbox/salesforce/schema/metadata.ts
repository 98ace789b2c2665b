import { type Dirent, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

/** An element of a metadata file. Leaves are text; what may repeat is always a list. */
export interface MetadataNode {
  readonly [element: string]: MetadataValue;
}
export type MetadataValue = string | MetadataNode | readonly MetadataValue[] | undefined;

const REPEATED = new Set([
  'value',
  'fieldPermissions',
  'objectPermissions',
  'customPermissions',
  'labels',
  'customLabels',
  'picklistValues',
]);

/** Metadata is text with entities: `&apos;` and friends are decoded, `true` and `0` stay text. */
const parser = new XMLParser({
  parseTagValue: false,
  ignoreAttributes: true,
  isArray: (name) => REPEATED.has(name),
});

/** One metadata file: its API name (from the file name) and the content of its root element. */
export interface MetadataFile {
  readonly name: string;
  readonly folder: string;
  readonly content: MetadataNode;
}

/**
 * Reads all source-format files of one kind below a folder, e.g. kind `field` reads `*.field-meta.xml`.
 * @throws Error naming the file when it is not the kind of metadata that its name says.
 */
export function readMetadata(root: string, kind: string, element: string): readonly MetadataFile[] {
  const suffix = `.${kind}-meta.xml`;
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .sort((a, b) => pathOf(a).localeCompare(pathOf(b)))
    .map((entry) => {
      const parsed = parser.parse(readFileSync(pathOf(entry))) as Record<string, MetadataNode | undefined>;
      const content = parsed[element];
      if (content === undefined) throw new Error(`${pathOf(entry)} has no <${element}> as its root element.`);
      return { name: basename(entry.name, suffix), folder: entry.parentPath, content };
    });
}

const pathOf = (entry: Dirent): string => join(entry.parentPath, entry.name);

/** The text of an element; `undefined` when it is missing. */
export function textOf(node: MetadataNode, element: string): string | undefined {
  const value = node[element];
  // Some elements are repeated in one kind of metadata and stand alone in another.
  const only = isList(value) && value.length === 1 ? value[0] : value;
  return typeof only === 'string' ? only : undefined;
}

export const isTrue = (node: MetadataNode, element: string): boolean => textOf(node, element) === 'true';

export const numberOf = (node: MetadataNode, element: string): number => Number(textOf(node, element) ?? 0);

/** The elements of a repeated name that have content of their own. */
export function nodesOf(node: MetadataNode, element: string): readonly MetadataNode[] {
  const value = node[element];
  return isList(value) ? value.filter(isNode) : [];
}

export function nodeOf(node: MetadataNode, element: string): MetadataNode | undefined {
  const value = node[element];
  return isNode(value) ? value : undefined;
}

const isList = (value: MetadataValue): value is readonly MetadataValue[] => Array.isArray(value);
const isNode = (value: MetadataValue): value is MetadataNode =>
  typeof value === 'object' && value !== null && !isList(value);
