import Big from 'big.js';

/** A JSON value whose numbers are exact: integers that a JavaScript number holds stay numbers, all others are `Big`. */
export type ExactJson = null | boolean | number | string | Big | readonly ExactJson[] | ExactObject;
export interface ExactObject {
  readonly [property: string]: ExactJson;
}

type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

const keepDigits: SourceReviver = (_key, value, { source }) => {
  if (typeof value !== 'number' || source === undefined) return value;
  return Number.isSafeInteger(value) && /^-?\d+$/.test(source) ? value : new Big(source);
};

/** `JSON.parse` that never rounds: money has more digits than a double. @throws SyntaxError */
export function parseExactJson(text: string): ExactJson {
  return JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown) as ExactJson;
}
