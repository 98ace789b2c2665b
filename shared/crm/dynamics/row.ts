import { UnreadableAnswer } from '../../core/errors/unreadable.ts';
import type { ExactObject } from './exact-json.ts';

/** A row as the service sends it. */
export type Row = ExactObject;

/** A text property that every row must have. @throws UnreadableAnswer when it is not there */
export function textOf(row: Row, property: string): string {
  const value = row[property];
  if (typeof value === 'string') return value;
  throw new UnreadableAnswer(property);
}

export function optionalText(row: Row | null, property: string): string | null {
  const value = row?.[property];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The expanded row of a lookup; `null` when it points nowhere. */
export function expandedRow(row: Row, navigation: string): Row | null {
  const value = row[navigation];
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Row) : null;
}
