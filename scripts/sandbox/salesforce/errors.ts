/** One error as Salesforce's REST API names it. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm */
export class SalesforceError extends Error {
  override readonly name = 'SalesforceError';
  readonly errorCode: string;
  /** API names of the fields at fault. */
  readonly fields: readonly string[];
  readonly status: number;

  constructor(errorCode: string, message: string, fields: readonly string[] = [], status = statusOf(errorCode)) {
    super(message);
    this.errorCode = errorCode;
    this.fields = fields;
    this.status = status;
  }
}

const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  INVALID_SESSION_ID: 401,
  INSUFFICIENT_ACCESS_OR_READONLY: 403,
  REQUEST_LIMIT_EXCEEDED: 403,
  NOT_FOUND: 404,
  ENTITY_IS_DELETED: 404,
  METHOD_NOT_ALLOWED: 405,
  UNSUPPORTED_MEDIA_TYPE: 415,
};

function statusOf(errorCode: string): number {
  return STATUS_BY_CODE[errorCode] ?? 400;
}

export const notFound = (message = 'The requested resource does not exist') =>
  new SalesforceError('NOT_FOUND', message);

export const jsonParserError = (message: string) => new SalesforceError('JSON_PARSER_ERROR', message);

/** The body of a failed REST call: a list of errors. */
export function errorBody(error: SalesforceError): object[] {
  const { message, errorCode, fields } = error;
  if (error instanceof RecordError) return [{ message, errorCode, ...error.details }];
  return [{ message, errorCode, ...(fields.length > 0 && { fields }) }];
}

/**
 * A record that the User Interface API did not save: what was wrong, by field.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_error_with_output.htm
 */
export class RecordError extends SalesforceError {
  readonly details: object;

  constructor(errorCode: string, message: string, details: object, status = 400) {
    super(errorCode, message, [], status);
    this.details = details;
  }
}
