const suite = process.env.JEST_SUITE ?? 'default';

/** Tests run on the compiled tree; stack traces point at the TypeScript through source maps. */
export default {
  rootDir: 'dist',
  testMatch: suite === 'kafka' ? ['**/*.kafka-spec.js'] : ['**/*.spec.js', '**/*.int-spec.js', '**/*.e2e-spec.js'],
  transform: {},
  testTimeout: 60_000,
  maxWorkers: 2,
};
