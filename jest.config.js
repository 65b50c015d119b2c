const suite = process.env.JEST_SUITE ?? 'default';

/** Tests run on the compiled tree; stack traces point at the TypeScript through source maps. */
export default {
  rootDir: 'dist',
  testMatch: suite === 'kafka' ? ['**/*.kafka-spec.js'] : ['**/*.spec.js', '**/*.int-spec.js', '**/*.e2e-spec.js'],
  transform: {},
  // A database server that starts when the first test needs it, and ends with the run.
  globalSetup: '<rootDir>/libs/platform/src/testing/global-setup.js',
  globalTeardown: '<rootDir>/libs/platform/src/testing/global-teardown.js',
  testTimeout: 60_000,
  maxWorkers: 2,
};
