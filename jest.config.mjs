/** ESM-only packages that jest must transform. */
const esmOnly = [
  'jose',
  '@hono',
  'hono',
  'temporal-polyfill',
  'temporal-utils',
  'p-throttle',
  '@microsoft/app-manifest/node_modules/strip-bom',
  'strip-bom',
];

export default {
  testEnvironment: 'node',
  // A limit for what hangs. Two cores that are also browsing and storing take their time; no test asserts one.
  testTimeout: 30_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: [],
  transform: {
    '\\.woff$': '<rootDir>/test/support/binaryFile.cjs',
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${[...esmOnly, '@fontsource'].join('|')})/)`],
};
