import { variablesOfServices } from '#access';
import { applyEnvFile, loadConfig, orExit } from '#platform/config';
import { createHttpApp, httpOptionsOf, serve } from '#platform/http';
import { eventTransportToken } from '#platform/messaging';
import { kafkaSettingsOf, KafkaTransport } from '#platform/messaging/kafka';
import { argumentsOf, orExplain } from '#platform/processes';
import { startTracing } from '#platform/tracing';
import { Global, Module } from '@nestjs/common';
import { migrateMatcher } from './data-source.js';
import { MatcherConfig } from './matcher-config.js';
import { MatcherModule } from './matcher.module.js';

argumentsOf(
  'npm run start:matcher: a matcher alone, which needs DATABASE_URL and KAFKA_BROKERS. .env.example has all variables.',
  {},
);
applyEnvFile();
const config = loadConfig(MatcherConfig, process.env, {
  required: ['databaseUrl', 'kafkaBrokers'],
  alsoKnown: variablesOfServices,
});

const transport = new KafkaTransport(orExit(() => kafkaSettingsOf('ajudant-matcher', config)));

@Global()
@Module({
  imports: [
    MatcherModule.forRoot({
      databaseUrl: config.databaseUrl,
      databasePoolSize: config.databasePoolSize,
      snapshotFolder: config.snapshotDir,
      ratesSource: config.ratesSource,
      journalCare: config.journalCare,
    }),
  ],
  providers: [{ provide: eventTransportToken, useValue: transport }],
  exports: [eventTransportToken],
})
class MatcherService {}

await orExplain(async () => {
  await startTracing('ajudant-matcher', config);
  await migrateMatcher({ ownerUrl: config.migrationsDatabaseUrl ?? config.databaseUrl, appUrl: config.databaseUrl });
  // Nobody sends it requests that could be lost.
  await serve(await createHttpApp(MatcherService, httpOptionsOf('matcher', config)), { ...config, drainSeconds: 0 });
});
