/**
 * Refusals in Dataverse's shape: `{"error":{"code":"0x…","message":"…"}}`.
 * Codes: MicrosoftDocs/powerapps-docs reference/web-service-error-codes.md and learn.microsoft.com
 * "Troubleshoot Dataverse Web API client errors"; the ones marked "assumed" could not be checked against a real environment.
 */
export const CODES = {
  unspecified: '0x0',
  invalidPayload: '0x80048d19',
  invalidQuery: '0x80060888',
  unknownSegment: '0x8006088a',
  unknownAttribute: '0x80041103',
  notFound: '0x80040217',
  keyNotFound: '0x80060891',
  privilegeMissing: '0x80040220',
  accessDenied: '0x80048306',
  securedCreate: '0x8004f502',
  securedUpdate: '0x8004f507',
  duplicateKey: '0x80060892',
  duplicateId: '0x80040237',
  versionMismatch: '0x80060882',
  choiceOutOfRange: '0x8004431a',
  /** Assumed. */
  numberOutOfRange: '0x80044330',
  textTooLong: '0x80044331',
  invalidStatus: '0x80048408',
  /** Assumed: reference §8 says that closed rows are read-only, the code is ours to guess. */
  closedOpportunity: '0x80043b10',
  /** Assumed. */
  missingColumn: '0x80040203',
  /** SQL time-out: what a long lock on a row ends in. */
  sqlTimeout: '0x80044151',
  notSupported: '0x80060887',
} as const;

export class DataverseError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'DataverseError';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string };
}

export function errorBody({ code, message }: { code: string; message: string }): ErrorBody {
  return { error: { code, message } };
}

/** The request's body can't be read into the table. */
export function payloadError(entitySet: string, reason: string): DataverseError {
  return new DataverseError(
    400,
    CODES.invalidPayload,
    `Error identified in Payload provided by the user for Entity :'${entitySet}', For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293  ---->  InnerException : Microsoft.OData.ODataException: ${reason}`,
  );
}

/** The address or the query can't be understood. */
export function queryError(message: string): DataverseError {
  return new DataverseError(400, CODES.invalidQuery, message);
}

export function unknownProperty(name: string, table: string): DataverseError {
  return queryError(`Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${table}'.`);
}

/** @param label as Dataverse spells it: the table's logical name with a capital letter. */
export function notFound(table: string, id: string): DataverseError {
  return new DataverseError(404, CODES.notFound, `Entity '${capital(table)}' With Id = ${id} Does Not Exist`);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
