import { batchBody } from './batch-request.ts';

describe('batchBody', () => {
  it('writes each operation as a message of its own', () => {
    const body = batchBody(
      [
        { method: 'GET', path: 'opportunities?$select=name', headers: { Prefer: 'odata.maxpagesize=200' } },
        { method: 'PATCH', path: 'opportunities(1)', headers: { 'If-Match': '*' }, body: { cosell_audit: 'a\r\n✔' } },
      ],
      '/api/data/v9.2/',
      'b1',
    );
    expect(body.split('\r\n')).toEqual([
      '--b1',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      'GET /api/data/v9.2/opportunities?$select=name HTTP/1.1',
      'Accept: application/json',
      'Prefer: odata.maxpagesize=200',
      '',
      '',
      '--b1',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      'PATCH /api/data/v9.2/opportunities(1) HTTP/1.1',
      'Accept: application/json',
      'Content-Type: application/json; charset=utf-8',
      'If-Match: *',
      '',
      '{"cosell_audit":"a\\r\\n✔"}',
      '--b1--',
      '',
    ]);
  });

  it('writes a change set as a multipart message of its own', () => {
    const body = batchBody(
      [{ changeSet: [{ method: 'PATCH', path: 'a(1)', body: { x: 1 } }] }, { method: 'GET', path: 'b' }],
      '/',
      'b1',
    );
    expect(body.split('\r\n')).toEqual([
      '--b1',
      'Content-Type: multipart/mixed; boundary="changeset_0_b1"',
      '',
      '--changeset_0_b1',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      'Content-ID: 1',
      '',
      'PATCH /a(1) HTTP/1.1',
      'Accept: application/json',
      'Content-Type: application/json; charset=utf-8',
      '',
      '{"x":1}',
      '--changeset_0_b1--',
      '',
      '--b1',
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      '',
      'GET /b HTTP/1.1',
      'Accept: application/json',
      '',
      '',
      '--b1--',
      '',
    ]);
  });
});
