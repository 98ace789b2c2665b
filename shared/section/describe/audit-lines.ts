import type { IsoInstant } from '../../core/model/index.ts';
import type { Facts } from './facts.ts';

/** A line of the audit field, whose time is in UTC (core/audit/render.ts). */
export interface AuditLine {
  readonly at: IsoInstant;
  readonly ok: boolean | null;
  readonly sentence: string;
}

const LINE = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}) - (.*?)(?: ([✔✖]))?$/;

export function auditText({ saved, fields }: Facts): string {
  const text = saved[fields.audit];
  return typeof text === 'string' ? text : '';
}

/** The lines below those that the structured history tells better. What is no line of ours is left out: it has no time to stand at. */
export function olderLines(text: string, told: number): readonly AuditLine[] {
  const lines = text.split(/\r?\n/).flatMap((line): AuditLine[] => {
    const [, date, time, sentence, mark] = LINE.exec(line) ?? [];
    if (sentence === undefined) return [];
    return [{ at: `${date}T${time}:00Z`, ok: mark === undefined ? null : mark === '✔', sentence }];
  });
  return lines.slice(told);
}
