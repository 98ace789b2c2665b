import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { STEPS, type Step } from './steps.ts';

const root = path.resolve(import.meta.dirname, '../..');
const results = path.join(root, '.cosell/test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Runs the step; a step without Jest's counts is one check that passes or fails as a whole. `aside`: its output is shown when it has ended. */
async function run(step: Step, aside: boolean): Promise<Counts> {
  const started = Date.now();
  if (!aside) console.log(`\n=== ${step.name}`);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...step.args], {
    cwd: root,
    stdio: aside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, ...step.env },
  });
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number>((resolve) => child.on('close', (exitCode) => resolve(exitCode ?? 1)));
  const counts = step.jestResults ? jestCounts(path.join(root, step.jestResults), code) : checkCounts(code);
  if (aside) console.log(`\n=== ${step.name}\n${Buffer.concat(output).toString('utf8')}`);
  console.log(
    `--- ${step.name}: ${counts.failed === 0 ? 'ok' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return counts;
}

const checkCounts = (code: number): Counts => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** A skipped test and a suite that could not start count as failures: neither proves anything. */
function jestCounts(file: string, code: number): Counts {
  let parsed: JestResults;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8')) as JestResults;
  } catch {
    return { passed: 0, failed: 1 };
  }
  const failed = parsed.numFailedTests + parsed.numPendingTests + parsed.numRuntimeErrorTestSuites;
  return { passed: parsed.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

const only = process.argv.slice(2);
const selected = only.length === 0 ? STEPS : STEPS.filter((step) => only.some((word) => step.name.includes(word)));
if (selected.length === 0) {
  console.error(`No step is called like ${only.join(', ')}. There are: ${STEPS.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
const broken: string[] = [];
async function count(step: Step, aside = false): Promise<void> {
  const counts = await run(step, aside);
  passed += counts.passed;
  failed += counts.failed;
  if (counts.failed > 0) broken.push(`${step.name} (${counts.failed})`);
}

const of = (when: Step['when']): readonly Step[] => selected.filter((step) => step.when === when);
for (const step of of('first')) await count(step);
const inOrder = async (steps: readonly Step[], aside: boolean): Promise<void> => {
  for (const step of steps) await count(step, aside);
};
await Promise.all([inOrder(of('aside'), true), inOrder(of('meanwhile'), false)]);
await inOrder(of('alone'), false);
if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
