/** Of several addresses none answered (AggregateError has no syscall), or undici refused before it connected. */
const CODES = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
  'UND_ERR_INVALID_ARG',
]);
/** Certificate trouble ends the handshake, before any request is written. */
const CERTIFICATE_CODE = /^(ERR_TLS_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/;

/**
 * Whether a request certainly never reached the server. A connection that broke in use may have delivered it, so
 * whatever is not known counts as sent.
 */
export function neverSent(thrown: unknown): boolean {
  const { code = '', syscall } = thrown as NodeJS.ErrnoException;
  return CODES.has(code) || CERTIFICATE_CODE.test(code) || syscall === 'connect';
}
