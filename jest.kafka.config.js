import alone from './jest.config.js';

/** The suites that need a broker, which starts before them. */
export default {
  ...alone,
  testMatch: ['**/*.kafka-spec.js'],
  // The brokers and the services want the cores, too.
  maxWorkers: 2,
  // Whole lives of services and brokers pass in a test.
  testTimeout: 900_000,
  globalSetup: '<rootDir>/tools/kafka/kafka-global-setup.js',
  globalTeardown: '<rootDir>/tools/kafka/kafka-global-teardown.js',
};
