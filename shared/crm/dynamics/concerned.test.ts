import { SECTION_FIELDS } from '../../core/mapping/section-fields.ts';
import type { ChangeHint } from '../port.ts';
import { createConcerned } from './concerned.ts';
import { createRowReader } from './rows.ts';
import { fakeService, guid, NOW, ROOT, rows } from './testkit/fake-service.ts';

const hint = (object: ChangeHint['object'], n: number, opportunity?: number): ChangeHint => ({
  object,
  id: guid(n),
  opportunityId: opportunity === undefined ? null : guid(opportunity),
  changedAt: NOW,
});
const synced = (n: number) => ({
  opportunityid: guid(n),
  cosell_syncwithpartnercenter: true,
  cosell_referralidentifier: null,
});

function concernedOver(answer: Parameters<typeof fakeService>[0]) {
  const fake = fakeService(answer);
  return { ...fake, concerned: createConcerned(SECTION_FIELDS.dynamics, createRowReader(fake.send, ROOT)) };
}

describe('opportunitiesConcerned', () => {
  it('asks nothing when the hints name their opportunities', async () => {
    const { concerned, calls } = concernedOver(() => rows());
    expect(await concerned([hint('opportunity', 1, 1), hint('request', 9, 2), hint('opportunity', 1, 1)])).toEqual([
      guid(1),
      guid(2),
    ]);
    expect(calls).toEqual([]);
  });

  it('looks all others up in one call, each only among the synced', async () => {
    const { concerned, calls } = concernedOver(({ path }) => {
      if (path.startsWith('cosell_requests?')) return rows({ _cosell_opportunityid_value: guid(5) });
      if (path.startsWith('opportunities?')) return rows(synced(1));
      return rows(
        { record1id_opportunity: synced(2), record2id_opportunity: null },
        { record1id_opportunity: null, record2id_opportunity: { ...synced(3), cosell_syncwithpartnercenter: false } },
        { record1id_opportunity: null, record2id_opportunity: null },
        {
          record1id_opportunity: { ...synced(4), cosell_syncwithpartnercenter: false, cosell_referralidentifier: 'r' },
        },
      );
    });
    const found = await concerned([
      hint('account', 20),
      hint('account', 21),
      hint('contact', 30),
      hint('contact-role', 40),
      hint('contact-role', 41, 6),
      hint('request', 50),
    ]);
    expect(found).toEqual([guid(1), guid(2), guid(4), guid(5)]);
    const filters = calls.flat().map(({ path }) => decodeURIComponent(path));
    expect(calls).toHaveLength(1);
    expect(filters[0]).toContain(`PropertyName='parentaccountid',PropertyValues=['${guid(20)}','${guid(21)}']`);
    for (const filter of filters.filter((path) => path.startsWith('opportunities?'))) {
      expect(filter).toContain('cosell_syncwithpartnercenter eq true or cosell_referralidentifier ne null');
    }
  });

  it('leaves ids out that are none of Dataverse', async () => {
    const { concerned, calls } = concernedOver(() => rows());
    expect(await concerned([{ ...hint('account', 1), id: '001xx' }])).toEqual([]);
    expect(calls).toEqual([]);
  });
});
