import alone from './jest.config.js';

/** The suites that need a broker, which starts before them. */
export default {
  ...alone,
  testMatch: ['**/*.kafka-spec.js'],
  globalSetup: '<rootDir>/tools/kafka/kafka-global-setup.js',
  globalTeardown: '<rootDir>/tools/kafka/kafka-global-teardown.js',
};
