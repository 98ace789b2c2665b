import { readErrorBody } from './error-body.ts';

const nothing = { codes: [], targets: [], message: null };

describe('readErrorBody', () => {
  it('walks down to the deepest inner error', () => {
    const body = {
      error: {
        code: 'unAuthorized',
        message: 'outer',
        target: 'referral',
        innerError: { code: 'one', innererror: { code: 2, message: 'deepest', target: 'details.currency' } },
      },
    };
    expect(readErrorBody(JSON.stringify(body))).toEqual({
      codes: ['unAuthorized', 'one', '2'],
      targets: ['referral', 'details.currency'],
      message: 'deepest',
    });
  });

  it('reads the flat shapes', () => {
    expect(readErrorBody('{"statusCode":429,"message":"wait"}')).toEqual({ ...nothing, message: 'wait' });
    expect(readErrorBody('{"code":900421,"description":"MFA"}')).toEqual({
      ...nothing,
      codes: ['900421'],
      message: 'MFA',
    });
  });

  it.each([null, '', 'oops', '[]', '"text"', 'null', '{"error":"text"}', '{"error":{"code":{}}}'])(
    'finds nothing in %j',
    (text) => {
      expect(readErrorBody(text)).toEqual(nothing);
    },
  );

  it('stops in a body without bottom', () => {
    const deep = '{"innerError":'.repeat(50) + '{"code":"x"}' + '}'.repeat(50);
    expect(readErrorBody(`{"error":${deep}}`)).toEqual(nothing);
  });
});
