import find from 'find-process';
import { createServer } from 'node:net';

/** Who listens on the port, as `node (pid 123)`; `null` when it is free. */
export async function portTakenBy(port: number): Promise<string | null> {
  if (await isFree(port)) return null;
  const [owner] = await find('port', port).catch(() => []);
  return owner ? `${owner.name} (pid ${owner.pid})` : 'another program';
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
