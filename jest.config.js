const suite = process.env.JEST_SUITE ?? 'default';
const needsBroker = suite === 'kafka';

/** Tests run on the compiled tree; stack traces point at the TypeScript through source maps. */
export default {
  rootDir: 'dist',
  testMatch: needsBroker ? ['**/*.kafka-spec.js'] : ['**/*.spec.js', '**/*.int-spec.js', '**/*.e2e-spec.js'],
  transform: {},
  // A database server that starts when the first test needs it, and ends with the run; in the suite `kafka` a broker as well.
  globalSetup: needsBroker
    ? '<rootDir>/tools/kafka/kafka-global-setup.js'
    : '<rootDir>/libs/platform/src/testing/global-setup.js',
  globalTeardown: needsBroker
    ? '<rootDir>/tools/kafka/kafka-global-teardown.js'
    : '<rootDir>/libs/platform/src/testing/global-teardown.js',
  // Against tests that hang, not against machines that are busy.
  testTimeout: 240_000,
  maxWorkers: 2,
  // What the modules of one suite take isn't given back to the next: without a limit a worker comes to nearly 2 GB.
  workerIdleMemoryLimit: '1GB',
};
