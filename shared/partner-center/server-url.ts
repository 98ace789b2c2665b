import { CosellError } from '../core/errors/index.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads the address of a server that gets credentials: https, or http on this machine only (the sandbox).
 * Throws `config-invalid` naming `key`.
 */
export function serverUrl(address: string, key: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (url && secure && !url.username && !url.search && !url.hash) return url;
  throw new CosellError('config-invalid', {
    message: `The address in ${key} cannot be used.`,
    cure: `Set ${key} to an https address without user name, query or fragment (http only on localhost).`,
    field: key,
  });
}

/** Like `serverUrl`, for an address that names a host only; returns its origin. */
export function serverOrigin(address: string, key: string): string {
  const url = serverUrl(address, key);
  if (url.pathname === '/') return url.origin;
  throw new CosellError('config-invalid', {
    message: `The address in ${key} has a path.`,
    cure: `Set ${key} to the host only, for example https://api.partner.microsoft.com.`,
    field: key,
  });
}
