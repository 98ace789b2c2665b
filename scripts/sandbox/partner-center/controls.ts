import type { FastifyInstance } from 'fastify';
import type { RefreshTokens } from '../kit/index.ts';
import type { EventLog } from './events.ts';

/** Partner Center's own `/_sandbox/` controls beside those of the kit: what webhooks would say, and revoked consent. */
export function addPartnerCenterControls(app: FastifyInstance, events: EventLog, refreshTokens: RefreshTokens): void {
  app.get('/_sandbox/events', () => events.entries());
  app.post('/_sandbox/events/replay', (_request, reply) =>
    reply.code(501).send({
      error: {
        code: 'sandbox-not-available',
        message:
          'Events are only listed so far (GET /_sandbox/events); sending them to a registered webhook comes with the signed webhooks.',
      },
    }),
  );
  app.post('/_sandbox/refresh-tokens/revoke', (_request, reply) => {
    refreshTokens.revokeAll();
    return reply.code(204).send();
  });
}
