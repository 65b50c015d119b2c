/** Who may import whom: the table of docs/ARCHITECTURE.md, as rules. */
const anyOf = (...paths) => `^(${paths.join('|')})`;
const npm = (...names) => `node_modules/(${names.join('|')})(/|$)`;

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'domain-is-pure',
      comment: 'The domain knows itself, calendar arithmetic and money splitting; nothing else.',
      severity: 'error',
      from: { path: '^libs/domain/src', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: anyOf('libs/domain/src', 'node_modules/temporal-polyfill', 'node_modules/temporal-spec', 'node_modules/dinero\\.js') },
    },
    {
      name: 'contracts-know-no-one',
      severity: 'error',
      from: { path: '^libs/contracts/src', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [anyOf('libs/contracts/src'), npm('class-validator', 'class-transformer', '@nestjs/swagger', '@nestjs/common', 'reflect-metadata')],
      },
    },
    {
      name: 'platform-knows-no-product',
      comment: 'Of the contracts the platform may see the envelope, the errors and the events about messages themselves.',
      severity: 'error',
      from: { path: '^libs/platform/src', pathNot: '\\.(spec|int-spec|e2e-spec|kafka-spec)\\.ts$' },
      to: { path: anyOf('libs/domain', 'apps', 'tools') },
    },
    {
      name: 'apps-know-not-each-other',
      severity: 'error',
      from: { path: '^apps/(api|matcher)/src' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'features-meet-through-exported-services',
      comment: 'A feature reaches into another only through its module and the services that the module exports.',
      severity: 'error',
      from: { path: '^apps/(api|matcher)/src/([^/]+)/', pathNot: '\\.(int-spec|e2e-spec)\\.ts$' },
      to: { path: '^apps/$1/src/[^/]+/[^/]+\\.(controller|row|events|projection|policies)\\.ts$', pathNot: '^apps/$1/src/$2/' },
    },
    {
      name: 'libraries-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: anyOf('apps', 'tools') },
    },
    {
      name: 'all-in-one-only-composes',
      severity: 'error',
      from: { path: '^apps/all-in-one/src' },
      to: { path: '^libs/domain' },
    },
    {
      name: 'no-development-packages-at-run-time',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['\\.(spec|int-spec|e2e-spec|kafka-spec)\\.ts$', '/testing/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'nothing-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.js'], extensionAlias: { '.js': ['.ts', '.js'] } },
  },
};
