import { variablesOfServices } from '#access';
import { applyEnvFile, loadConfig, orExit } from '#platform/config';
import { createHttpApp, httpOptionsOf, serve } from '#platform/http';
import { eventTransportToken } from '#platform/messaging';
import { kafkaSettingsOf, KafkaTransport } from '#platform/messaging/kafka';
import { argumentsOf, orExplain } from '#platform/processes';
import { startTracing } from '#platform/tracing';
import { Global, Module } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import { ApiConfig } from './api-config.js';
import { apiSettingsFrom } from './api-from-config.js';
import { ApiModule } from './api.module.js';
import { migrateApi } from './data-source.js';

argumentsOf(
  'npm run start:api: the API alone, which needs DATABASE_URL, KAFKA_BROKERS and AJUDANT_TOKEN_SECRET. .env.example has all variables.',
  {},
);
/** Where the build puts the page. */
const pageFolder = fileURLToPath(new URL('../../web', import.meta.url));

applyEnvFile();
const config = loadConfig(ApiConfig, process.env, {
  required: ['databaseUrl', 'tokenSecret', 'kafkaBrokers'],
  alsoKnown: variablesOfServices,
});

const transport = new KafkaTransport(orExit(() => kafkaSettingsOf('ajudant-api', config)));

@Global()
@Module({
  imports: [ApiModule.forRoot(apiSettingsFrom(config, config.databaseUrl, config.tokenSecret))],
  providers: [{ provide: eventTransportToken, useValue: transport }],
  exports: [eventTransportToken],
})
class ApiService {}

await orExplain(async () => {
  await startTracing('ajudant-api', config);
  await migrateApi({ ownerUrl: config.migrationsDatabaseUrl ?? config.databaseUrl, appUrl: config.databaseUrl });
  await serve(await createHttpApp(ApiService, { ...httpOptionsOf('api', config), pageFolder }), config);
});
