import { choiceToCrm } from '../mapping/choices.ts';
import { SECTION_FIELDS } from '../mapping/section-fields.ts';
import type { CrmKind, CrmValue } from '../model/index.ts';
import { needsOnlyContact } from './only-contact.ts';

const PERSON = { firstName: 'Ada', lastName: 'Ek', email: 'ada@example.com', phone: null };

describe.each<CrmKind>(['salesforce', 'dynamics'])('needsOnlyContact on %s', (crm) => {
  const fields = SECTION_FIELDS[crm];
  const needs = (changes: Readonly<Record<string, CrmValue>>, contacts = [] as (typeof PERSON)[]) =>
    needsOnlyContact(crm, fields, {
      contacts,
      values: {
        [fields.sync]: true,
        [fields.help]: choiceToCrm(crm, 'help', 'ProofOfConceptOrDemo'),
        [fields.referralId]: null,
        [fields.status]: null,
        ...changes,
      },
    });
  const shared = (status: string) => ({
    [fields.referralId]: 'ref-1',
    [fields.status]: choiceToCrm(crm, 'status', status),
  });

  it('is so for a co-sell deal without contact that is not shared yet', () => {
    expect(needs({})).toBe(true);
    expect(needs({ [fields.referralId]: '' })).toBe(true);
  });

  it('is not so for other deals, which need none', () => {
    expect(needs({ [fields.sync]: false })).toBe(false);
    expect(needs({ [fields.sync]: null })).toBe(false);
    expect(needs({ [fields.help]: null })).toBe(false);
    expect(needs({ [fields.help]: '' })).toBe(false);
    expect(needs({}, [PERSON])).toBe(false);
  });

  it.each(['in-sync', 'waiting-for-microsoft', 'conflict', 'paused', 'closed', 'unlinked'])(
    'is not so once the deal is shared and %s',
    (status) => {
      expect(needs(shared(status))).toBe(false);
    },
  );

  it.each(['not-ready', 'retrying', 'failed'])('is so while its sharing is %s half-way', (status) => {
    expect(needs(shared(status))).toBe(true);
  });
});
