/** Tests run on the compiled tree; stack traces point at the TypeScript through source maps. */
export default {
  rootDir: 'dist',
  testMatch: ['**/*.spec.js', '**/*.int-spec.js', '**/*.e2e-spec.js'],
  transform: {},
  runtime: '<rootDir>/libs/platform/src/testing/one-realm-runtime.js',
  // The runtime does that, outside of Jest's sandbox.
  injectGlobals: false,
  // A database server that starts when the first test needs it, and ends with the run.
  globalSetup: '<rootDir>/libs/platform/src/testing/global-setup.js',
  globalTeardown: '<rootDir>/libs/platform/src/testing/global-teardown.js',
  // Against tests that hang, not against machines that are busy.
  testTimeout: 240_000,
  // One more than the cores of a small machine: many specs wait for other processes, or for time to pass.
  maxWorkers: 3,
};
