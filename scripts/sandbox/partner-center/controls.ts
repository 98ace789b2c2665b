import type { FastifyInstance } from 'fastify';
import type { RefreshTokens } from '../kit/index.ts';
import type { EventLog } from './events.ts';
import type { Deliveries } from './webhooks/delivery.ts';
import type { Dispatch } from './webhooks/dispatch.ts';

interface Controlled {
  readonly events: EventLog;
  readonly dispatch: Dispatch;
  readonly deliveries: Deliveries;
  readonly refreshTokens: RefreshTokens;
}

/** Partner Center's own `/_sandbox/` controls beside those of the kit: webhook events, and revoked consent. */
export function addPartnerCenterControls(
  app: FastifyInstance,
  { events, dispatch, deliveries, refreshTokens }: Controlled,
): void {
  app.get('/_sandbox/events', () => events.entries());
  app.get('/_sandbox/deliveries', () => deliveries.entries());
  app.post('/_sandbox/events/replay', (_request, reply) => reply.code(202).send({ events: dispatch.replay() }));
  app.post('/_sandbox/events/pause', (_request, reply) => {
    dispatch.pause();
    return reply.code(204).send();
  });
  app.post('/_sandbox/events/resume', (_request, reply) => {
    dispatch.resume();
    return reply.code(204).send();
  });
  app.post('/_sandbox/refresh-tokens/revoke', (_request, reply) => {
    refreshTokens.revokeAll();
    return reply.code(204).send();
  });
}
