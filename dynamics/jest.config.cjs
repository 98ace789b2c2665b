/** Tests of the PCF control: its lifecycle with a typed context, its components with React. */
module.exports = {
  displayName: 'pcf',
  testEnvironment: 'jsdom',
  setupFilesAfterEnv: ['<rootDir>/MicrosoftSection/testkit/setup.ts'],
  testMatch: ['<rootDir>/MicrosoftSection/**/*.test.{ts,tsx}'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          // As in tsconfig.json.
          transform: { react: { pragma: 'createElement', pragmaFrag: 'Fragment' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};
