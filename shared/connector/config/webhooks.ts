import { z } from 'zod';
import { ISSUING_HOSTS, SIGNING_HOSTS } from '../../partner-center/webhooks/index.ts';
import { isLoopback, serverUrl, text } from './values.ts';

const hostName = z.string().regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, {
  error: 'must be a host name in small letters, such as www.microsoft.com',
});
const fingerprint = z
  .string()
  .transform((written) => written.replaceAll(/[:\s]/g, '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{64}$/, { error: 'must be a SHA-256 fingerprint (64 hex digits)' }));

/** How we are told of changes in Partner Center; every key has a default. */
export const webhooks = z
  .strictObject({
    /** Our `/webhooks/partner-center` as Partner Center reaches it; only `cosell webhook` needs it. */
    publicUrl: serverUrl.nullable().default(null),
    baseUrl: serverUrl.default('https://api.partnercenter.microsoft.com'),
    scope: text.default('https://api.partnercenter.microsoft.com/.default'),
    /** `app`: the app registration itself. `consent`: the account that gave its consent. */
    signIn: z.enum(['app', 'consent']).default('app'),
    freshnessHours: z.number().min(1).max(720).default(24),
    certificateHosts: z
      .array(hostName)
      .min(1)
      .default([...SIGNING_HOSTS]),
    issuerHosts: z.array(hostName).default([...ISSUING_HOSTS]),
    /** A PEM file of roots to be trusted beside the usual ones. */
    trustedRoots: text.nullable().default(null),
    blockedCertificates: z.array(fingerprint).default([]),
    /** The stand-in's certificates come from this machine, and in the clear. */
    sandbox: z
      .strictObject({
        certificateOrigin: serverUrl.refine(isLoopback, { error: 'must be an address of this machine' }),
      })
      .nullable()
      .default(null),
  })
  .prefault({});
