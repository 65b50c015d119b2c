/** Who may import whom: the table of docs/ARCHITECTURE.md, as rules. */
const anyOf = (...paths) => `^(${paths.join('|')})`;
const npm = (...names) => `node_modules/(${names.join('|')})(/|$)`;
/** Specs import what they need to show what they show. */
const specs = '\\.(spec|int-spec|e2e-spec|kafka-spec|death-spec)\\.ts$';

/**
 * The floors of one root, from the ground up: a folder knows those on the floors below its own, and no other; type imports count.
 * A folder without a floor may import nothing of the root, so that a new one gets its place.
 */
function floors(root, ...levels) {
  const all = levels.flat();
  const within = (folders) => `^${root}/(${folders.join('|')})/`;
  return [
    ...levels.map((level, index) => ({
      name: `floors-of-${root.replaceAll('/', '-')}-${index}`,
      comment: `${level.join(', ')}: only what stands below may be known.`,
      severity: 'error',
      from: { path: within(level), pathNot: [specs, '/(testing|specimen)/'] },
      to: { path: within(levels.slice(index).flat()), pathNot: `^${root}/$1/` },
    })),
    {
      name: `no-folder-without-a-floor-in-${root.replaceAll('/', '-')}`,
      severity: 'error',
      from: { path: `^${root}/[^/]+/`, pathNot: [within(all), specs, '/(testing|specimen)/'] },
      to: { path: `^${root}/` },
    },
  ];
}

