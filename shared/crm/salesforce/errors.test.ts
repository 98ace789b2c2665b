import { callError, recordError, subrequestError } from './errors.ts';
import { HttpFailure, NetworkFailure } from './transport.ts';

describe('recordError', () => {
  it.each([
    ['UNABLE_TO_LOCK_ROW', 'crm-record-locked'],
    ['ENTITY_IS_LOCKED', 'crm-record-locked'],
    ['ENTITY_IS_DELETED', 'opportunity-not-found'],
    ['INSUFFICIENT_ACCESS_OR_READONLY', 'crm-forbidden'],
    ['INVALID_FIELD_FOR_INSERT_UPDATE', 'crm-forbidden'],
    ['STRING_TOO_LONG', 'crm-rejected'],
    ['SOMETHING_NEW', 'crm-rejected'],
  ])('takes %s for %s', (statusCode, code) => {
    const error = recordError([{ statusCode, message: 'said Salesforce', fields: ['X__c'] }]);
    expect(error).toMatchObject({ code, field: 'X__c' });
    expect(error.cure).toBeTruthy();
  });

  it("hands on the administrator's own words", () => {
    const error = recordError([
      { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Close date must be\n in the future', fields: [] },
    ]);
    expect(error).toMatchObject({
      code: 'crm-rejected',
      message: 'Close date must be in the future',
      field: undefined,
    });
  });

  it('does not repeat a value that was too long', () => {
    expect(
      recordError([{ statusCode: 'STRING_TOO_LONG', message: 'X: data value too large: secret', fields: ['X'] }])
        .message,
    ).not.toContain('secret');
  });

  it('tells a record that is not there from a lookup to one that is not there', () => {
    const of = (fields: readonly string[]) =>
      recordError([{ statusCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id', fields }]);
    expect(of([]).code).toBe('opportunity-not-found');
    expect(of(['AccountId']).code).toBe('crm-rejected');
  });
});

describe('callError', () => {
  const failure = (status: number, errorCode: string) =>
    new HttpFailure(status, JSON.stringify([{ errorCode, message: 'm' }]), 7);

  it.each([
    [403, 'REQUEST_LIMIT_EXCEEDED', 'crm-throttled'],
    [429, '', 'crm-throttled'],
    [403, 'API_DISABLED_FOR_ORG', 'crm-forbidden'],
    [403, 'NEW_CODE', 'crm-forbidden'],
    [401, 'INVALID_SESSION_ID', 'crm-sign-in'],
    [503, 'SERVER_UNAVAILABLE', 'crm-unavailable'],
    [500, 'UNKNOWN_EXCEPTION', 'crm-unavailable'],
    [502, '', 'crm-unavailable'],
    [400, 'INVALID_FIELD', 'crm-forbidden'],
    [404, 'NOT_FOUND', 'crm-forbidden'],
    [400, 'MALFORMED_QUERY', 'internal'],
  ])('takes HTTP %i %s for %s', (status, errorCode, code) => {
    expect(callError(failure(status, errorCode))).toMatchObject({
      code,
      httpStatus: status,
      retryAfterSeconds: 7,
      mayHaveActed: status >= 500,
    });
  });

  it('says of a lost answer that Salesforce may have acted', () => {
    expect(callError(new NetworkFailure(true, null))).toMatchObject({ code: 'crm-unavailable', mayHaveActed: true });
  });

  it('survives an answer that is no JSON', () => {
    expect(callError(new HttpFailure(502, '<html>Bad gateway</html>')).message).toBe('Salesforce refused the call.');
  });
});

describe('subrequestError', () => {
  it('reads the error of one part of a composite call', () => {
    expect(
      subrequestError(400, [{ errorCode: 'INVALID_TYPE', message: "sObject type 'X' is not supported." }]),
    ).toMatchObject({
      code: 'crm-forbidden',
      message: "sObject type 'X' is not supported.",
    });
  });
});
