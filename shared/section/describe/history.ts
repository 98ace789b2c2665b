import type { IsoInstant } from '../../core/model/index.ts';
import type { HistoryDay, HistoryEntry, RequestRow, Tone } from '../contract/index.ts';
import { errorSentence } from './errors.ts';
import { isErrorCode } from './failure.ts';
import { auditText, olderLines } from './audit-lines.ts';
import { entrySentence } from './history-sentences.ts';
import { describedValue, fieldLabel } from './labels.ts';
import type { Telling } from './telling.ts';

/** How many entries the section itself shows; the dialog has all. */
const RECENT = 3;

/** Everything that happened, newest first: what the connector did, what people asked for, and older lines of the audit field. */
export function historyOf(telling: Telling): readonly HistoryEntry[] {
  const structured = structuredEntries(telling);
  const older = olderLines(auditText(telling.facts), structured.length).map((line, index) =>
    entryOf(telling, { key: `line-${index}`, at: line.at, ok: line.ok, sentence: line.sentence }),
  );
  const requests = (telling.facts.state.record?.requests ?? []).flatMap((row) => requestEntry(telling, row));
  return [...structured, ...requests, ...older].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

export function recentOf(telling: Telling): readonly HistoryDay[] {
  return byDay(telling, historyOf(telling).slice(0, RECENT));
}

/** Entries under the calendar days of the person's zone. */
export function byDay({ show }: Telling, entries: readonly HistoryEntry[]): readonly HistoryDay[] {
  const days = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const day = show.day(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].map(([day, list]) => ({ day, entries: list }));
}

function structuredEntries(telling: Telling): readonly HistoryEntry[] {
  const { text } = telling;
  const shown = (field: string, value: string | null) =>
    value === null ? text('empty') : describedValue(telling, field, value);
  return (telling.facts.details?.history ?? []).map((entry, index) => ({
    ...entryOf(telling, { key: `entry-${index}`, at: entry.at, ok: entry.ok, sentence: entrySentence(telling, entry) }),
    changes: entry.changes.map(({ field, from, to, direction }) => ({
      label: fieldLabel(telling, field),
      from: shown(field, from),
      to: shown(field, to),
      direction: text(direction === 'to-crm' ? 'history_toCrm' : 'history_toPartnerCenter'),
    })),
    reference: entry.reference,
  }));
}

function requestEntry(telling: Telling, row: RequestRow): readonly HistoryEntry[] {
  const { text } = telling;
  const { id, action, status, createdAt: at, createdBy } = row;
  if (status !== 'done' && status !== 'failed') return [];
  const why = () => errorSentence(telling, isErrorCode(row.errorCode) ? row.errorCode : null, row.message ?? '');
  const sentence = text(`request_${action}_${status}`, status === 'failed' ? why() : '');
  return [{ ...entryOf(telling, { key: `request-${id}`, at, ok: status === 'done', sentence }), by: createdBy }];
}

interface Parts {
  readonly key: string;
  readonly at: IsoInstant;
  readonly ok: boolean | null;
  readonly sentence: string;
}

function entryOf({ text, show }: Telling, { key, at, ok, sentence }: Parts): HistoryEntry {
  const tone: Tone = ok === null ? 'neutral' : ok ? 'success' : 'error';
  return {
    key,
    tone,
    toneText: ok === null ? '' : text(ok ? 'tone_done' : 'tone_failed'),
    sentence,
    by: null,
    time: show.time(at),
    at,
    changes: [],
    reference: null,
  };
}
