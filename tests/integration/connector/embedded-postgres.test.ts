import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../shared/connector/store/connect.ts';
import { startEmbeddedServer, type EmbeddedServer } from '../../../shared/connector/store/embedded/server.ts';
import { SILENT } from '../../../shared/connector/testkit/world.ts';
import { startChild } from './support/child.ts';
import { until } from './support/until.ts';

let folder: string;
const servers: EmbeddedServer[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cosell-embedded-'));
});

afterEach(async () => {
  for (const server of servers.splice(0)) await server.release();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer(folder);
  servers.push(server);
  return server;
}

const pidFile = (): string => join(folder, 'postgres', 'cluster', 'postmaster.pid');
const postmaster = async (): Promise<number> => Number((await readFile(pidFile(), 'utf8')).split('\n')[0]);
const gone = (file: string): Promise<boolean> =>
  stat(file).then(
    () => false,
    () => true,
  );

describe('the built-in PostgreSQL', () => {
  it('keeps its password to itself', async () => {
    const { connectionString } = await start();
    const file = join(folder, 'postgres', 'password');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(new URL(connectionString).password).toBe((await readFile(file, 'utf8')).trim());
    const wrong = new URL(connectionString);
    wrong.password = 'guessed';
    const failed = openDatabase({ databaseUrl: wrong.href, folder, most: 1 }, SILENT);
    await expect(failed).rejects.toMatchObject({ code: 'config-invalid' });
  });

  it('is one server, however many start it together, and the last one stops it', async () => {
    const [first, second, third] = await Promise.all([start(), start(), start()]);
    expect(new Set([first, second, third].map((server) => server.connectionString)).size).toBe(1);
    const database = await openDatabase({ databaseUrl: null, folder, most: 1 }, SILENT);
    await first.release();
    expect(await gone(pidFile())).toBe(false);
    await database.close();
    expect(await gone(pidFile())).toBe(true);
  });

  it('keeps what it knows over a restart', async () => {
    const before = await openDatabase({ databaseUrl: null, folder, most: 1 }, SILENT);
    await before.db.query("insert into cosell.cursors (crm, source, position) values ('x', 'watch', 'here')");
    await before.close();
    const after = await openDatabase({ databaseUrl: null, folder, most: 1 }, SILENT);
    expect(await after.db.query('select position from cosell.cursors')).toEqual([{ position: 'here' }]);
    await after.close();
  });

  it('is adopted after a kill -9 of the connector', async () => {
    const child = startChild('holds-postgres.ts', [folder]);
    await child.said('runs on');
    const pid = await postmaster();
    await child.kill();
    const { connectionString } = await start();
    expect(await postmaster()).toBe(pid);
    expect(child.output()).toContain(`runs on ${new URL(connectionString).port}.`);
  });

  it('starts again after a kill -9 of its own', async () => {
    const { connectionString } = await start();
    const pid = await postmaster();
    process.kill(pid, 'SIGKILL');
    const again = await start();
    expect(await postmaster()).not.toBe(pid);
    expect(again.connectionString).not.toBe(connectionString);
  });

  it('starts although postmaster.pid names a process that is something else by now', async () => {
    const server = await start();
    const left = await readFile(pidFile(), 'utf8');
    await server.release();
    servers.length = 0;
    await until('its end', () => gone(pidFile()));
    await writeFile(pidFile(), left.replace(/^\d+/, String(process.pid)));
    await start();
    expect(await postmaster()).not.toBe(process.pid);
  });
});
