import { createHttpApp } from '#platform/http';
import { type EventTransport, eventTransportToken, PostgresJournalTransport } from '#platform/messaging';
import { testDatabase } from '#platform/testing';
import { Global, Module } from '@nestjs/common';
import { ApiModule } from '../../../api/src/api.module.js';
import { migrateApi } from '../../../api/src/data-source.js';
import { AdjustableClock } from '../../../api/src/testing/adjustable-clock.js';
import { noMail, TestApi, testApiSettings } from '../../../api/src/testing/test-api.js';
import { migrateMatcher } from '../../../matcher/src/data-source.js';
import { MatcherModule } from '../../../matcher/src/matcher.module.js';
import { Suggester } from '../../../matcher/src/suggesting/suggester.js';

/** Api and matcher over one database and the transport of the all-in-one. */
export async function testMarketplace(transport: EventTransport = new PostgresJournalTransport()): Promise<TestApi> {
  const database = await testDatabase({
    template: 'marketplace',
    migrate: async (ownerUrl) => {
      await migrateApi({ ownerUrl });
      await migrateMatcher({ ownerUrl });
    },
  });
  const clock = new AdjustableClock();

  @Global()
  @Module({
    imports: [
      ApiModule.forRoot({ ...testApiSettings, mail: noMail(), databaseUrl: database.url }),
      MatcherModule.forRoot({
        databaseUrl: database.url,
        databasePoolSize: 10,
        snapshotFolder: null,
        learnEveryMs: 0,
      }),
    ],
    providers: [{ provide: eventTransportToken, useValue: transport }],
    exports: [eventTransportToken],
  })
  class TestMarketplaceModule {}

  const app = await createHttpApp(TestMarketplaceModule, { service: 'marketplace', clock });
  await app.listen({ port: 0, host: '127.0.0.1' });
  // Whoever asks waits for five seconds; on a busy machine the search index takes longer, once.
  await app.get(Suggester, { strict: false }).suggest('inbox', 'en');
  return new TestApi(app, clock, database.url, database);
}
