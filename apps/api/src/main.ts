import { applyEnvFile, loadConfig } from '#platform/config';
import { createHttpApp, httpOptionsOf, serve } from '#platform/http';
import { eventTransportToken, KafkaTransport } from '#platform/messaging';
import { orExplain } from '#platform/processes';
import { Global, Module } from '@nestjs/common';
import { ApiConfig } from './api-config.js';
import { apiSettingsFrom } from './api-from-config.js';
import { ApiModule } from './api.module.js';
import { migrateApi } from './data-source.js';

applyEnvFile();
const config = loadConfig(ApiConfig, process.env, { required: ['databaseUrl', 'tokenSecret', 'kafkaBrokers'] });

const transport = new KafkaTransport({
  brokers: config.kafkaBrokers,
  clientId: 'ajudant-api',
  partitions: config.kafkaPartitions,
});

@Global()
@Module({
  imports: [ApiModule.forRoot(apiSettingsFrom(config, config.databaseUrl, config.tokenSecret))],
  providers: [{ provide: eventTransportToken, useValue: transport }],
  exports: [eventTransportToken],
})
class ApiService {}

await orExplain(async () => {
  await migrateApi({ ownerUrl: config.migrationsDatabaseUrl ?? config.databaseUrl, appUrl: config.databaseUrl });
  await serve(await createHttpApp(ApiService, httpOptionsOf('api', config)), config);
});
