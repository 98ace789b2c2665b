import type { FormColumn } from '../boot.ts';

/**
 * A number as people write it: `€184,500.50`, `1 000`, empty.
 * @returns `undefined` for what is no number or out of the column's range: the field goes back to what it was
 */
export function parseNumber(text: string, { type, min, max, precision = 2 }: FormColumn): number | null | undefined {
  if (text.trim() === '') return null;
  const plain = text.replace(/[^\d.-]/g, '');
  if (plain === '') return undefined;
  const number = Number(plain);
  if (!Number.isFinite(number) || (min !== undefined && number < min) || (max !== undefined && number > max))
    return undefined;
  return Number(number.toFixed(type === 'integer' ? 0 : precision));
}
