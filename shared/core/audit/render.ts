import { fieldLabel } from '../model/fields.ts';
import { oneLine } from '../model/text.ts';
import type { AuditChange, AuditEntry } from './types.ts';

/** Longest text shown of one value, and longest line: a wall of text helps nobody. */
const VALUE_LENGTH = 60;
const LINE_LENGTH = 1_000;
/** `YYYY-MM-DD HH:mm - `, then the sentence. */
const TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2} - /;

/** The line of the audit field: `YYYY-MM-DD HH:mm - sentence ✔`, time in UTC, changed values as old → new. */
export function renderAudit(entry: AuditEntry): string {
  const mark = entry.ok === null ? '' : entry.ok ? ' ✔' : ' ✖';
  const changes = renderChanges(entry.changes);
  const text = [entry.sentence, changes, entry.reference === null ? '' : `(reference ${entry.reference})`];
  const time = entry.at.slice(0, 16).replace('T', ' ');
  return `${time} - ${oneLine(text.filter((part) => part !== '').join(' '), LINE_LENGTH)}${mark}`;
}

/**
 * The audit field with the entries (oldest first) put on top, newest first, cut at a line's end to `maxLength` characters. An entry
 * that says the same as the line below it is left out.
 */
export function prependAudit(existing: string | null, entries: readonly AuditEntry[], maxLength: number): string {
  let lines = (existing ?? '').split(/\r?\n/).filter((line) => line !== '');
  for (const entry of entries) {
    const line = renderAudit(entry);
    if (line.replace(TIME, '') !== (lines[0] ?? '').replace(TIME, '')) lines = [line, ...lines];
  }
  return cutAtLine(lines, maxLength);
}

function cutAtLine(lines: readonly string[], maxLength: number): string {
  let text = '';
  for (const [index, line] of lines.entries()) {
    const longer = index === 0 ? line : `${text}\n${line}`;
    if (longer.length > maxLength) return index === 0 ? oneLine(line, maxLength) : text;
    text = longer;
  }
  return text;
}

/** `Field: old → new; …`, each value cut to what fits a line. */
export function renderChanges(changes: readonly AuditChange[]): string {
  return changes.map(renderChange).join('; ');
}

function renderChange(change: AuditChange): string {
  const show = (value: string | null) => (value === null ? '(empty)' : oneLine(value, VALUE_LENGTH));
  return `${fieldLabel(change.field)}: ${show(change.from)} → ${show(change.to)}`;
}
