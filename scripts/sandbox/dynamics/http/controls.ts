import type { FastifyInstance } from 'fastify';
import { ZodError, z } from 'zod';
import { type Locks, locksSchema } from '../locks.ts';
import { type Publisher, webhookModeSchema } from '../webhooks/publisher.ts';

/** Controls that only this stand-in has: failed system jobs, webhook mode, row locks. */
export function addDynamicsControls(
  app: FastifyInstance,
  { publisher, locks }: { publisher: Publisher; locks: Locks },
): void {
  app.get('/_sandbox/system-jobs', () => publisher.jobs);
  app.post('/_sandbox/webhooks', (request, reply) =>
    checked(
      () => {
        publisher.setMode(webhookModeSchema.parse(request.body).mode);
        return reply.code(204).send();
      },
      (message) => reply.code(400).send({ error: { code: 'sandbox-bad-request', message } }),
    ),
  );
  app.post('/_sandbox/locks', (request, reply) =>
    checked(
      () => {
        locks.add(locksSchema.parse(request.body));
        return reply.code(204).send();
      },
      (message) => reply.code(400).send({ error: { code: 'sandbox-bad-request', message } }),
    ),
  );
}

function checked<T>(work: () => T, refuse: (message: string) => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ZodError) return refuse(z.prettifyError(error));
    throw error;
  }
}
