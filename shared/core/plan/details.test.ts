import { parseDetails, type AuditEntry, type SyncDetails } from '../index.ts';
import { createWorld, sharedWorld } from '../testkit/index.ts';
import { renderDetails, withEntries } from './details.ts';
import { referralLink } from './link.ts';

const DETAILS: SyncDetails = {
  status: 'not-ready',
  message: 'm',
  cure: null,
  code: null,
  missing: [],
  conflicts: [],
  attempt: null,
  nextAttemptAt: null,
  microsoft: null,
  sharing: null,
  since: '2026-11-20T10:00:00Z',
  ended: null,
  expiresAt: null,
  history: [],
};

function entryOf(sentence: string, parts: Partial<AuditEntry> = {}): AuditEntry {
  const entry = {
    at: DETAILS.since,
    kind: 'updated' as const,
    ok: true,
    changes: [],
    errorCode: null,
    reference: null,
  };
  return { ...entry, sentence, ...parts };
}

describe('details', () => {
  it('come back as they were written', () => {
    expect(parseDetails(renderDetails(DETAILS))).toEqual(DETAILS);
  });

  it('fit the field and stay JSON, however much there is to say', () => {
    const lack = {
      code: 'solution-invalid',
      field: 'Products__c',
      message: 'x'.repeat(900),
      cure: 'Enter it.',
    } as const;
    const text = renderDetails({
      ...DETAILS,
      message: 'y'.repeat(60_000),
      missing: Array.from({ length: 400 }, () => lack),
    });
    expect(text.length).toBeLessThanOrEqual(32_768);
    expect(parseDetails(text)?.missing.length).toBeGreaterThan(10);
  });

  it('lose their history first, from its end: the audit field has it, too', () => {
    const history = Array.from({ length: 20 }, (_, index) => entryOf(`${index} ${'x'.repeat(480)}`));
    const lack = { code: 'solution-invalid', field: 'Products__c', message: 'x'.repeat(400), cure: 'y' } as const;
    const missing = Array.from({ length: 60 }, () => lack);
    const kept = parseDetails(renderDetails({ ...DETAILS, history, missing }));
    expect(kept?.missing).toHaveLength(60);
    expect(kept?.history.length).toBeGreaterThan(0);
    expect(kept?.history).toEqual(history.slice(0, kept?.history.length));
  });

  it('of an earlier version have no history yet', () => {
    expect(parseDetails('{"status":"in-sync"}')).toMatchObject({ history: [], expiresAt: null, ended: null });
  });

  it.each(['', '   ', 'hello', '[]', '{"status":1}', 'null'])('that somebody else wrote (%p) are none', (text) => {
    expect(parseDetails(text)).toBeNull();
  });
});

describe('history', () => {
  it('has the newest on top, twenty at most, values cut, and nothing twice in a row', () => {
    const change = { field: 'notes', from: null, to: 'z'.repeat(30_000), direction: 'to-crm' as const };
    const first = withEntries([], [entryOf('A'), entryOf('B', { changes: [change] })]);
    expect(first.map((entry) => entry.sentence)).toEqual(['B', 'A']);
    expect(first[0]?.changes[0]?.to).toHaveLength(200);
    expect(withEntries(first, [entryOf('B', { at: '2027-01-01T00:00:00Z', changes: [change] })])).toEqual(first);
    const many = Array.from({ length: 30 }, (_, index) => entryOf(String(index)));
    expect(withEntries(first, many).map((entry) => entry.sentence)[19]).toBe('10');
    expect(withEntries(first, many)).toHaveLength(20);
  });

  it('tells what the audit field tells, in the core’s words', () => {
    const world = sharedWorld();
    world.crm.edit({ amount: '60000' });
    world.sync();
    const history = parseDetails(world.crm.read().values[world.policy.fields.details])?.history ?? [];
    expect(history).toHaveLength(world.audit().length);
    expect(history).toMatchObject([
      { kind: 'updated', changes: [{ field: 'dealValue', from: '50000 USD', to: '60000 USD' }] },
      { kind: 'referral-created', detail: 'private' },
    ]);
  });

  it('names what is missing by code, with the wrong value and what to enter', () => {
    const world = createWorld({ crm: 'salesforce' });
    world.crm.edit({ country: 'Germany', products: 'nonsense' });
    world.sync();
    const details = parseDetails(world.crm.read().values[world.policy.fields.details]);
    expect(details?.history[0]?.detail).toBe('country-invalid,solution-invalid');
    expect(details?.missing).toMatchObject([{ value: 'Germany', suggestion: 'DE' }, { value: 'nonsense' }]);
  });
});

describe('how a deal ends and until when it can be answered', () => {
  it('is in the details', () => {
    const world = sharedWorld();
    const expirationDateTime = '2026-12-04T00:00:00Z';
    world.editPartnerCenter((referral) => ({ ...referral, expirationDateTime }));
    world.sync();
    const details = () => parseDetails(world.crm.read().values[world.policy.fields.details]);
    expect(details()).toMatchObject({ ended: null, expiresAt: expirationDateTime });
    world.editPartnerCenter((referral) => ({ ...referral, status: 'Closed', substatus: 'Expired' }));
    world.sync();
    expect(details()).toMatchObject({ ended: 'Expired', status: 'closed' });
    world.crm.edit({ sync: false });
    world.sync();
    expect(details()).toMatchObject({ ended: 'Expired', status: 'closed' });
  });
});

describe('referralLink', () => {
  it('puts the identifier into the template, safely', () => {
    expect(referralLink({ referralLinkTemplate: 'https://x/{id}?a={id}' }, 'a/b')).toBe('https://x/a%2Fb?a=a%2Fb');
  });
});
