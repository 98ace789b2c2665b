import { CosellError } from '../../core/errors/index.ts';

/** How to reach a Dataverse environment and sign in to it as an application user. */
export interface DynamicsSettings {
  /** `https://org.crm.dynamics.com`; plain http only on the own machine (the sandbox). */
  readonly serverUrl: string;
  /** `https://login.microsoftonline.com/<tenant>`; plain http only on the own machine. */
  readonly authority: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** `9.2` */
  readonly apiVersion: string;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A URL that a secret may be sent to. @throws CosellError `config-invalid` for anything but https or http on loopback */
export function secureUrl(key: keyof DynamicsSettings, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname))) return url;
  throw new CosellError('config-invalid', {
    message: `dynamics.${key} must be an https address.`,
    cure: `Set dynamics.${key} to the full address, such as ${key === 'authority' ? 'https://login.microsoftonline.com/<tenant>' : 'https://contoso.crm.dynamics.com'}.`,
    field: `dynamics.${key}`,
  });
}

/** Path of the Web API below the server, with a slash at the end: `/api/data/v9.2/`. */
export function servicePath(settings: DynamicsSettings): string {
  return `/api/data/v${settings.apiVersion}/`;
}
