/** One thing `npm test` runs. */
export interface Step {
  readonly name: string;
  /** Arguments of the pinned Node, relative to the repository's root. */
  readonly args: readonly string[];
  /** Jest writes its counts here; a step without counts is one check. */
  readonly jestResults?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const bin = (name: string): string => `node_modules/${name}`;
const TSC = bin('typescript/bin/tsc');

const jest = (name: string, ...args: string[]): Step => {
  const jestResults = `.cosell/test-results/${name.replace(/\W+/g, '-')}.json`;
  return {
    name,
    args: ['--experimental-vm-modules', bin('jest/bin/jest.js'), '--json', `--outputFile=${jestResults}`, ...args],
    jestResults,
  };
};

/** In the order in which they fail fastest. The build comes before what needs its output. */
export const STEPS: readonly Step[] = [
  { name: 'build of both sections', args: ['scripts/build/main.ts'] },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn'] },
  { name: 'types', args: [TSC, '-p', '.'] },
  { name: 'types of the core without Node and DOM', args: [TSC, '-p', 'shared/core'] },
  { name: 'types of the Lightning components', args: [TSC, '-p', 'salesforce'] },
  { name: 'types of the form in the Dynamics stand-in', args: [TSC, '-p', 'scripts/sandbox/dynamics/form'] },
  {
    name: 'types of the page in the Salesforce stand-in',
    args: [TSC, '-p', 'scripts/sandbox/salesforce/lightning/experience'],
  },
  { name: 'types of the gallery in the Dynamics stand-in', args: [TSC, '-p', 'scripts/sandbox/dynamics/gallery'] },
  { name: 'types of the PCF control', args: [TSC, '-p', 'dynamics/tsconfig.test.json'] },
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  { name: 'dead code', args: [bin('knip/bin/knip.js')] },
  jest('unit tests', '--selectProjects', 'unit'),
  // Apart from the others: Jest remembers for a whole run whether a file is a module, and the sections load the core as CommonJS.
  jest('section tests', '--selectProjects', 'lwc', 'pcf'),
  jest('integration tests', '--selectProjects', 'integration'),
  jest('end-to-end tests', '--selectProjects', 'e2e', '--runInBand'),
  {
    ...jest('end-to-end tests with a PostgreSQL server and two connectors', '--selectProjects', 'e2e', '--runInBand'),
    env: { E2E_MODE: 'server' },
  },
];
