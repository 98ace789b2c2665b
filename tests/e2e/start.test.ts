import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePortsInARow } from './support/free-port.ts';
import { waitFor } from './support/wait.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Started {
  readonly child: ChildProcess;
  output(): string;
  /** Resolves with the exit code once the process has gone. */
  readonly gone: Promise<number | null>;
}

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) if (child.exitCode === null) child.kill('SIGTERM');
});

/** `npm start` as a user types it. */
function start(port: number): Started {
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, SANDBOX_PORT: String(port), DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output, gone: new Promise((resolve) => child.on('exit', resolve)) };
}

describe('npm start', () => {
  it('brings everything up, refuses a second start by name, and leaves nothing behind', async () => {
    const port = await freePortsInARow();
    const first = start(port);
    await waitFor(
      'the sandbox to be ready',
      () => {
        if (first.child.exitCode !== null) throw new Error(`It ended: ${first.output()}`);
        return Promise.resolve(first.output().includes(`Sandbox ready: http://localhost:${port}`));
      },
      60_000,
    );
    const lines = first.output().trim().split('\n');
    expect(lines.at(-1)).toBe(`Sandbox ready: http://localhost:${port}`);

    const index = await fetch(`http://localhost:${port}/`);
    expect(index.status).toBe(200);
    expect(await index.text()).toContain('/lightning/o/Opportunity/list');
    for (const route of ['/healthz', '/readyz', '/metrics'])
      expect((await fetch(`http://localhost:${port}${route}`)).status).toBe(200);

    const second = start(port);
    expect(await second.gone).toBe(1);
    expect(second.output()).toMatch(new RegExp(`Port ${port} is taken by .+process \\d+`));

    const stopped = Date.now();
    first.child.kill('SIGTERM');
    expect(await first.gone).toBe(0);
    expect(Date.now() - stopped).toBeLessThan(10_000);
    for (const offset of [0, 1, 2, 3]) await expect(fetch(`http://localhost:${port + offset}/`)).rejects.toThrow();
  }, 120_000);
});
