import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import findProcess from 'find-process';
import { CosellError } from '../../core/index.ts';

/** The package's own types do not resolve for ECMAScript modules. */
const find = findProcess as unknown as (
  by: 'port',
  port: number,
) => Promise<readonly { readonly name: string; readonly pid: number }[]>;

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Finds out before anything is started whether one can listen there. @throws CosellError like `listen` */
export async function assertPortFree({ host, port }: Address): Promise<void> {
  if (port === 0) return;
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  }).catch(async (cause: unknown) => {
    throw await cannotListen({ host, port }, cause);
  });
}

/**
 * @returns the URL it listens on
 * @throws CosellError `config-invalid` when the port is taken (and by what, where that can be found) or not allowed
 */
export async function listen(app: FastifyInstance, address: Address): Promise<string> {
  try {
    return await app.listen(address);
  } catch (cause) {
    throw await cannotListen(address, cause);
  }
}

async function cannotListen({ host, port }: Address, cause: unknown): Promise<CosellError> {
  const taken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
  const [owner] = taken ? await find('port', port).catch(() => []) : [];
  const by = owner ? ` by ${owner.name} (process ${owner.pid})` : '';
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CosellError('config-invalid', {
    message: taken ? `Port ${port} is taken${by}.` : `Cannot listen on ${host}:${port}: ${reason}`,
    cure: taken ? 'Stop what uses it, or give another port as server.port.' : 'Correct server.host and server.port.',
    field: 'server.port',
    cause,
  });
}
