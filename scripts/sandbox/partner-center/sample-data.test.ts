import { readContent } from './read-content.ts';
import { assertContactWhenHelpIsAsked, assertKnownSolutions } from './rules/complete.ts';
import { assertMatchingSubstatus } from './rules/lifecycle.ts';
import { sampleRecords } from './sample-data.ts';
import { READ_ONLY_PROPERTIES, contentSchema } from './schema.ts';

describe('the sample data', () => {
  const records = sampleRecords(Date.parse('2026-11-20T09:00:00Z'), () => '"1"');

  it.each(records.map(({ referral }) => [referral.name, referral] as const))(
    'keeps the rules: %s',
    (_name, referral) => {
      const content = readContent(
        contentSchema,
        Object.fromEntries(Object.entries(referral).filter(([name]) => !READ_ONLY_PROPERTIES.has(name))),
      );
      expect(() => {
        assertMatchingSubstatus(content);
        assertKnownSolutions(content);
        assertContactWhenHelpIsAsked(content);
      }).not.toThrow();
    },
  );

  it('has one deal that waits for an answer, with time left', () => {
    const waiting = records
      .filter(({ referral }) => referral.status === 'New')
      .map(({ referral }) => referral.expirationDateTime);
    expect(waiting).toEqual(['2026-12-02T09:00:00.0000000Z']);
  });
});
