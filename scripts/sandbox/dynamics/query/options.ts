import { queryError } from '../errors.ts';
import { parseExpand } from './expression.ts';

/** The system query options of one table or one `$expand`, as text. */
export interface QueryOptions {
  readonly select: readonly string[] | null;
  readonly filter: string | null;
  readonly expand: readonly ExpandItem[];
  readonly orderBy: readonly { path: string; descending: boolean }[];
  readonly top: number | null;
  readonly count: boolean;
}

export interface ExpandItem {
  readonly navigation: string;
  readonly options: QueryOptions;
}

const KNOWN = ['$select', '$filter', '$expand', '$orderby', '$top', '$count', '$skiptoken'];

/** @throws DataverseError (400) for an option that Dataverse doesn't have ($skip, $search, $compute …) or that can't be read. */
export function readOptions(options: ReadonlyMap<string, string>): QueryOptions {
  for (const name of options.keys()) {
    if (name.startsWith('$') && !KNOWN.includes(name))
      throw queryError(`The query parameter ${name} is not supported.`);
  }
  const select = options.get('$select');
  return {
    select: select === undefined ? null : commaSeparated(select),
    filter: options.get('$filter') ?? null,
    expand: readExpand(options.get('$expand')),
    orderBy: commaSeparated(options.get('$orderby') ?? '').map(readOrder),
    top: readTop(options.get('$top')),
    count: options.get('$count') === 'true',
  };
}

/** Puts the values of parameter aliases (`@p1`) into the other options. */
export function resolveAliases(parameters: URLSearchParams): Map<string, string> {
  const all = new Map(parameters);
  const aliases = [...all].filter(([name]) => name.startsWith('@'));
  return new Map(
    [...all]
      .filter(([name]) => !name.startsWith('@'))
      .map(([name, text]) => [
        name,
        aliases.reduce((value, [alias, content]) => replaceAlias(value, alias, content), text),
      ]),
  );
}

function replaceAlias(text: string, alias: string, content: string): string {
  return text.replace(new RegExp(`${alias}\\b`, 'g'), () => content);
}

/** `$expand` is read by the OData parser; each option of an item goes through `readOptions` again. */
function readExpand(text: string | undefined): ExpandItem[] {
  if (text === undefined || text === '') return [];
  return parseExpand(text).map(({ navigation, options }) => ({
    navigation,
    options: readOptions(new Map(options.map((option): [string, string] => splitOnce(option)))),
  }));
}

function splitOnce(option: string): [string, string] {
  const at = option.indexOf('=');
  return [option.slice(0, at), option.slice(at + 1)];
}

function commaSeparated(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readOrder(text: string): { path: string; descending: boolean } {
  const [path = '', direction = 'asc', ...rest] = text.split(/\s+/);
  if (rest.length > 0 || !['asc', 'desc'].includes(direction))
    throw queryError(`Syntax error in $orderby at '${text}'.`);
  return { path, descending: direction === 'desc' };
}

function readTop(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d+$/.test(text))
    throw queryError(
      `Invalid value '${text}' for $top query option found. The $top query option requires a non-negative integer value.`,
    );
  return Number(text);
}
