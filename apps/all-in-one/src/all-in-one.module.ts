import type { EmbeddedDatabase } from '#platform/database/embedded';
import { eventTransportToken, PostgresJournalTransport } from '#platform/messaging';
import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ApiModule } from '../../api/src/api.module.js';
import type { ApiSettings } from '../../api/src/api-settings.js';
import { MatcherModule, type MatcherSettings } from '../../matcher/src/matcher.module.js';

/** Api and matcher in one process, with PostgreSQL's journals in the place of a broker. */
@Global()
@Module({})
export class AllInOneModule {
  static around(
    settings: ApiSettings,
    embedded: EmbeddedDatabase | null,
    ofMatcher: Omit<MatcherSettings, 'databaseUrl' | 'databasePoolSize'>,
  ): DynamicModule {
    return {
      module: AllInOneModule,
      imports: [
        ApiModule.forRoot(settings),
        MatcherModule.forRoot({
          databaseUrl: settings.databaseUrl,
          databasePoolSize: settings.databasePoolSize,
          ...ofMatcher,
        }),
      ],
      providers: [
        { provide: eventTransportToken, useValue: new PostgresJournalTransport() },
        { provide: 'closing the embedded database', useValue: new EmbeddedDatabaseClosing(embedded) },
      ],
      exports: [eventTransportToken],
    };
  }
}

/** The database goes last, when no pool needs it any more. */
class EmbeddedDatabaseClosing implements OnApplicationShutdown {
  constructor(private readonly embedded: EmbeddedDatabase | null) {}

  async onApplicationShutdown(): Promise<void> {
    await this.embedded?.stop();
  }
}
