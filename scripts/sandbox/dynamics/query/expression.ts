import odata from '@odata/parser';
import { queryError } from '../errors.ts';

/** A node of the parser's tree; only what we read of it. */
export interface Token {
  readonly type: string;
  readonly raw: string;
  readonly value: unknown;
}

/** Parses a `$filter`. @throws DataverseError (400) with the position for bad syntax. */
export function parseFilter(text: string): Token {
  try {
    return odata.defaultParser.filter(doubleQuoted(text));
  } catch (error) {
    throw queryError(
      `Syntax error in filter expression '${text}': ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

/** One item of an `$expand`: the navigation property and its options as text (`$select=name`). */
export interface ExpandText {
  readonly navigation: string;
  readonly options: readonly string[];
}

/** Parses an `$expand`. @throws DataverseError (400) for bad syntax. */
export function parseExpand(text: string): ExpandText[] {
  let options: readonly Token[];
  try {
    options = odata.defaultParser.query(`$expand=${doubleQuoted(text)}`).value.options;
  } catch (error) {
    throw queryError(`Syntax error in $expand '${text}': ${error instanceof Error ? error.message : String(error)}.`);
  }
  return options
    .flatMap((option) => itemsOf(option))
    .map((item) => ({
      navigation: child(item, 'path').raw,
      options: itemsOf(item, 'options').map(({ raw }) => raw),
    }));
}

function itemsOf(token: Token, name = 'items'): Token[] {
  const list = (token.value as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(list) ? list.filter(isToken) : [];
}

/** The parser takes JSON lists only; Dataverse takes single quotes in `PropertyValues=['a','b']` as well. */
function doubleQuoted(text: string): string {
  return text.replace(/(PropertyValues=)\[([^\]]*)\]/g, (_, start: string, list: string) => {
    const items = list.replace(/'((?:[^']|'')*)'/g, (__, item: string) => JSON.stringify(item.replaceAll("''", "'")));
    return `${start}[${items}]`;
  });
}

export function child(token: Token, name: string): Token {
  const found = (token.value as Readonly<Record<string, unknown>>)[name];
  if (!isToken(found)) throw queryError(`The expression '${token.raw}' is not supported here.`);
  return found;
}

export function isToken(value: unknown): value is Token {
  return typeof value === 'object' && value !== null && 'type' in value && 'raw' in value;
}

/** A logical expression as alternatives of conjunctions; each operand with its sign. */
export type Alternatives = readonly (readonly { negated: boolean; operand: Token }[])[];

/**
 * The parser binds `not`, `and` and `or` to everything on their right; OData binds `not` closest, then `and`, then `or`
 * (OData 4.01 URL conventions, 5.1.1.14). So the chain is flattened up to the brackets and put together again by that order.
 */
export function byPrecedence(token: Token): Alternatives {
  const alternatives: { negated: boolean; operand: Token }[][] = [[]];
  const walk = (node: Token, negated: boolean): void => {
    if (node.type === 'AndExpression' || node.type === 'OrExpression') {
      walk(child(node, 'left'), negated);
      if (node.type === 'OrExpression') alternatives.push([]);
      walk(child(node, 'right'), false);
    } else if (node.type === 'NotExpression' && isToken(node.value)) {
      walk(node.value, !negated);
    } else {
      alternatives.at(-1)?.push({ negated, operand: node });
    }
  };
  walk(token, false);
  return alternatives;
}
