import { applyEnvFile, tokenSecretOf } from '#platform/config';
import { EmbeddedDatabase } from '#platform/database';
import { createHttpApp, httpOptionsOf, ReadinessRegistry, serve } from '#platform/http';
import { orExplain } from '#platform/processes';
import { join } from 'node:path';
import { apiSettingsFrom } from '../../api/src/api-from-config.js';
import { migrateApi } from '../../api/src/data-source.js';
import { migrateMatcher } from '../../matcher/src/data-source.js';
import { loadAllInOneConfig } from './all-in-one-config.js';
import { AllInOneModule } from './all-in-one.module.js';
import { demoAdministrator, ensureDemoData, printWelcome } from './demo-data/index.js';

const startedAt = Date.now();
const step = (text: string): void => {
  console.log(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${text}`);
};

applyEnvFile();
const { api: config, matcher: matcherConfig } = loadAllInOneConfig(process.env);
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
  const settings = { ...given, administrator: given.administrator ?? demoAdministrator };
  const ofMatcher = {
    snapshotFolder: matcherConfig.snapshotDir ?? join(config.dataDir, 'supply'),
    englishEncoder: matcherConfig.englishEncoder === 'on',
    journalCare: matcherConfig.journalCare,
  };
  const app = await createHttpApp(AllInOneModule.around(settings, embedded, ofMatcher), {
    ...httpOptionsOf('all-in-one', config),
    logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel,
  });
  let demoIsComplete = false;
  app.get(ReadinessRegistry).register('demo data', async () => (demoIsComplete ? null : 'being filled in'));
  await serve(app, config);
  const url = await app.getUrl();
  step(`listening on ${url}`);
  await ensureDemoData(url, settings.administrator, step);
  demoIsComplete = true;
  step('ready');
  printWelcome(url, settings.administrator);
}

function startEmbedded(): Promise<EmbeddedDatabase> {
  return EmbeddedDatabase.start({
    dataDir: config.dataDir,
    database: 'ajudant',
    durability: 'durable',
    onProgress: step,
  });
}
