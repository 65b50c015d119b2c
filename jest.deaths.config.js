import alone from './jest.config.js';

/** Processes that are killed again and again: most of what these suites do is start them, which would be too much for every run. */
export default {
  ...alone,
  testMatch: ['**/*.death-spec.js'],
  testTimeout: 900_000,
};
