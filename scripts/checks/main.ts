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

/** Runs the step; a step without Jest's counts is one check that passes or fails as a whole. */
async function run(step: Step): Promise<Counts> {
  const started = Date.now();
  console.log(`\n=== ${step.name}`);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...step.args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...step.env },
  });
  const code = await new Promise<number>((resolve) => child.on('exit', (exitCode) => resolve(exitCode ?? 1)));
  const counts = step.jestResults ? jestCounts(path.join(root, step.jestResults), code) : checkCounts(code);
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
for (const step of selected) {
  const counts = await run(step);
  passed += counts.passed;
  failed += counts.failed;
  if (counts.failed > 0) broken.push(`${step.name} (${counts.failed})`);
}
if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
