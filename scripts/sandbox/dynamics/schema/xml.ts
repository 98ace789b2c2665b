import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

/** Where our own solution lies, unpacked in pac's layout. */
export const SOLUTION_FOLDER = fileURLToPath(new URL('../../../../dynamics/solution/src/', import.meta.url));

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
});

/** An element as fast-xml-parser gives it: text, or an object of attributes (`@name`), children and text (`#text`). */
export type XmlNode = string | { readonly [name: string]: XmlNode | readonly XmlNode[] };

export function readXml(folder: string, path: string): XmlNode {
  return parseXml(readFileSync(join(folder, path), 'utf8').replace(/^\uFEFF/, ''));
}

export function parseXml(text: string): XmlNode {
  return parser.parse(text) as XmlNode;
}

/** Files of a folder by name; an absent folder is empty. */
export function listXml(folder: string, path: string): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.xml'))
    .map((entry) => `${path}/${entry.name}`)
    .sort();
}

export function listFolders(folder: string, path: string): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** All elements at a path of names below `node`. */
export function elements(node: XmlNode | undefined, ...path: readonly string[]): XmlNode[] {
  return path.reduce<XmlNode[]>(
    (nodes, name) =>
      nodes.flatMap((parent) => {
        const child = typeof parent === 'string' ? undefined : parent[name];
        if (child === undefined) return [];
        return isList(child) ? [...child] : [child];
      }),
    node === undefined ? [] : [node],
  );
}

/** Text of the first element (or attribute, `@name`) at a path; `''` when there is none. */
export function text(node: XmlNode | undefined, ...path: readonly string[]): string {
  const [found] = elements(node, ...path);
  if (found === undefined) return '';
  if (typeof found === 'string') return found;
  const content = found['#text'];
  return typeof content === 'string' ? content : '';
}

function isList(value: XmlNode | readonly XmlNode[]): value is readonly XmlNode[] {
  return Array.isArray(value);
}

/** `{ABC…}` or `abc…` → `abc…`. */
export function guid(value: string): string {
  return value.replace(/[{}]/g, '').toLowerCase();
}
