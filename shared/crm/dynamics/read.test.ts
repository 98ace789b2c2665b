import { SECTION_FIELDS } from '../../core/mapping/section-fields.ts';
import type { Operation } from './batch-request.ts';
import { parsePath } from './paths.ts';
import { createRead } from './read.ts';
import { createRowReader } from './rows.ts';
import { createSchema } from './schema.ts';
import { createTeamMembers } from './team-members.ts';
import type { ScriptedPart } from './testkit/batch-answer.ts';
import { fakeService, guid, ROOT, rows, silent } from './testkit/fake-service.ts';

const PATHS = ['name', 'estimatedvalue', 'salesstage', 'parentaccountid.name', 'parentaccountid.revenue'];

const opportunityRow = (n: number, more: object = {}) => ({
  '@odata.etag': `W/"${n}"`,
  opportunityid: guid(n),
  modifiedon: '2026-11-20T16:59:58Z',
  _owningteam_value: null,
  name: `Deal ${n}`,
  estimatedvalue: 50000,
  salesstage: 2,
  parentaccountid: { name: 'Fabrikam', revenue: 100 },
  parentcontactid: null,
  owninguser: { systemuserid: guid(90), firstname: 'Ola', lastname: 'Nord', internalemailaddress: 'ola@example.com' },
  ...more,
});

const contact = (n: number) => ({ contactid: guid(n), firstname: `C${n}`, lastname: 'Kay', mobilephone: '1' });
const columnRows = (types: Record<string, string>) =>
  rows(...Object.entries(types).map(([LogicalName, AttributeType]) => ({ LogicalName, AttributeType })));

/** Answers metadata; the rest comes from the test. */
function service(answer: (operation: Operation) => ScriptedPart | undefined) {
  const fake = fakeService((operation) => {
    const { path } = operation;
    if (path.includes("'opportunity')/Attributes")) {
      return columnRows({ name: 'String', estimatedvalue: 'Money', salesstage: 'Picklist' });
    }
    if (path.includes("'account')/Attributes")) return columnRows({ name: 'String', revenue: 'Money' });
    if (path.includes('/ManyToOneRelationships')) {
      return rows({ ReferencedEntity: 'account', ReferencingEntityNavigationPropertyName: 'parentaccountid' });
    }
    return answer(operation) ?? rows();
  });
  const reader = createRowReader(fake.send, ROOT);
  const schema = createSchema(reader);
  const clock = { now: 0 };
  const members = createTeamMembers(() => clock.now);
  const read = createRead(PATHS.map(parsePath), {
    fields: SECTION_FIELDS.dynamics,
    send: fake.send,
    reader,
    schema,
    members,
    log: silent,
  });
  return { ...fake, read, clock };
}

