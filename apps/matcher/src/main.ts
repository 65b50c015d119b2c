import { applyEnvFile, loadConfig } from '#platform/config';
import { createHttpApp, httpOptionsOf, serve } from '#platform/http';
import { eventTransportToken, KafkaTransport } from '#platform/messaging';
import { orExplain } from '#platform/processes';
import { Global, Module } from '@nestjs/common';
import { migrateMatcher } from './data-source.js';
import { MatcherConfig } from './matcher-config.js';
import { MatcherModule } from './matcher.module.js';

applyEnvFile();
const config = loadConfig(MatcherConfig, process.env, { required: ['databaseUrl', 'kafkaBrokers'] });

const transport = new KafkaTransport({
  brokers: config.kafkaBrokers,
  clientId: 'ajudant-matcher',
  partitions: config.kafkaPartitions,
});

@Global()
@Module({
  imports: [
    MatcherModule.forRoot({
      databaseUrl: config.databaseUrl,
      databasePoolSize: config.databasePoolSize,
      snapshotFolder: config.snapshotDir,
      journalCare: config.journalCare,
      englishEncoder: config.englishEncoder === 'on',
    }),
  ],
  providers: [{ provide: eventTransportToken, useValue: transport }],
  exports: [eventTransportToken],
})
class MatcherService {}

await orExplain(async () => {
  await migrateMatcher({ ownerUrl: config.migrationsDatabaseUrl ?? config.databaseUrl, appUrl: config.databaseUrl });
  await serve(await createHttpApp(MatcherService, httpOptionsOf('matcher', config)), config);
});
