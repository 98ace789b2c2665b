const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const INSTANCE = '5g0';

/**
 * The 18-character form of a 15-character id: three more characters say which of the fifteen are upper case.
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/field_types.htm#i1435616
 */
export function toLongId(shortId: string): string {
  const suffix = [0, 5, 10].map((start) => {
    const bits = [0, 1, 2, 3, 4].filter((offset) => /[A-Z]/.test(shortId.charAt(start + offset)));
    return ALPHABET.charAt(bits.reduce((sum, bit) => sum + 2 ** bit, 0));
  });
  return shortId + suffix.join('');
}

/** The 18-character form of an id in either form; `null` when it is neither, or its suffix does not fit. */
export function normaliseId(id: string): string | null {
  if (!/^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/.test(id)) return null;
  const long = toLongId(id.slice(0, 15));
  return id.length === 15 || long === id.slice(0, 15) + id.slice(15).toUpperCase() ? long : null;
}

/** An id and the running number behind it, which auto numbers show. */
export interface NewId {
  readonly id: string;
  readonly number: number;
}

/** Makes ids in sequence, like an org that nobody else uses. */
export function createIdSource(): (keyPrefix: string) => NewId {
  const counters = new Map<string, number>();
  return (keyPrefix) => {
    const number = (counters.get(keyPrefix) ?? 0) + 1;
    counters.set(keyPrefix, number);
    return { id: toLongId(`${keyPrefix}${INSTANCE}${base62(number).padStart(9, '0')}`), number };
  };
}

function base62(value: number): string {
  const rest = Math.floor(value / 62);
  return (rest > 0 ? base62(rest) : '') + BASE62.charAt(value % 62);
}
