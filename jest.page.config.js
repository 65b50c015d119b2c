import alone from './jest.config.js';

/** The page in a real browser, on a service that starts before them; needs Chromium (AJUDANT_CHROMIUM, or Debian's). */
export default {
  ...alone,
  testMatch: ['**/*.page-spec.js'],
  maxWorkers: 2,
  globalSetup: '<rootDir>/tools/page/page-global-setup.js',
  globalTeardown: '<rootDir>/tools/page/page-global-teardown.js',
};
