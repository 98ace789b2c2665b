// Runs on whatever Node the machine has (20 or newer), before anything is installed: plain JavaScript, no packages.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The Node 22 that the lockfile pins, so that every machine runs the product on the same one. */
export const node22 = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** Flags every Node process of ours gets: TypeScript is run by Node's own type stripping. */
export const nodeFlags = ['--disable-warning=ExperimentalWarning'];

/** npm writes its own record of what it installed last of all, so a record as new as the lockfile means a whole installation. */
function isInstalled() {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  const lockfile = path.join(root, 'package-lock.json');
  return existsSync(node22) && existsSync(record) && statSync(record).mtimeMs >= statSync(lockfile).mtimeMs;
}

/** Installs exactly what the lockfile says, once per lockfile. Ends the process with a clear message when it can't. */
export async function ensureDependencies() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20)
    fail(`Node ${process.versions.node} is too old. Install Node 20 or newer, then run the command again.`);
  if (isInstalled()) return;
  console.log('Installing the packages that package-lock.json names. The first time this takes about two minutes…');
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const progress = setInterval(() => console.log(`  … still installing, ${seconds()} s`), 10_000);
  const status = await runNpm();
  clearInterval(progress);
  if (status !== 0)
    fail('npm could not install the packages. Its message above says why; cure it and run the command again.');
  console.log(`Packages installed in ${seconds()} s.`);
}

/** @returns npm's exit code */
function runNpm() {
  const npm = process.env.npm_execpath;
  const command = npm ? [process.execPath, npm] : ['npm'];
  // Not `npm ci`: it refuses a lockfile without the binaries of platforms that the registry it was made from does not have.
  // `install --no-save` takes the same exact versions from the lockfile and leaves it alone.
  const args = [...command.slice(1), 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  return new Promise((resolve, reject) => {
    spawn(command[0], args, { cwd: root, stdio: 'inherit' }).on('exit', resolve).on('error', reject);
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
