export { ISSUING_HOSTS, SIGNING_HOSTS } from './certificate-url.ts';
export { createDownload } from './download.ts';
export { REFERRAL_EVENTS, TEST_EVENT, type WebhookEvent } from './event.ts';
export { createReceiver, type WebhookAnswer, type WebhookCall } from './receive.ts';
export { createRegistrationClient } from './registration/client.ts';
export type { ValidationEvent, WebhookRegistration, WebhookRegistrationPort } from './registration/port.ts';
export { createSigningKeys } from './signing-keys.ts';
export { createTrustedRoots, readRootsFile } from './trusted-roots.ts';
