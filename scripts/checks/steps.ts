/** One thing `npm test` runs. */
export interface Step {
  readonly name: string;
  /** Arguments of the pinned Node, relative to the repository's root. */
  readonly args: readonly string[];
  /** Jest writes its counts here; a step without counts is one check. */
  readonly jestResults?: string;
  readonly env?: Readonly<Record<string, string>>;
  /**
   * `first`: before anything else, which needs its output. Then `aside` and `meanwhile`, side by side: what only reads the sources, and tests
   * that nobody has to wait for. At the end `alone`: tests of a whole product at work, which is slow on a machine that has more to do.
   */
  readonly when: 'first' | 'aside' | 'meanwhile' | 'alone';
}

const bin = (name: string): string => `node_modules/${name}`;
const TSC = bin('typescript/bin/tsc');

const jest = (when: Step['when'], name: string, ...args: string[]): Step => {
  const jestResults = `.cosell/test-results/${name.replace(/\W+/g, '-')}.json`;
  return {
    when,
    name,
    args: ['--experimental-vm-modules', bin('jest/bin/jest.js'), '--json', `--outputFile=${jestResults}`, ...args],
    jestResults,
  };
};

const aside = (name: string, ...args: string[]): Step => ({ when: 'aside', name, args });

/** In the order in which they fail fastest. */
export const STEPS: readonly Step[] = [
  { when: 'first', name: 'build of both sections', args: ['scripts/build/main.ts'] },
  aside('format', bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn'),
  aside('types', TSC, '-p', '.'),
  aside('types of the core without Node and DOM', TSC, '-p', 'shared/core'),
  aside('types of the Lightning components', TSC, '-p', 'salesforce'),
  aside('types of the form in the Dynamics stand-in', TSC, '-p', 'scripts/sandbox/dynamics/form'),
  aside('types of the page in the Salesforce stand-in', TSC, '-p', 'scripts/sandbox/salesforce/lightning/experience'),
  aside('types of the gallery in the Dynamics stand-in', TSC, '-p', 'scripts/sandbox/dynamics/gallery'),
  aside('types of the PCF control', TSC, '-p', 'dynamics/tsconfig.test.json'),
  aside('lint', bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'),
  aside('dead code', bin('knip/bin/knip.js')),
  jest('meanwhile', 'unit tests', '--selectProjects', 'unit'),
  // Apart from the others: Jest remembers for a whole run whether a file is a module, and the sections load the core as CommonJS.
  jest('meanwhile', 'section tests', '--selectProjects', 'lwc', 'pcf'),
  jest('alone', 'integration tests', '--selectProjects', 'integration'),
  jest('alone', 'end-to-end tests', '--selectProjects', 'e2e', '--runInBand'),
  jest('alone', 'browser tests', '--selectProjects', 'browser', '--runInBand'),
  {
    // What a store shared by two processes could change; the others are the same in both.
    ...jest(
      'alone',
      'end-to-end tests with a PostgreSQL server and two connectors',
      '--selectProjects',
      'e2e',
      '--runInBand',
      '--testPathPattern',
      'e2e/(share|update|inbound|faults|crash|convergence)',
    ),
    env: { E2E_MODE: 'server' },
  },
];
