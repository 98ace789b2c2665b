import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Without these Chromium looks up its maker's hosts at every start. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The machine's Chromium, or the one that comes as an npm package: a fresh clone needs no browser. */
export async function launchBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((path) => path !== undefined && existsSync(path));
  return chromium.launch({
    args: QUIET,
    ...(installed === undefined ? await bundled() : { executablePath: installed }),
  });
}

/**
 * The package brings the libraries that a bare machine lacks, but only unpacks and names them where it is told that it runs on
 * AWS Lambda. It is told so while it unpacks, and only the browser gets to see those libraries: our own processes must not.
 */
async function bundled(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const before = { ...process.env };
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    const env = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return { executablePath, env: Object.fromEntries(env) };
  } finally {
    for (const name of ['AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
    }
  }
}
