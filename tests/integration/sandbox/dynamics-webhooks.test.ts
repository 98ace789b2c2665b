import { type Receiver, type Running, type Send, opportunity, startDynamics, startReceiver } from './dynamics-http.ts';

let receiver: Receiver;
let dynamics: Running;
let sandbox: Send;

beforeEach(async () => {
  receiver = await startReceiver();
  dynamics = await startDynamics({
    webhookUrl: receiver.url,
    webhookKeyHeader: { name: 'x-cosell-webhook-key', value: 'k&y' },
  });
  sandbox = await dynamics.as('sandbox');
});
afterEach(async () => {
  await dynamics.stop();
  await receiver.stop();
});

const path = `opportunities(${opportunity(1)})`;
const rename = (name: string) => sandbox('PATCH', path, { name });

describe('webhook steps', () => {
  it('send the execution context of the documented shape after the commit', async () => {
    await sandbox('PATCH', `${path}?tag=cosell-connector`, {
      name: 'Renamed',
      estimatedvalue: 5.5,
      estimatedclosedate: '2027-03-01',
      cosell_howcanmicrosofthelp: 472_210_001,
    });
    const [
      { headers, context, text } = (() => {
        throw new Error('nothing came');
      })(),
    ] = await receiver.count(1);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-ms-dynamics-organization': 'sandbox',
      'x-ms-dynamics-entity-name': 'opportunity',
      'x-ms-dynamics-request-name': 'Update',
      'x-cosell-webhook-key': 'k&y',
    });
    expect(context).toMatchObject({
      MessageName: 'Update',
      PrimaryEntityName: 'opportunity',
      PrimaryEntityId: opportunity(1),
      Mode: 1,
      Stage: 40,
      Depth: 1,
      SharedVariables: [{ key: 'tag', value: 'cosell-connector' }],
    });
    const target = (
      context.InputParameters as {
        key: string;
        value: { __type: string; Attributes: { key: string; value: unknown }[] };
      }[]
    )[0]?.value;
    expect(target?.__type).toBe('Entity:http://schemas.microsoft.com/xrm/2011/Contracts');
    expect(target?.Attributes).toEqual(
      expect.arrayContaining([
        { key: 'name', value: 'Renamed' },
        {
          key: 'estimatedvalue',
          value: { __type: 'Money:http://schemas.microsoft.com/xrm/2011/Contracts', Value: 5.5 },
        },
        { key: 'estimatedclosedate', value: `/Date(${Date.UTC(2027, 2, 1)})/` },
        {
          key: 'cosell_howcanmicrosofthelp',
          value: { __type: 'OptionSetValue:http://schemas.microsoft.com/xrm/2011/Contracts', Value: 472_210_001 },
        },
      ]),
    );
    expect(text).toContain('\\/Date(');
  });

  it('respect filtering attributes', async () => {
    await sandbox('PATCH', path, { cosell_audit: 'ours', cosell_syncstatus: 472_210_005, customerneed: 'x' });
    await rename('watched');
    const [first] = await receiver.count(1);
    expect(JSON.stringify(first?.context.InputParameters)).toContain('watched');
    expect(receiver.received).toHaveLength(1);
  });

  it('say nothing of what was refused', async () => {
    await sandbox('PATCH', path, { name: 'x'.repeat(301) });
    await rename('after');
    await receiver.count(1);
    expect(receiver.received).toHaveLength(1);
  });

  it('report new requests and closed deals', async () => {
    const seller = await dynamics.as('seller');
    await seller('POST', 'cosell_requests', { 'cosell_opportunityid@odata.bind': `/${path}` });
    await seller('POST', 'LoseOpportunity', {
      Status: -1,
      OpportunityClose: { subject: 'Lost', 'opportunityid@odata.bind': `/${path}` },
    });
    const contexts = (await receiver.count(2)).map(
      ({ context }) => `${context.MessageName} ${context.PrimaryEntityName}`,
    );
    expect(contexts.sort()).toEqual(['Create cosell_request', 'Update opportunity']);
  });

  it('tell which opportunity a deleted connection belonged to', async () => {
    const seller = await dynamics.as('seller');
    const { body } = await seller(
      'GET',
      `connections?$select=connectionid&$filter=_record1id_value eq ${opportunity(3)}`,
    );
    await seller('DELETE', `connections(${String(body.value[0]?.connectionid)})`);
    const deliveries = await receiver.count(2);
    expect(deliveries.map(({ context }) => context.MessageName)).toEqual(['Delete', 'Delete']);
    expect(JSON.stringify(deliveries.map(({ context }) => context.PreEntityImages))).toContain(opportunity(3));
  });

  it('cut what is larger than 256 KB', async () => {
    await sandbox('PATCH', path, { name: 'small', cosell_audit: '\u2714'.repeat(95_000) });
    const [delivery] = await receiver.count(1);
    expect(delivery?.headers['x-ms-dynamics-msg-size-exceeded']).toBe('true');
    expect(delivery?.context).toMatchObject({
      InputParameters: null,
      ParentContext: null,
      PrimaryEntityId: opportunity(1),
    });
  });

  it('try once more after 503, and never after 500', async () => {
    receiver.answers.push(503, 200);
    await rename('retried');
    await receiver.count(2);
    receiver.answers.push(500);
    await rename('failed');
    await receiver.count(3);
    await rename('next');
    await receiver.count(4);
    const jobs = JSON.parse(await (await fetch(`${dynamics.url}/_sandbox/system-jobs`)).text()) as {
      statuscode: number;
      message: string;
    }[];
    expect(jobs).toMatchObject([{ statuscode: 31, message: expect.stringContaining('500') as string }]);
    expect(receiver.received).toHaveLength(4);
  });

  it('can be dropped and duplicated by tests', async () => {
    await dynamics.control('POST', 'webhooks', { mode: 'drop' });
    await rename('dropped');
    await dynamics.control('POST', 'webhooks', { mode: 'duplicate' });
    await rename('twice');
    const texts = (await receiver.count(2)).map(({ text }) => text);
    expect(texts.every((text) => text.includes('twice'))).toBe(true);
    expect((await dynamics.control('POST', 'webhooks', { mode: 'wild' })).status).toBe(400);
  });

  it('can be held back and come in another order', async () => {
    await dynamics.control('POST', 'webhooks', { mode: 'shuffle' });
    for (const name of ['first', 'second', 'third']) await rename(name);
    const texts = (await receiver.count(3)).map(({ text }) => /first|second|third/.exec(text)?.[0]);
    expect([...texts].sort()).toEqual(['first', 'second', 'third']);
  });

  it('follow the service endpoint when its address changes, and only on this machine', async () => {
    const endpoints = await sandbox('GET', 'serviceendpoints?$select=name,url');
    const id = String(endpoints.body.value[0]?.serviceendpointid);
    expect(endpoints.body.value[0]).toMatchObject({ url: receiver.url });
    expect((await sandbox('GET', `serviceendpoints(${id})`)).body).not.toHaveProperty('authvalue');
    await sandbox('PATCH', `serviceendpoints(${id})`, {
      authvalue: '<settings><setting name="x-new" value="1" /></settings>',
    });
    await rename('new header');
    const [delivery] = await receiver.count(1);
    expect(delivery?.headers['x-new']).toBe('1');
  });
});
