import { isJsonObject } from './body.ts';

/** A reference to a result that is not there. */
export class UnknownReference extends Error {}

/**
 * Puts results of earlier subrequests in the place of `@{referenceId.path[0].to}`, anywhere in a value.
 * @throws UnknownReference
 */
export function replaceReferences(value: unknown, bodyOf: (referenceId: string) => unknown): unknown {
  if (typeof value === 'string') return replaceInText(value, bodyOf);
  if (Array.isArray(value)) return value.map((item) => replaceReferences(item, bodyOf));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceReferences(item, bodyOf)]));
}

function replaceInText(text: string, bodyOf: (referenceId: string) => unknown): unknown {
  const whole = /^@\{([^}]+)\}$/.exec(text);
  if (whole) return resolve(whole[1] ?? '', bodyOf);
  return text.replace(/@\{([^}]+)\}/g, (_match, path: string) => String(resolve(path, bodyOf)));
}

function resolve(reference: string, bodyOf: (referenceId: string) => unknown): unknown {
  const [referenceId = '', ...path] = reference.split(/[.[\]]+/).filter((part) => part !== '');
  let value = bodyOf(referenceId);
  for (const part of path)
    value = Array.isArray(value) ? (value as unknown[])[Number(part)] : isJsonObject(value) ? value[part] : undefined;
  if (value === undefined || value === null) {
    throw new UnknownReference(`Invalid reference specified. No value for ${path.join('.')} found in ${referenceId}.`);
  }
  return value;
}
