import { type StandIn, addEntra, createRefreshTokens, createStandIn } from '../kit/index.ts';
import { addApi } from './api.ts';
import { addPartnerCenterControls } from './controls.ts';
import { DEFAULT_PAGE_SIZE, PARTNER } from './conventions.ts';
import type { EventListener } from './events.ts';
import { addPages } from './pages/index.ts';
import { sendServiceError } from './protocol.ts';
import { createReferralService } from './service.ts';
import { ServiceError } from './service-error.ts';
import { CERTIFICATE_PATH, addCertificates } from './webhooks/certificates.ts';
import { createDeliveries } from './webhooks/delivery.ts';
import { createDispatch } from './webhooks/dispatch.ts';
import { type Registration, addRegistration } from './webhooks/registration.ts';
import { SIGNING_FILES, SIGNING_FOLDER, type SigningMaterial, signingMaterial } from './webhooks/signing-material.ts';
import { createValidationEvents } from './webhooks/validation.ts';

export interface PartnerCenterOptions {
  /** Milliseconds since 1970; tests move it. Default: the system clock. */
  readonly clock?: () => number;
  /** Most referrals on one page of a list. Default 100. */
  readonly pageSize?: number;
  /** How long a superseded refresh token still works. Default five minutes. */
  readonly refreshGraceMs?: number;
  /** Where the key and the certificates of webhook deliveries are. Default: the folder of this machine. */
  readonly signingFolder?: string;
  /** Pause before a delivery's second attempt; it doubles up to twenty times this. Default 100. */
  readonly deliveryBackoffMs?: number;
}

export interface PartnerCenter extends StandIn {
  /** Calls `listener` with every webhook event that the service would send; returns how to stop. */
  onChange(listener: EventListener): () => void;
  /** The webhook that is registered now. */
  registration(): Registration | null;
}

/** The refresh token of the service account `sandbox`, as the sandbox's configuration starts with it. */
export const FIRST_REFRESH_TOKEN = 'sandbox-refresh-token';

const DEFAULT_REFRESH_GRACE_MS = 5 * 60 * 1000;
const DEFAULT_DELIVERY_BACKOFF_MS = 100;

/** The strict stand-in for Partner Center: sign-in, referrals API, webhook registration and the people's pages (design.md §6). */
export function createPartnerCenter(options: PartnerCenterOptions = {}): PartnerCenter {
  const { clock = Date.now, pageSize = DEFAULT_PAGE_SIZE, refreshGraceMs = DEFAULT_REFRESH_GRACE_MS } = options;
  const { signingFolder = SIGNING_FOLDER, deliveryBackoffMs = DEFAULT_DELIVERY_BACKOFF_MS } = options;
  const service = createReferralService(clock);
  const refreshTokens = createRefreshTokens({
    clientId: 'sandbox',
    first: FIRST_REFRESH_TOKEN,
    graceMs: refreshGraceMs,
    now: clock,
  });
  const standIn = createStandIn({
    name: 'Partner Center',
    now: clock,
    reset() {
      service.reset();
      refreshTokens.reset();
      validation.reset();
      dispatch.reset();
    },
  });
  const { app, tokens } = standIn;
  tokens.clients.set('microsoft', 'microsoft');
  let material: Promise<SigningMaterial> | undefined;
  let origin = '';
  const deliveries = createDeliveries({
    material: () => (material ??= signingMaterial(signingFolder)),
    certificateUrl: () => `${origin}${CERTIFICATE_PATH}/${SIGNING_FILES.signerCertificate}`,
    backoffMs: deliveryBackoffMs,
  });
  const validation = createValidationEvents(deliveries, PARTNER.id, clock);
  const registrations = addRegistration(app, tokens, validation);
  const dispatch = createDispatch(service.events, registrations, deliveries);
  addCertificates(app, signingFolder);
  addEntra({ app, tokens, refreshTokens });
  addApi({ app, tokens, service, pageSize });
  addPages(app, service);
  addPartnerCenterControls(app, { events: service.events, dispatch, deliveries, refreshTokens });
  app.setNotFoundHandler((request, reply) =>
    sendServiceError(
      new ServiceError({
        status: 404,
        code: 'itemNotFound',
        target: 'resource',
        innerCode: 'resourceNotFound',
        message: `Partner Center's stand-in serves nothing at ${request.method} ${request.url.split('?')[0] ?? ''}.`,
      }),
      request,
      reply,
    ),
  );
  return {
    ...standIn,
    async listen(port) {
      material ??= signingMaterial(signingFolder);
      await material;
      const listening = await standIn.listen(port);
      origin = listening.url;
      return listening;
    },
    async close() {
      deliveries.reset();
      await standIn.close();
    },
    onChange: (listener) => service.events.onChange(listener),
    registration: () => registrations.current(),
  };
}