module.exports = {
  forbidden: [
    ...floors(
      'apps/api/src',
      ['migrations'],
      ['mails'],
      ['result-waiter', 'identity', 'catalogue', 'work-records', 'administration', 'ledger'],
      ['agencies', 'businesses', 'duty-suggestions', 'assignment-plans', 'files', 'events-feed'],
      ['assistants', 'needs', 'suggestions', 'commission', 'archives'],
      ['training', 'booked-funds'],
      ['clearances', 'agreements'],
      ['proposals', 'bookings', 'hour-packs'],
      ['time-entries', 'absences', 'access-grants'],
      ['substitutions', 'work-scores'],
      ['engagements', 'invoices', 'reviews', 'records'],
      [
        'payments',
        'refunds',
        'disputes',
        'response-time',
        'conversation',
        'notifications',
        'webhooks',
        'agreement-documents',
        'tax-packs',
        'record-imports',
        'calendars',
        'erasures',
        'dunning',
        'data-exports',
        'words-retention',
      ],
      [
        'outside-messages',
        'channel-switches',
        'thread-exports',
        'suggestion-requests',
        'suggestion-effects',
        'money-reports',
        'mailboxes',
        'card-payments',
        'suspension-refunds',
        'today',
      ],
      ['organisation-closing'],
    ),
    ...floors(
      'libs/platform/src',
      ['processes', 'csv', 'json', 'pdf', 'clock', 'validation'],
      ['tracing'],
      ['config', 'database', 'tables'],
      ['scheduling'],
      ['outbound'],
      ['security', 'messaging', 'mail', 'files'],
      ['http'],
      ['endpoints', 'testing'],
    ),
    ...floors(
      'apps/matcher/src',
      ['migrations', 'search'],
      ['supply'],
      ['catalogue'],
      ['ranking', 'suggesting'],
      ['assigning'],
    ),
    ...floors(
      'libs/domain/src',
      ['time', 'billing/money', 'billing/vat', 'capability'],
      [
        'catalogue',
        'organisation',
        'billing/pricing',
        'billing/verifactu',
        'notification',
        'webhook',
        'erasure',
        'own-data',
      ],
      ['supply', 'safety', 'need', 'absence', 'access-grant', 'outside-calendar', 'mailbox'],
      ['booking', 'matching'],
      ['proposal', 'response-time'],
      ['suggestion'],
      ['responsibilities/agreement'],
      ['responsibilities/work'],
      ['responsibilities/hours'],
      ['responsibilities/substitution'],
      ['billing/invoicing', 'billing/dunning', 'review', 'conversation'],
      ['billing/ledger', 'billing/payments', 'dispute', 'records'],
    ),
    ...floors(
      'libs/knowledge/src',
      ['files'],
      ['catalogue', 'charts', 'checklists', 'holidays', 'lessons', 'rates'],
      ['suggesting'],
    ),
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain knows itself, what text is, calendar arithmetic, and how VAT ids are made; nothing else.',
      severity: 'error',
      from: { path: '^libs/domain/src', pathNot: specs },
      to: {
        pathNot: [anyOf('libs/domain/src', 'libs/text/src'), npm('temporal-polyfill', 'temporal-spec', 'jsvat-next')],
      },
    },
    {
      name: 'text-knows-no-one',
      comment: 'What text is, said once for whoever takes, decides or stores some.',
      severity: 'error',
      from: { path: '^libs/text/src', pathNot: [specs, '/testing/'] },
      to: { pathNot: [anyOf('libs/text/src'), '^(node:)?url$'] },
    },
    {
      name: 'knowledge-knows-domain-alone',
      comment:
        'Files that translators edit, and the engine that reads them: of the code around it, it knows the words of the domain.',
      severity: 'error',
      from: { path: '^libs/knowledge/src', pathNot: specs },
      to: {
        pathNot: [anyOf('libs/knowledge/src', 'libs/domain/src'), '^(node:)?(fs|path)$', npm('snowball-stemmers')],
      },
    },
    {
      name: 'calls-go-out-by-one-way',
      comment:
        'What can call others is known to who does so by `calledOut`: each call is a span there, and carries no trace.',
      severity: 'error',
      from: {
        path: '^(apps/(api|matcher)|libs/platform)/src',
        pathNot: [
          specs,
          '/(testing|specimen)/',
          '^libs/platform/src/(outbound|files|mail|messaging/kafka)/',
          '^apps/api/src/mailboxes/imap-reader\\.ts$',
          // It puts mails together, and sends none.
          '^apps/api/src/thread-exports/thread-mbox\\.ts$',
        ],
      },
      to: {
        path: ['^(node:)?(https|http2|tls)$', npm('undici', 'imapflow', 'nodemailer', 'aws4fetch')],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-text-engine-in-the-api',
      comment: 'Phrases, concepts and the engine are what the matcher loads, and the api does without.',
      severity: 'error',
      from: { path: '^apps/api/src' },
      to: { path: '^libs/knowledge/src/suggesting' },
    },
    {
      name: 'contracts-know-no-one',
      severity: 'error',
      from: { path: '^libs/contracts/src', pathNot: specs },
      to: {
        pathNot: [
          anyOf('libs/contracts/src', 'libs/text/src'),
          npm('class-validator', 'class-transformer', '@nestjs/swagger', '@nestjs/common', 'reflect-metadata'),
        ],
      },
    },
    {
      name: 'platform-knows-no-product',
      comment:
        'Of the domain the platform may see how it refuses. Of the contracts it may see the envelope, the errors, and the ' +
        'events about messages themselves: dead letters and their replay are what it makes, not what the product is about.',
      severity: 'error',
      from: { path: '^libs/platform/src', pathNot: specs },
      to: {
        path: anyOf('libs/(?!platform/)'),
        pathNot: anyOf(
          'libs/domain/src/domain-error\\.ts$',
          'libs/text/src/',
          'libs/contracts/src/(envelope|errors)\\.ts$',
          'libs/contracts/src/events/message-events\\.ts$',
        ),
      },
    },
    {
      name: 'access-knows-the-platform-alone',
      comment: "The marketplace's roles, scopes and actors, said once, in the words that the platform has for them.",
      severity: 'error',
      from: { path: '^libs/marketplace-access/src', pathNot: specs },
      to: { pathNot: anyOf('libs/(marketplace-access|platform)/src') },
    },
    {
      name: 'libraries-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: anyOf('apps/', 'tools/') },
    },
    {
      name: 'apps-know-not-each-other',
      severity: 'error',
      from: { path: '^apps/(api|matcher)/src', pathNot: specs },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'apps-need-no-tools',
      severity: 'error',
      from: { path: '^apps/', pathNot: specs },
      to: { path: '^tools/' },
    },
    {
      name: 'features-meet-through-exported-services',
      comment: 'A feature reaches into another only through its module and the services that the module exports.',
      severity: 'error',
      from: { path: '^apps/(api|matcher)/src/([^/]+)/', pathNot: specs },
      to: {
        path: '^apps/$1/src/[^/]+/[^/]+\\.(controller|row|events|projection|policies)\\.ts$',
        pathNot: '^apps/$1/src/$2/',
      },
    },
    {
      name: 'all-in-one-only-composes',
      severity: 'error',
      from: { path: '^apps/all-in-one/src', pathNot: specs },
      to: { path: '^libs/domain/' },
    },
    {
      name: 'the-page-knows-the-client-alone',
      comment: 'It talks to nothing but the public API, with the types of its document.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(apps|libs|tools)/', pathNot: '^(apps/web|libs/client)/' },
    },
    {
      name: 'the-client-stands-alone',
      severity: 'error',
      from: { path: '^libs/client/', pathNot: '^libs/client/src/command-line/' },
      to: { pathNot: ['^libs/client/src/(?!command-line/)', npm('openapi-fetch', 'openapi-typescript-helpers')] },
    },
    {
      name: 'the-command-line-knows-the-client-alone',
      severity: 'error',
      from: { path: '^libs/client/src/command-line/' },
      to: {
        pathNot: [
          '^libs/client/src/',
          '^(node:)?(fs|os|path|readline/promises|stream|stream/promises|timers/promises|util)$',
        ],
      },
    },
    {
      name: 'no-development-packages-at-run-time',
      severity: 'error',
      // The page is bundled by the build: nothing of it is loaded while a service runs.
      from: { path: '^(apps|libs)/', pathNot: [specs, '/testing/', '^apps/web/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'nothing-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The MCP server is a package of its own, with packages of its own.
    exclude: { path: '^dist/|^libs/mcp/|^(apps|tools)/.+/node_modules/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    // The first condition is ours: package.json says with it which source a `#name` was compiled from.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['ajudant-source', 'import', 'node', 'default', 'types'],
    },
  },
};
