import { readFileSync } from 'node:fs';
import kafkaSuites from './jest.kafka.config.js';
import pageSuites from './jest.page.config.js';
import suites from './jest.config.js';

/** What nobody uses goes: files, exports and packages. Entries are what something outside of the sources starts. */
const { imports, scripts } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** Programs run compiled; `dist/x.js` comes of `x.ts`. */
const sourceOf = (compiled) => compiled.replace(/^(dist|<rootDir>)\//, '').replace(/\.js$/, '.ts');
const started = Object.values(scripts)
  .flatMap((script) => script.match(/dist\/[\w./-]+\.js/g) ?? [])
  .filter((program) => !program.startsWith('dist/libs/client/'));
const ofJest = [suites, kafkaSuites, pageSuites].flatMap(({ runtime, globalSetup, globalTeardown }) => [
  runtime,
  globalSetup,
  globalTeardown,
]);

export default {
  workspaces: {
    '.': {
      entry: [
        ...new Set([...started, ...ofJest].map(sourceOf)),
        // Each service is started by its image, too, and the suggester as a thread.
        'apps/*/src/main.ts',
        'apps/matcher/src/suggesting/suggesting-worker.ts',
        'libs/platform/src/processes/specimen/specimen-worker.ts',
        'apps/api/src/assistants/roster-worker.ts',
        'apps/api/src/calendars/calendar-worker.ts',
        'apps/api/src/catalogue/import-worker.ts',
        'apps/api/src/catalogue/import-parts-worker.ts',
        'apps/api/src/payments/statement-worker.ts',
        'apps/api/src/record-imports/bank-statement-worker.ts',
        'apps/api/src/records/invoice-worker.ts',
        'apps/api/src/testing/mortal-process.ts',
        'apps/api/src/testing/webhook-process.ts',
        'apps/api/src/response-time/enquiry-worker.ts',
        // What `npm run bench:writes` starts.
        'tools/bench/attacks/*.worker.ts',
        'tools/bench/writes/*/{main,*.worker}.ts',
        // What `npm run bench:http-layer` starts.
        'tools/bench/http-layer/contestant.ts',
        // AssemblyScript, compiled by `npm run kernel`.
        'apps/matcher/src/search/kernel/filter-kernel.ts',
        'tools/**/*.mjs',
        '**/*.{spec,int-spec,e2e-spec,kafka-spec,death-spec,page-spec}.ts',
      ],
      project: [
        '{apps,libs,tools}/**/*.{ts,mjs}',
        '!apps/matcher/src/search/kernel/**',
        '!tools/bench/contestants/**',
        // A package of its own, which `npm ci --prefix libs/mcp` installs.
        '!libs/mcp/**',
        '!tools/linters/node_modules/**',
      ],
    },
    // The build makes the specs as well (tools/start/page-specs.mjs).
    'apps/web': {
      entry: ['src/app/first.ts', 'src/**/*.spec.ts', 'build/build-page.mjs'],
      project: ['src/**/*.{ts,tsx}', 'build/*.{ts,mjs}'],
    },
    // What `npm run pack:client` makes a package of.
    'libs/client': { entry: ['src/{index,command-line/main}.ts'], project: ['src/**/*.ts'] },
  },
  paths: Object.fromEntries(Object.entries(imports).map(([name, to]) => [name, [to['ajudant-source']]])),
  // A type that only its own file names still says what the file's other exports take and give.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Java is fetched by whoever runs the suites over Kafka, pgbench and hledger are used where they are, and Vite is the page's own package's.
  ignoreBinaries: ['faketime', 'hledger', 'java', 'pgbench', 'vite'],
  // Their files are read as they are: into pages, and into documents.
  ignoreDependencies: ['axe-core', 'dejavu-fonts-ttf'],
};
