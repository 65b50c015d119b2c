import { variablesOfServices } from '#access';
import { applyEnvFile, loadConfig, ServiceConfig } from '#platform/config';
import { argumentsOf, orExplain } from '#platform/processes';
import { migrateApi } from '../../apps/api/src/data-source.js';
import { migrateMatcher } from '../../apps/matcher/src/data-source.js';

/** `npm run migrate`: brings the schemas in DATABASE_URL up to date as their owner, and starts nothing. */
argumentsOf('npm run migrate: brings the schemas in DATABASE_URL up to date as their owner, and starts nothing.', {});
applyEnvFile();
const config = loadConfig(ServiceConfig, process.env, { required: ['databaseUrl'], alsoKnown: variablesOfServices });
const urls = { ownerUrl: config.migrationsDatabaseUrl ?? config.databaseUrl, appUrl: config.databaseUrl };

await orExplain(async () => {
  for (const [schema, migrate] of [['api', migrateApi] as const, ['matcher', migrateMatcher] as const]) {
    const ran = await migrate(urls);
    for (const name of ran) console.log(`${schema}: ${name} has run`);
    console.log(`${schema}: ${ran.length === 0 ? 'was up to date' : 'is up to date'}`);
  }
});
