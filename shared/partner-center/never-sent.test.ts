import { neverSent } from './never-sent.ts';

const failure = (fields: object) => Object.assign(new Error('failed'), fields);

describe('neverSent', () => {
  it.each([
    { code: 'ECONNREFUSED' },
    { code: 'ETIMEDOUT', syscall: 'connect' },
    { code: 'ENOTFOUND', syscall: 'getaddrinfo' },
    { code: 'UND_ERR_CONNECT_TIMEOUT' },
    { code: 'CERT_HAS_EXPIRED' },
    { code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
  ])('is certain of %j', (fields) => {
    expect(neverSent(failure(fields))).toBe(true);
  });

  it.each([
    {},
    { code: 'ECONNRESET', syscall: 'read' },
    { code: 'ETIMEDOUT', syscall: 'read' },
    { code: 'EPIPE', syscall: 'write' },
    { code: 'UND_ERR_SOCKET' },
    { code: 'UND_ERR_ABORTED' },
    { code: 23 },
  ])('is not certain of %j', (fields) => {
    expect(neverSent(failure(fields))).toBe(false);
  });
});
