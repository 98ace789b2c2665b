import { parseDetails, type SyncDetails } from '../index.ts';
import { renderDetails } from './details.ts';
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
};

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

  it.each(['', '   ', 'hello', '[]', '{"status":1}', 'null'])('that somebody else wrote (%p) are none', (text) => {
    expect(parseDetails(text)).toBeNull();
  });
});

describe('referralLink', () => {
  it('puts the identifier into the template, safely', () => {
    expect(referralLink({ referralLinkTemplate: 'https://x/{id}?a={id}' }, 'a/b')).toBe('https://x/a%2Fb?a=a%2Fb');
  });
});
