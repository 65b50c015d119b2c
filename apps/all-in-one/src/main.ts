import { applyEnvFile, tokenSecretOf } from '#platform/config';
import { EmbeddedDatabase } from '#platform/database';
import { createHttpApp, httpOptionsOf, ownCallHeader, ReadinessRegistry, serve } from '#platform/http';
import { argumentsOf, orExplain } from '#platform/processes';
import { newSecret } from '#platform/security';
import { join } from 'node:path';
import { apiSettingsFrom } from '../../api/src/api-from-config.js';
import { migrateApi } from '../../api/src/data-source.js';
import { migrateMatcher } from '../../matcher/src/data-source.js';
import { loadAllInOneConfig } from './all-in-one-config.js';
import { AllInOneModule } from './all-in-one.module.js';
import {
  demoAdministrator,
  DemoClient,
  demoPassword,
  demoPlan,
  ensureDemoData,
  printWelcome,
} from './demo-data/index.js';

const startedAt = Date.now();
const step = (text: string): void => {
  console.log(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${text}`);
};

argumentsOf(
  'npm start: all of Ajudant in one process, until Ctrl-C. .env.example has the variables that it reads.',
  {},
);
applyEnvFile();
const { api: config, matcher: matcherConfig, demo: demoConfig } = loadAllInOneConfig(process.env);
await orExplain(start);

async function start(): Promise<void> {
  const embedded = config.databaseUrl === null ? await startEmbedded() : null;
  const databaseUrl = config.databaseUrl ?? embedded!.url;
  const ownerUrl = config.migrationsDatabaseUrl ?? databaseUrl;
  const migrated = [
    ...(await migrateApi({ ownerUrl, appUrl: databaseUrl })),
    ...(await migrateMatcher({ ownerUrl, appUrl: databaseUrl })),
  ];
  step(migrated.length === 0 ? 'the database is up to date' : `${migrated.length} migrations have run`);
  const given = apiSettingsFrom(config, databaseUrl, await tokenSecretOf(config));
  const plan = demoPlan({ ...config, ...demoConfig });
  const settings = {
    ...given,
    administrator: given.administrator ?? (plan.isWanted ? demoAdministrator : null),
    // What an earlier start made for a demo isn't a way in where there is to be none.
    knownPasswords: plan.isWanted ? [] : [demoPassword],
  };
  const ofMatcher = {
    snapshotFolder: matcherConfig.snapshotDir ?? join(config.dataDir, 'supply'),
    englishEncoder: matcherConfig.englishEncoder === 'on',
    journalCare: matcherConfig.journalCare,
  };
  const ownCalls = newSecret('ajo_');
  const app = await createHttpApp(AllInOneModule.around(settings, embedded, ofMatcher), {
    ...httpOptionsOf('all-in-one', config, ownCalls),
    logLevel: config.logLevel ?? 'warn',
  });
  let demoIsComplete = !plan.isWanted;
  app.get(ReadinessRegistry).register('demo data', async () => (demoIsComplete ? null : 'being filled in'));
  await serve(app, config);
  const url = await app.getUrl();
  step(`listening on ${url}`);
  if (plan.isWanted && settings.administrator !== null) {
    await ensureDemoData(new DemoClient(url, { [ownCallHeader]: ownCalls }), settings.administrator, step);
    demoIsComplete = true;
  }
  step('ready');
  printWelcome(url, plan.isWanted ? settings.administrator : null);
  if (plan.warning !== null) console.warn(`Warning: ${plan.warning}`);
}

function startEmbedded(): Promise<EmbeddedDatabase> {
  return EmbeddedDatabase.start({
    dataDir: config.dataDir,
    database: 'ajudant',
    durability: 'durable',
    onProgress: step,
  });
}
