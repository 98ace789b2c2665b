import js from '@eslint/js';
import powerApps from '@microsoft/eslint-plugin-power-apps';
import lwc from '@salesforce/eslint-config-lwc/recommended.js';
import globals from 'globals';
import importPlugin from 'eslint-plugin-import';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const DEPENDENCY_RULE =
  'Dependencies point one way: core <- section | partner-center | crm <- connector <- scripts (docs/architecture.md).';

/** `target` must not import from any of `from`. */
const zone = (target, ...from) => ({
  target: `./${target}`,
  from: from.map((f) => `./${f}`),
  message: DEPENDENCY_RULE,
});

/** Packages that belong to one folder only. */
const OWNED_PACKAGES = [
  ['jsforce', 'shared/crm/salesforce'],
  ['dynamics-web-api', 'shared/crm/dynamics'],
  ['undici', 'shared/partner-center'],
  ['pg-boss', 'shared/connector'],
  ['pg', 'shared/connector'],
];

const ownedBy = (folder) =>
  OWNED_PACKAGES.filter(([, owner]) => !folder || owner !== folder).map(([name, owner]) => ({
    group: [name, `${name}/*`],
    message: `${name} is an adapter's package: import it only in ${owner}.`,
  }));

const owners = [...new Set(OWNED_PACKAGES.map(([, owner]) => owner))];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/out/',
      '**/generated/',
      '.cosell/',
      'dynamics/solution/src/Controls/',
      'coverage/',
      'salesforce/main/default/lwc/**/*.js',
      '!salesforce/main/default/lwc/**/__tests__/*.js',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{mjs,cjs}', 'dynamics/webpack.config.js'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['shared/**/*.ts', 'scripts/**/*.{ts,tsx}', 'tests/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { import: importPlugin },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
      'import/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-lines': ['error', { max: 400 }],
      'import/no-cycle': 'error',
      'import/no-restricted-paths': [
        'error',
        {
          zones: [
            zone('shared/core', 'shared/section', 'shared/partner-center', 'shared/crm', 'shared/connector', 'scripts'),
            zone('shared/section', 'shared/partner-center', 'shared/crm', 'shared/connector', 'scripts'),
            zone('shared/partner-center', 'shared/section', 'shared/crm', 'shared/connector', 'scripts'),
            zone('shared/crm', 'shared/section', 'shared/partner-center', 'shared/connector', 'scripts'),
            zone('shared/crm/salesforce', 'shared/crm/dynamics'),
            zone('shared/crm/dynamics', 'shared/crm/salesforce'),
            zone('shared/connector', 'shared/section', 'scripts'),
          ],
        },
      ],
      'no-restricted-imports': ['error', { patterns: ownedBy(null) }],
    },
  },
  ...owners.map((folder) => ({
    files: [`${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns: ownedBy(folder) }] },
  })),
  // The benchmark's bare loop is to be as fast as one can be.
  {
    files: ['scripts/bench/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ownedBy('shared/partner-center') }] },
  },
  {
    files: ['shared/core/**/*.ts', 'shared/section/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testkit/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [...ownedBy(null), { group: ['node:*'], message: 'The core runs in the browser too: no Node.' }] },
      ],
      'no-restricted-globals': [
        'error',
        'fetch',
        'process',
        'setTimeout',
        'setInterval',
        'crypto',
        'window',
        'document',
        'console',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The core has no clock: take `now` as a parameter.' },
        { object: 'Math', property: 'random', message: 'The core has no randomness.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The core has no clock: take `now` as a parameter.',
        },
      ],
    },
  },
  // The platform's own rules, on what is compiled for it (TypeScript) and on its tests.
  ...lwc.map((config) => ({ ...config, files: ['salesforce/main/default/lwc/**/*.{ts,js}'] })),
  {
    files: ['salesforce/**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    // TypeScript itself resolves names and imports.
    rules: { 'no-undef': 'off', 'no-unused-vars': 'off', 'import/named': 'off', 'import/no-unresolved': 'off' },
  },
  {
    files: ['salesforce/**/__tests__/*.js', 'salesforce/testkit/*.{js,cjs}'],
    languageOptions: { globals: { ...globals.browser, ...globals.jest, require: 'readonly' } },
    // Tests emit on wires, dispatch events of the browser, and let promises run one after another.
    rules: {
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
      '@lwc/lwc/prefer-custom-event': 'off',
      'no-await-in-loop': 'off',
    },
  },
  {
    files: ['dynamics/MicrosoftSection/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    // What Microsoft's solution checker looks for when the solution is deployed or certified.
    plugins: { '@microsoft/power-apps': powerApps },
    settings: powerApps.configs.paCheckerHosted.settings,
    languageOptions: {
      parserOptions: { project: ['dynamics/tsconfig.test.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...powerApps.configs.paCheckerHosted.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 400 }],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts'],
    ...jest.configs['flat/recommended'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/no-disabled-tests': 'error',
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect', 'expect*', '*.expect*', 'fc.assert', 'assert*'] },
      ],
    },
  },
  {
    // The stand-ins have to satisfy the CRMs' own client libraries, unmodified.
    files: ['tests/integration/sandbox/**/*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    // A contract suite is a function that the tests of every adapter call.
    files: ['tests/contract/**/*.ts'],
    rules: { 'jest/no-export': 'off' },
  },
);
