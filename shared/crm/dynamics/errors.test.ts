import { errorFromAnswer, errorFromFailure } from './errors.ts';

const answer = (status: number, code = '', message = '', headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: { error: { code, message } },
});

describe('errorFromAnswer', () => {
  it.each([
    [412, '0x80060882', 'crm-conflict'],
    [412, '', 'crm-conflict'],
    [412, '0x80060892', 'crm-rejected'],
    [412, '0x80040333', 'crm-rejected'],
    [400, '0x80040237', 'crm-rejected'],
    [400, '0x80048408', 'crm-rejected'],
    [404, '0x80040217', 'opportunity-not-found'],
    [403, '0x80040220', 'crm-forbidden'],
    [403, '', 'crm-forbidden'],
    [401, '', 'crm-sign-in'],
    [401, '0x80040220', 'crm-sign-in'],
    [429, '0x80072322', 'crm-throttled'],
    [429, '0x80072321', 'crm-throttled'],
    [503, '0x80072326', 'crm-throttled'],
    [500, '', 'crm-unavailable'],
    [503, '', 'crm-unavailable'],
    [302, '', 'crm-unavailable'],
    [500, '0x80044151', 'crm-record-locked'],
    [400, '0x80048d19', 'crm-rejected'],
  ])('maps %i %s to %s with a cure', (status, code, expected) => {
    const error = errorFromAnswer(answer(status, code));
    expect(error).toMatchObject({ code: expected, httpStatus: status });
    expect(error.cure).not.toBe('');
  });

  it('names the written column that the message is about', () => {
    const message = "The length of the 'cosell_products' attribute of the 'opportunity' entity exceeded the maximum.";
    const columns = ['cosell_product', 'cosell_products'];
    expect(errorFromAnswer(answer(400, '0x80044331', message), { columns })).toMatchObject({
      code: 'crm-rejected',
      field: 'cosell_products',
      message: expect.stringContaining('cosell_products') as string,
    });
    expect(errorFromAnswer(answer(400, '0x0', 'No.'), { columns }).field).toBeUndefined();
  });

  it('names the missing privilege in the cure', () => {
    const message = 'Principal user (Id=1, type=8) is missing prvWriteOpportunity privilege (Id=2) on OTC=3';
    expect(errorFromAnswer(answer(403, '0x80040220', message)).cure).toContain('prvWriteOpportunity');
  });

  it('names the column security profile when a column is secured', () => {
    const error = errorFromAnswer(answer(403, '0x8004f507', 'Column: opportunity.cosell_audit'), {
      columns: ['cosell_audit'],
    });
    expect(error).toMatchObject({ code: 'crm-forbidden', field: 'cosell_audit' });
    expect(error.cure).toContain('column security profile');
  });

  it('tells closed, duplicate and not found apart in their cures', () => {
    const cures = ['0x80048408', '0x80060892', '0x80040217'].map((code) => errorFromAnswer(answer(400, code)).cure);
    expect(new Set(cures).size).toBe(3);
  });

  it.each([
    [{ 'retry-after': '7' }, 7],
    [{ 'retry-after': 'Fri, 20 Nov 2026 17:00:30 GMT', date: 'Fri, 20 Nov 2026 17:00:00 GMT' }, 30],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('reads Retry-After of %p as %p seconds', (headers, seconds) => {
    expect(errorFromAnswer(answer(429, '', '', headers as Record<string, string>)).retryAfterSeconds).toBe(seconds);
  });

  it('keeps the request id for support, and says when the service may have acted', () => {
    expect(errorFromAnswer(answer(500, '', '', { 'x-ms-service-request-id': 'r-1' }))).toMatchObject({
      reference: 'r-1',
      mayHaveActed: true,
    });
    expect(errorFromAnswer(answer(400)).mayHaveActed).toBe(false);
  });

  it.each([null, '<html>', { error: null }, { error: { code: 7 } }, []])('copes with the body %p', (body) => {
    expect(errorFromAnswer({ status: 400, headers: {}, body }).code).toBe('crm-rejected');
  });
});

describe('errorFromFailure', () => {
  it.each([new TypeError('fetch failed'), new DOMException('late', 'TimeoutError'), 'thrown text'])(
    'takes %p for an outage in which the service may have acted',
    (thrown) => {
      expect(errorFromFailure(thrown)).toMatchObject({ code: 'crm-unavailable', mayHaveActed: true });
    },
  );
});
