import type { FastifyInstance } from 'fastify';
import { ZodError, z } from 'zod';
import type { Faults } from './faults.ts';
import type { RequestLog } from './request-log.ts';
import type { Tokens } from './tokens.ts';

interface Controlled {
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly tokens: Tokens;
  readonly reset: () => void | Promise<void>;
}

/** The `/_sandbox/` controls that every stand-in has (design.md §6). They need no sign-in and are never logged or faulted. */
export function addControls(app: FastifyInstance, { log, faults, tokens, reset }: Controlled): void {
  app.get('/_sandbox/requests', () => log.entries());
  app.delete('/_sandbox/requests', (_request, reply) => {
    log.clear();
    return reply.code(204).send();
  });
  app.post('/_sandbox/faults', (request, reply) => {
    try {
      faults.add(request.body);
      return reply.code(201).send({ added: true });
    } catch (error) {
      if (!(error instanceof ZodError)) throw error;
      return reply.code(400).send({
        error: {
          code: 'sandbox-bad-request',
          message: `${z.prettifyError(error)}\nA fault looks like {"match":{"method":"POST","path":"/referrals"},"times":2,"respond":{"status":503}}.`,
        },
      });
    }
  });
  app.delete('/_sandbox/faults', (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
  app.post('/_sandbox/reset', async (_request, reply) => {
    await reset();
    return reply.code(204).send();
  });
  app.post('/_sandbox/tokens/expire', (_request, reply) => {
    tokens.expireAll();
    return reply.code(204).send();
  });
}