describe('readOpportunities', () => {
  it('reads canonical values, once it knows the columns in a single call', async () => {
    const { read, calls } = service(({ path }) =>
      path.startsWith('opportunities?')
        ? rows(opportunityRow(1), opportunityRow(2, { parentaccountid: null }))
        : undefined,
    );
    const { opportunities, missing } = await read([guid(1), guid(2), guid(3)]);
    expect(missing).toEqual([guid(3)]);
    expect(opportunities.map(({ values }) => values)).toEqual([
      {
        name: 'Deal 1',
        estimatedvalue: '50000',
        salesstage: 2,
        'parentaccountid.name': 'Fabrikam',
        'parentaccountid.revenue': '100',
      },
      {
        name: 'Deal 2',
        estimatedvalue: '50000',
        salesstage: 2,
        'parentaccountid.name': null,
        'parentaccountid.revenue': null,
      },
    ]);
    expect(opportunities[0]).toMatchObject({ version: 'W/"1"', modifiedAt: '2026-11-20T16:59:58.000Z' });
    calls.length = 0;
    await read([guid(1)]);
    expect(calls.map((operations) => operations.length)).toEqual([3]);
  });

  it('puts the primary contact and the owner first and names nobody twice', async () => {
    const { read } = service(({ path }) => {
      if (path.startsWith('opportunities?')) return rows(opportunityRow(1, { parentcontactid: contact(50) }));
      if (!path.startsWith('connections?')) return undefined;
      const end = { _record1id_value: guid(1) };
      return rows(
        { ...end, record2id_contact: contact(51), record2id_systemuser: null },
        { ...end, record2id_contact: contact(50), record2id_systemuser: null },
        { ...end, record2id_contact: null, record2id_systemuser: { systemuserid: guid(90), lastname: 'Nord' } },
        { ...end, record2id_contact: null, record2id_systemuser: { systemuserid: guid(91), lastname: 'Sol' } },
      );
    });
    const [opportunity] = (await read([guid(1)])).opportunities;
    expect(opportunity?.contacts.map(({ firstName }) => firstName)).toEqual(['C50', 'C51']);
    expect(opportunity?.contacts[0]).toEqual({ firstName: 'C50', lastName: 'Kay', email: null, phone: '1' });
    expect(opportunity?.team.map(({ lastName }) => lastName)).toEqual(['Nord', 'Sol']);
  });

  it('asks for rights of request makers and members of owning teams in one further call', async () => {
    const request = (n: number, createdby: string | null) => ({
      cosell_requestid: guid(n),
      _cosell_opportunityid_value: guid(1),
      cosell_action: 472210000,
      cosell_reason: null,
      _createdby_value: createdby,
      createdon: '2026-11-20T16:00:00Z',
    });
    const { read, calls } = service(({ path }) => {
      if (path.startsWith('opportunities?')) {
        return rows(opportunityRow(1, { owninguser: null, _owningteam_value: guid(70), parentaccountid: null }));
      }
      if (path.startsWith('cosell_requests?')) {
        return rows(request(10, guid(90)), request(11, guid(91)), request(12, null), {
          ...request(13, guid(90)),
          cosell_action: 9,
        });
      }
      if (path.startsWith('teams?')) {
        return rows({ teamid: guid(70), teammembership_association: [{ systemuserid: guid(92), lastname: 'Member' }] });
      }
      if (path.includes(`systemusers(${guid(90)})`))
        return { status: 200, body: { AccessRights: 'ReadAccess, WriteAccess' } };
      if (path.includes(`systemusers(${guid(91)})`)) return { status: 200, body: { AccessRights: 'ReadAccess' } };
      return undefined;
    });
    const { requests, opportunities } = await read([guid(1)]);
    expect(requests.map(({ id, mayEdit }) => [id, mayEdit])).toEqual([
      [guid(10), true],
      [guid(11), false],
      [guid(12), false],
    ]);
    expect(opportunities[0]?.team.map(({ lastName }) => lastName)).toEqual(['Member']);
    expect(calls).toHaveLength(2);
  });

  it('remembers the members of a team for five minutes', async () => {
    let size = 1;
    const { read, calls, clock } = service(({ path }) => {
      if (path.startsWith('opportunities?')) return rows(opportunityRow(1, { _owningteam_value: guid(70) }));
      const team = Array.from({ length: size }, (_, n) => ({ systemuserid: guid(80 + n) }));
      return path.startsWith('teams?') ? rows({ teamid: guid(70), teammembership_association: team }) : undefined;
    });
    const teamSize = async () => (await read([guid(1)])).opportunities[0]?.team.length;
    expect(await teamSize()).toBe(2);
    size = 2;
    calls.length = 0;
    expect(await teamSize()).toBe(2);
    expect(calls).toHaveLength(1);
    clock.now = 5 * 60_000;
    expect(await teamSize()).toBe(3);
  });

  it('does not take an outage for a missing right', async () => {
    const { read } = service(({ path }) => {
      if (path.startsWith('opportunities?')) return rows(opportunityRow(1));
      if (path.startsWith('cosell_requests?')) {
        return rows({
          cosell_requestid: guid(10),
          _cosell_opportunityid_value: guid(1),
          cosell_action: 472210000,
          _createdby_value: guid(90),
          createdon: '2026-11-20T16:00:00Z',
        });
      }
      return path.startsWith('systemusers') ? { status: 503 } : undefined;
    });
    await expect(read([guid(1)])).rejects.toMatchObject({ code: 'crm-unavailable' });
  });

  it('follows further pages', async () => {
    const { read } = service(({ path }) => {
      if (path.includes('$skiptoken=2')) return rows(opportunityRow(2));
      if (!path.startsWith('opportunities?')) return undefined;
      const next = `https://contoso.example${ROOT}opportunities?$skiptoken=2`;
      return { status: 200, body: { value: [opportunityRow(1)], '@odata.nextLink': next } };
    });
    expect((await read([guid(1), guid(2)])).missing).toEqual([]);
  });

  it('fails as a whole when a part fails or cannot be read', async () => {
    const failing = (part: ScriptedPart) =>
      service(({ path }) => (path.startsWith('connections?') ? part : undefined)).read;
    await expect(failing({ status: 403, body: { error: { code: '0x80040220' } } })([guid(1)])).rejects.toMatchObject({
      code: 'crm-forbidden',
    });
    await expect(failing({ status: 200, body: { rows: [] } })([guid(1)])).rejects.toMatchObject({
      code: 'crm-unavailable',
    });
  });

  it('says that ids of another CRM are missing without asking for them', async () => {
    const { read, calls } = service(() => undefined);
    expect((await read(['006xx0000012345'])).missing).toEqual(['006xx0000012345']);
    expect(calls).toEqual([]);
  });
});
