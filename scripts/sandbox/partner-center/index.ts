import { type StandIn, addEntra, createRefreshTokens, createStandIn } from '../kit/index.ts';
import { addApi } from './api.ts';
import { addPartnerCenterControls } from './controls.ts';
import { DEFAULT_PAGE_SIZE } from './conventions.ts';
import type { EventListener } from './events.ts';
import { addPages } from './pages/index.ts';
import { sendServiceError } from './protocol.ts';
import { createReferralService } from './service.ts';
import { ServiceError } from './service-error.ts';
import { type Registration, addRegistration } from './webhooks/registration.ts';

export interface PartnerCenterOptions {
  /** Milliseconds since 1970; tests move it. Default: the system clock. */
  readonly clock?: () => number;
  /** Most referrals on one page of a list. Default 100. */
  readonly pageSize?: number;
  /** How long a superseded refresh token still works. Default five minutes. */
  readonly refreshGraceMs?: number;
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

/** The strict stand-in for Partner Center: sign-in, referrals API, webhook registration and the people's pages (design.md §6). */
export function createPartnerCenter(options: PartnerCenterOptions = {}): PartnerCenter {
  const { clock = Date.now, pageSize = DEFAULT_PAGE_SIZE, refreshGraceMs = DEFAULT_REFRESH_GRACE_MS } = options;
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
      registrations.reset();
    },
  });
  const { app, tokens } = standIn;
  tokens.clients.set('microsoft', 'microsoft');
  const registrations = addRegistration(app, tokens);
  addEntra({ app, tokens, refreshTokens });
  addApi({ app, tokens, service, pageSize });
  addPages(app, service);
  addPartnerCenterControls(app, service.events, refreshTokens);
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
    onChange: (listener) => service.events.onChange(listener),
    registration: () => registrations.current(),
  };
}
