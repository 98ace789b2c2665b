import { SECTION_FIELDS } from '../../core/mapping/section-fields.ts';
import type { CatchUpPage } from '../port.ts';
import { createCatchUp } from './catch-up.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { createRowReader } from './rows.ts';
import type { ScriptedPart } from './testkit/batch-answer.ts';
import { fakeService, guid, NOW, ROOT, rows, silent } from './testkit/fake-service.ts';

const TWO_MINUTES_AGO = '2026-11-20T16:58:00.000Z';
const row = (n: number) => ({ opportunityid: guid(n), modifiedon: '2026-11-20T16:59:00Z' });

function catchUpOver(answer: (path: string) => ScriptedPart | undefined) {
  const fake = fakeService(({ path }) => answer(decodeURIComponent(path)) ?? rows());
  const catchUp = createCatchUp(SECTION_FIELDS.dynamics, createRowReader(fake.send, ROOT), silent);
  return { ...fake, catchUp };
}

async function all(pages: AsyncIterable<CatchUpPage>): Promise<CatchUpPage[]> {
  const list: CatchUpPage[] = [];
  for await (const page of pages) list.push(page);
  return list;
}

const ids = (pages: readonly CatchUpPage[]) =>
  pages.flatMap(({ hints }) => hints.map(({ opportunityId }) => opportunityId));
const isChanged = (path: string) => path.startsWith('opportunities?') && !path.includes('skiptoken');
const paged = (value: object[], token: string): ScriptedPart => ({
  status: 200,
  body: { value, '@odata.nextLink': `https://elsewhere.example${ROOT}opportunities?$skiptoken=${token}` },
});

describe('catchUp', () => {
  it('brings all synced opportunities and queued requests at first, then only what changed', async () => {
    const { catchUp, calls } = catchUpOver((path) => (isChanged(path) ? rows(row(1)) : undefined));
    const [page] = await all(catchUp(null));
    expect(page?.hints).toEqual([
      { object: 'opportunity', id: guid(1), opportunityId: guid(1), changedAt: '2026-11-20T16:59:00.000Z' },
    ]);
    expect(calls[0]?.map(({ path }) => path.includes('modifiedon%20ge'))).toEqual([false, false]);
    expect(readCursor(page?.cursor ?? '')).toEqual({ v: 1, since: TWO_MINUTES_AGO, run: null });

    await all(catchUp(page?.cursor ?? ''));
    const filters = (calls[1] ?? []).map(({ path }) => decodeURIComponent(path));
    expect(filters).toEqual([
      expect.stringContaining('(modifiedon ge 2026-11-20T16:58:00Z) and (cosell_syncwithpartnercenter eq true or'),
      expect.stringContaining('parentaccountid/modifiedon ge 2026-11-20T16:58:00Z or parentcontactid/modifiedon ge'),
      expect.stringContaining('record2id_contact/modifiedon ge 2026-11-20T16:58:00Z'),
      expect.stringContaining('cosell_status eq 472210000'),
    ]);
  });

  it('names the opportunity of connections and queued requests', async () => {
    const { catchUp } = catchUpOver((path) => {
      if (path.startsWith('connections?'))
        return rows({ connectionid: guid(5), _record1id_value: guid(1), modifiedon: NOW });
      if (!path.startsWith('cosell_requests?')) return undefined;
      const request = { createdon: NOW, cosell_action: 472210000 };
      return rows(
        { ...request, cosell_requestid: guid(6), _cosell_opportunityid_value: guid(2) },
        { ...request, cosell_requestid: guid(7), _cosell_opportunityid_value: null },
      );
    });
    const pages = await all(catchUp(writeCursor({ v: 1, since: TWO_MINUTES_AGO, run: null })));
    expect(pages.flatMap(({ hints }) => hints)).toEqual([
      { object: 'contact-role', id: guid(5), opportunityId: guid(1), changedAt: NOW },
      { object: 'request', id: guid(6), opportunityId: guid(2), changedAt: NOW },
    ]);
  });

  it('goes on from any page exactly where it was cut', async () => {
    const { catchUp } = catchUpOver((path) => {
      if (path.includes('skiptoken=b')) return rows(row(3));
      if (path.includes('skiptoken=a')) return paged([row(2)], 'b');
      return isChanged(path) ? paged([row(1)], 'a') : undefined;
    });
    const whole = await all(catchUp(null));
    expect(ids(whole)).toEqual([guid(1), guid(2), guid(3)]);
    expect(ids(await all(catchUp(whole[0]?.cursor ?? '')))).toEqual([guid(2), guid(3)]);
    expect(ids(await all(catchUp(whole[1]?.cursor ?? '')))).toEqual([guid(3)]);
    expect(new Set(whole.map(({ cursor }) => cursor)).size).toBe(3);
  });

  it('never goes back in time', async () => {
    const { catchUp } = catchUpOver(() => undefined);
    const ahead = '2026-11-20T16:59:30.000Z';
    const [page] = await all(catchUp(writeCursor({ v: 1, since: ahead, run: null })));
    expect(readCursor(page?.cursor ?? '').since).toBe(ahead);
  });

  it('starts its run again when the service no longer knows the page', async () => {
    const { catchUp } = catchUpOver((path) => {
      if (path.includes('skiptoken')) return { status: 400, body: { error: { code: '0x80060888', message: 'old' } } };
      return isChanged(path) ? rows(row(1)) : undefined;
    });
    const stale = writeCursor({ v: 1, since: null, run: { until: NOW, next: ['opportunities?$skiptoken=x'] } });
    expect(ids(await all(catchUp(stale)))).toEqual([guid(1)]);
  });

  it('passes an outage on', async () => {
    const { catchUp } = catchUpOver(() => ({ status: 503 }));
    await expect(all(catchUp(null))).rejects.toMatchObject({ code: 'crm-unavailable' });
  });

  it.each(['', 'not a cursor', Buffer.from('{"v":2}').toString('base64url')])(
    'refuses the cursor %p',
    async (cursor) => {
      const { catchUp } = catchUpOver(() => undefined);
      await expect(all(catchUp(cursor))).rejects.toMatchObject({ code: 'value-invalid' });
    },
  );
});
