import { type BatchItem, readBatch } from './request.ts';
import { resolveReferences } from './references.ts';
import { writeBatch } from './response.ts';

const lines = (...text: readonly string[]): Buffer => Buffer.from(text.join('\r\n'));

const BODY = lines(
  '--b',
  'Content-Type: multipart/mixed;boundary=c',
  '',
  '--c',
  'Content-Type: application/http',
  'Content-Transfer-Encoding: binary',
  'Content-ID: 1',
  '',
  'POST http://localhost:4103/api/data/v9.2/accounts?tag=t HTTP/1.1',
  'Content-Type: application/json',
  'Prefer: return=representation',
  '',
  '{"name":"a\\r\\n\\r\\nb ✔"}',
  '--c--',
  '',
  '--b',
  'Content-Type: application/http',
  'Content-Transfer-Encoding: binary',
  '',
  'GET /api/data/v9.2/accounts?$filter=name%20eq%20%27x%27 HTTP/1.1',
  'Accept: application/json',
  '',
  '--b--',
  '',
);

const read = (body: Buffer): Promise<BatchItem[]> => readBatch(body, 'multipart/mixed; boundary="b"');

describe('readBatch', () => {
  it('reads change sets and single operations', async () => {
    const [changeset, single] = await read(BODY);
    expect(changeset).toMatchObject({
      kind: 'changeset',
      operations: [
        {
          contentId: '1',
          request: {
            method: 'POST',
            path: 'accounts',
            headers: { prefer: 'return=representation' },
            body: { name: 'a\r\n\r\nb ✔' },
          },
        },
      ],
    });
    expect(changeset?.kind === 'changeset' && changeset.operations[0]?.request.query.get('tag')).toBe('t');
    expect(single).toMatchObject({
      kind: 'single',
      operation: { contentId: null, request: { method: 'GET', path: 'accounts', body: undefined } },
    });
    expect(single?.kind === 'single' && single.operation.request.query.get('$filter')).toBe("name eq 'x'");
  });

  it.each([
    ['no closing boundary', lines('--b', 'Content-Type: application/http', '', 'GET accounts HTTP/1.1', '')],
    [
      'a GET in a change set',
      lines(
        '--b',
        'Content-Type: multipart/mixed;boundary=c',
        '',
        '--c',
        'Content-Type: application/http',
        '',
        'GET accounts HTTP/1.1',
        '',
        '--c--',
        '',
        '--b--',
        '',
      ),
    ],
    ['a malformed request line', lines('--b', 'Content-Type: application/http', '', 'accounts', '', '--b--', '')],
    [
      'invalid JSON',
      lines('--b', 'Content-Type: application/http', '', 'POST accounts HTTP/1.1', '', '{"a":', '--b--', ''),
    ],
    ['a part that is no request', lines('--b', 'Content-Type: text/plain', '', 'hello', '--b--', '')],
    ['no operation', lines('--b--', '')],
  ])('refuses %s', async (_, body) => {
    await expect(read(body)).rejects.toMatchObject({ status: 400 });
  });

  it('refuses a content type without boundary', async () => {
    await expect(readBatch(BODY, 'multipart/mixed')).rejects.toMatchObject({ status: 400 });
  });
});

describe('resolveReferences', () => {
  it('puts earlier rows into address and binds, and leaves other text alone', () => {
    const request = {
      method: 'PATCH',
      path: '$1',
      query: new URLSearchParams(),
      headers: {},
      body: { name: '$1', 'parentaccountid@odata.bind': '$1' },
    };
    expect(resolveReferences(request, new Map([['1', 'accounts(x)']]))).toMatchObject({
      path: 'accounts(x)',
      body: { name: '$1', 'parentaccountid@odata.bind': 'accounts(x)' },
    });
  });
});

describe('writeBatch', () => {
  it('answers a change set and a failure in the layout of the service', () => {
    const { contentType, body } = writeBatch([
      [{ contentId: '1', response: { status: 204, headers: { 'odata-entityid': 'http://x/accounts(1)' } } }],
      {
        contentId: null,
        response: { status: 404, headers: {}, body: { error: { code: '0x80040217', message: 'gone' } } },
      },
    ]);
    const boundary = contentType.replace('multipart/mixed; boundary=', '');
    expect(boundary).toMatch(/^batchresponse_/);
    const [, changeset = '', failure = ''] = body.split(`--${boundary}`);
    expect(changeset).toMatch(/Content-Type: multipart\/mixed; boundary=changesetresponse_/);
    expect(changeset).toContain(
      'Content-ID: 1\r\n\r\nHTTP/1.1 204 No Content\r\nOData-EntityId: http://x/accounts(1)\r\nOData-Version: 4.0\r\n\r\n',
    );
    expect(failure).toContain(
      '\r\nHTTP/1.1 404 Not Found\r\nContent-Type: application/json; odata.metadata=minimal\r\n',
    );
    expect(failure).toContain('{"error":{"code":"0x80040217","message":"gone"}}\r\n');
  });
});
