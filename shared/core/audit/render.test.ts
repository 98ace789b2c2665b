import fc from 'fast-check';
import { prependAudit, renderAudit, type AuditEntry } from './index.ts';

function entryOf(sentence: string, changes: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: '2026-11-20T10:05:59.123Z',
    kind: 'updated',
    ok: null,
    sentence,
    changes: [],
    errorCode: null,
    reference: null,
    ...changes,
  };
}

describe('renderAudit', () => {
  it('is one line with time, sentence and mark', () => {
    expect(renderAudit(entryOf('Shared.', { ok: true }))).toBe('2026-11-20 10:05 - Shared. ✔');
    expect(renderAudit(entryOf('Two\nlines.', { ok: false, reference: 'abc' }))).toBe(
      '2026-11-20 10:05 - Two lines. (reference abc) ✖',
    );
  });

  it('shows changes as old → new, long ones cut', () => {
    const changes = [
      { field: 'dealValue', from: '1 USD', to: '2 USD', direction: 'to-crm' as const },
      { field: 'notes', from: null, to: 'x'.repeat(100), direction: 'to-crm' as const },
    ];
    expect(renderAudit(entryOf('Sent:', { changes }))).toBe(
      `2026-11-20 10:05 - Sent: Deal value: 1 USD → 2 USD; Notes: (empty) → ${'x'.repeat(59)}…`,
    );
  });
});

describe('prependAudit', () => {
  it('puts the newest on top and leaves out what the top already says', () => {
    const first = prependAudit(null, [entryOf('A'), entryOf('B')], 1000);
    expect(first).toBe('2026-11-20 10:05 - B\n2026-11-20 10:05 - A');
    expect(prependAudit(first, [entryOf('B', { at: '2027-01-01T00:00:00Z' })], 1000)).toBe(first);
    expect(prependAudit(first, [entryOf('A')], 1000).split('\n')).toHaveLength(3);
  });

  it('keeps whole lines only, and the newest whatever happens', () => {
    const word = fc.string({ minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        word,
        fc.integer({ min: 30, max: 300 }),
        (old, sentence, max) => {
          const existing = old.map((text) => renderAudit(entryOf(`old ${text}`)));
          const result = prependAudit(existing.join('\r\n'), [entryOf(`new ${sentence}`)], max);
          const [top = '', ...rest] = result.split('\n');
          expect(result.length).toBeLessThanOrEqual(max);
          expect(top.startsWith('2026-11-20 10:05 - new')).toBe(true);
          expect(existing.slice(0, rest.length)).toEqual(rest);
        },
      ),
    );
  });
});
