/** One project per kind of test; `npm run test:unit` and friends select them. */
const swc = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
  ],
};

const node = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: swc,
  setupFiles: ['<rootDir>/tests/setup/seed.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.cosell/', '<rootDir>/dynamics/.*/out/'],
};

export default {
  testTimeout: 30_000,
  projects: [
    { ...node, displayName: 'unit', testMatch: ['<rootDir>/shared/**/*.test.ts', '<rootDir>/scripts/**/*.test.ts'] },
    { ...node, displayName: 'integration', testMatch: ['<rootDir>/tests/integration/**/*.test.ts'] },
    { ...node, displayName: 'e2e', testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'] },
    // What people do in the browser: once, and not again for each way to run the connector.
    { ...node, displayName: 'browser', testMatch: ['<rootDir>/tests/browser/**/*.test.ts'] },
    '<rootDir>/salesforce/jest.config.cjs',
    '<rootDir>/dynamics/jest.config.cjs',
  ],
};
