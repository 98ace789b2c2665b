const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

/** Tests of the Lightning Web Components as `scripts/build/lwc.ts` compiles them. */
module.exports = {
  ...jestConfig,
  rootDir: __dirname,
  moduleFileExtensions: ['js', 'ts', 'html', 'json'],
  displayName: 'lwc',
  moduleNameMapper: { ...jestConfig.moduleNameMapper, '^c/sectionTexts$': '<rootDir>/testkit/texts.js' },
  setupFilesAfterEnv: [...(jestConfig.setupFilesAfterEnv ?? []), '<rootDir>/testkit/setup.cjs'],
  testMatch: ['<rootDir>/main/default/lwc/**/__tests__/*.test.js'],
};
