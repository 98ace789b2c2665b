import { ApiFault } from './api.ts';

/** An error as `context.webAPI` and `Xrm.WebApi` reject with it. */
export interface PlatformError {
  readonly errorCode: number;
  readonly code: number;
  readonly message: string;
  readonly title: string;
  /** The refusal as the server sent it, JSON in a text. */
  readonly raw: string;
}

/**
 * What client code gets to see of a refusal: the code as a number (`0x80040217` → 2147746327). Without an answer of the server the code
 * is 0 (assumed: Microsoft does not document it).
 */
export function toPlatformError(fault: unknown): PlatformError {
  if (!(fault instanceof ApiFault)) throw fault;
  const code = fault.code === '' ? 0 : Number(fault.code);
  return {
    errorCode: code,
    code,
    message: fault.message,
    title: fault.status === 403 ? 'Insufficient Permissions' : 'Error',
    raw: JSON.stringify({ _errorCode: code, _errorFault: { _message: fault.message, _responseXml: null } }),
  };
}
