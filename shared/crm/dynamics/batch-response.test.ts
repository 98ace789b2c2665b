import Big from 'big.js';
import { parseBatchResponse } from './batch-response.ts';
import { ANSWER_TYPE, batchAnswer } from './testkit/batch-answer.ts';

const parse = (text: string, type: string | null = ANSWER_TYPE) => parseBatchResponse(type, Buffer.from(text));

describe('parseBatchResponse', () => {
  it('tells every operation apart: rows, no content, errors with and without a body', async () => {
    const answer = batchAnswer([
      { status: 200, headers: { 'Content-Type': 'application/json' }, body: { value: [{ name: 'Zoë "{}"' }] } },
      { status: 204, headers: { ETag: 'W/"7"' } },
      { status: 412 },
      { status: 429, headers: { 'Retry-After': '3' }, body: '<p>slow down</p>' },
    ]);
    expect(await parse(answer)).toEqual([
      expect.objectContaining({ status: 200, body: { value: [{ name: 'Zoë "{}"' }] } }),
      expect.objectContaining({ status: 204, body: null }),
      expect.objectContaining({ status: 412, body: null }),
      expect.objectContaining({ status: 429, body: '<p>slow down</p>' }),
    ]);
    expect((await parse(answer))[3]?.headers['retry-after']).toBe('3');
    expect((await parse(answer))[1]?.headers.etag).toBe('W/"7"');
  });

  it('takes a change set that went through, or failed, for one answer', async () => {
    const changeSet = (...statuses: number[]) => [
      '--batchresponse_3f1a',
      'Content-Type: multipart/mixed; boundary=changesetresponse_1',
      '',
      ...statuses.flatMap((status, n) => [
        '--changesetresponse_1',
        'Content-Type: application/http',
        'Content-Transfer-Encoding: binary',
        `Content-ID: ${n + 1}`,
        '',
        `HTTP/1.1 ${status} Some Reason`,
        `OData-EntityId: ${n + 1}`,
        '',
        '',
      ]),
      '--changesetresponse_1--',
      '',
    ];
    const single = batchAnswer([{ status: 404 }]);
    const text = [...changeSet(204, 204), ...changeSet(204, 412), single].join('\r\n');
    expect((await parse(text)).map(({ status, headers }) => [status, headers['odata-entityid']])).toEqual([
      [204, '1'],
      [412, '2'],
      [404, undefined],
    ]);
    await expect(parse([...changeSet(), single].join('\r\n'))).rejects.toThrow(Error);
  });

  it('keeps every digit of a number', async () => {
    const [part] = await parse(batchAnswer([{ status: 200, body: '{"a":922337203685477.5807,"b":50000.0000,"c":3}' }]));
    expect(part?.body).toEqual({ a: new Big('922337203685477.5807'), b: new Big(50000), c: 3 });
  });

  it('reads a thousand parts in order', async () => {
    const parts = await parse(batchAnswer(Array.from({ length: 1000 }, (_, n) => ({ status: 200, body: { n } }))));
    expect(parts.map(({ body }) => body)).toEqual(Array.from({ length: 1000 }, (_, n) => ({ n })));
  });

  it('accepts bare line feeds inside a part and a pretty-printed body', async () => {
    const text = batchAnswer([{ status: 200, body: '{\n\n "value": []\n}' }]).replace('OData-Version: 4.0\r\n', '');
    expect((await parse(text))[0]?.body).toEqual({ value: [] });
  });

  it.each([
    ['a body that breaks off', batchAnswer([{ status: 200, body: { value: [] } }]).slice(0, -20), ANSWER_TYPE],
    ['success that is no JSON', batchAnswer([{ status: 200, body: '{"value":[{"error"' }]), ANSWER_TYPE],
    ['no status line', batchAnswer([{ status: 200 }]).replace('HTTP/1.1 200', 'nothing'), ANSWER_TYPE],
    ['a login page', '<html></html>', 'text/html'],
    ['no content type', '', null],
  ])('refuses %s', async (_what, text, type) => {
    await expect(parse(text, type)).rejects.toThrow(Error);
  });
});
