#!/usr/bin/env node
// `npx cosell …`: runs the command line on the Node 22 that npm installed, whatever Node the machine has.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const node22 = createRequire(import.meta.url).resolve(
  process.platform === 'win32' ? 'node/bin/node.exe' : 'node/bin/node',
);
const main = path.join(path.dirname(fileURLToPath(import.meta.url)), 'main.ts');
const child = spawn(node22, ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// Ctrl-C reaches the whole process group; SIGTERM only this process.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
