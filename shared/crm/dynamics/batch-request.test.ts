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
});
