import { SECTION_FIELDS } from '../../core/index.ts';
import type { ClientProblem } from '../contract/index.ts';
import { fromDynamics } from './dynamics-errors.ts';
import { PortError, problemOf } from './port-error.ts';
import { fromSalesforce } from './salesforce-errors.ts';

type Kind = ClientProblem['kind'];
const fields = SECTION_FIELDS.salesforce;

/** What `updateRecord` and `createRecord` reject with. */
const refusedWrite = (output: object, status = 400) => ({
  ok: false,
  status,
  statusText: 'Bad Request',
  body: {
    message: 'An error occurred while trying to update the record. Please try again.',
    statusCode: status,
    output,
  },
});
const recordError = (errorCode: string, message = 'Said by Salesforce.') =>
  refusedWrite({ errors: [{ constituentField: null, errorCode, field: null, message }], fieldErrors: {} });

describe('fromSalesforce', () => {
  it.each<[string, unknown, Kind]>([
    [
      'a read of a record that is not visible',
      { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'No.' }] },
      'no-permission',
    ],
    ['a deleted record', { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'Gone.' }] }, 'no-permission'],
    ['a write without rights', recordError('INSUFFICIENT_ACCESS_OR_READONLY'), 'no-permission'],
    ['a record in an approval', recordError('ENTITY_IS_LOCKED'), 'record-locked'],
    ['a row that somebody else is saving', recordError('UNABLE_TO_LOCK_ROW'), 'record-locked'],
    ['a validation rule', recordError('FIELD_CUSTOM_VALIDATION_EXCEPTION'), 'rejected'],
    ['a newer version', { status: 412, body: { message: 'Modified.' } }, 'conflict'],
    [
      'an expired session',
      { status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Expired.' }] },
      'signed-out',
    ],
    ['too many calls', { status: 429, body: { message: 'Slow down.' } }, 'throttled'],
    [
      'a used-up quota',
      { status: 403, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'Full.' }] },
      'throttled',
    ],
    ['maintenance', { status: 503, body: { message: 'Later.' } }, 'throttled'],
    ['a crash', { status: 500, body: { message: 'Oops.' } }, 'unknown'],
    ['no network', new TypeError('Failed to fetch'), 'offline'],
    ['a mistake of our own', new TypeError('x is not a function'), 'unknown'],
    ['no network, as LDS says it', { ok: false, status: 0, body: { message: 'Disconnected or Canceled' } }, 'offline'],
    ['errors of a GraphQL query', [{ message: 'Cannot query field Foo__c.' }], 'unknown'],
  ])('sorts %s', (_case, thrown, kind) => {
    expect(fromSalesforce(thrown, fields).problem.kind).toBe(kind);
  });

  it('names the field that was refused and keeps what Salesforce said', () => {
    const thrown = refusedWrite({
      errors: [],
      fieldErrors: {
        Products__c: [
          { errorCode: 'STRING_TOO_LONG', field: 'Products__c', fieldLabel: 'Products', message: 'Too long.' },
        ],
      },
    });
    expect(fromSalesforce(thrown, fields).problem).toEqual({
      kind: 'rejected',
      technical: 'STRING_TOO_LONG: Too long.',
      field: 'products',
    });
  });

  it('cuts what Salesforce said to one line', () => {
    const { technical } = fromSalesforce(
      recordError('FIELD_CUSTOM_VALIDATION_EXCEPTION', `a\nb ${'x'.repeat(999)}`),
      fields,
    ).problem;
    expect(technical).toMatch(/^FIELD_CUSTOM_VALIDATION_EXCEPTION: a b x+…$/);
    expect(technical).toHaveLength(500);
  });
});

describe('fromDynamics', () => {
  it.each<[string, unknown, Kind]>([
    ['a missing privilege', { errorCode: 0x80040220, message: 'prvCreate' }, 'no-permission'],
    ['the same number with sign', { errorCode: 0x80040220 | 0, message: 'prvCreate' }, 'no-permission'],
    ['the same number as text', { errorCode: '0x80040220', message: 'prvCreate' }, 'no-permission'],
    ['a deleted record', { errorCode: 0x80040217, message: 'Does Not Exist' }, 'no-permission'],
    ['a closed record', { errorCode: 0x80048408, message: 'Closed' }, 'record-locked'],
    ['a newer version', { errorCode: 0x80060882, message: 'Version' }, 'conflict'],
    ['too many calls', { errorCode: 0x80072322, message: 'Number of requests exceeded' }, 'throttled'],
    ['a plug-in', { errorCode: 0x80040265, message: 'Not on Fridays.' }, 'rejected'],
    ['an expired session', { errorCode: 0, message: 'Unauthorized', httpStatus: 401 }, 'signed-out'],
    ['an expired session of a host that tells no status', { errorCode: 0, message: 'Error 401' }, 'signed-out'],
    ['too many calls, by status', { message: 'Too Many Requests', httpStatus: 429 }, 'throttled'],
    ['a crash', { errorCode: 0x80040216, message: 'Unexpected', httpStatus: 500 }, 'unknown'],
    ['no network', new TypeError('Failed to fetch'), 'offline'],
    ['a mistake of our own', new TypeError('x is not a function'), 'unknown'],
  ])('sorts %s', (_case, thrown, kind) => {
    expect(fromDynamics(thrown).problem.kind).toBe(kind);
  });

  it('keeps what Dataverse said, with its number as the documentation writes it', () => {
    expect(fromDynamics({ errorCode: -2147220960, message: 'prvCreate' }).problem.technical).toBe(
      '0x80040220 prvCreate',
    );
  });
});

describe('problemOf', () => {
  it('is the problem of a PortError and unknown for everything else', () => {
    const known = { kind: 'conflict', technical: null, field: null } as const;
    expect(problemOf(new PortError(known))).toEqual(known);
    expect(problemOf(new Error('a bug'))).toEqual({ kind: 'unknown', technical: 'a bug', field: null });
  });
});
