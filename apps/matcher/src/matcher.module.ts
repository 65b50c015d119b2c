import { DatabaseModule } from '#platform/database';
import { type JournalCare, MessagingModule } from '#platform/messaging';
import { type DynamicModule, Module } from '@nestjs/common';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { AssigningModule } from './assigning/assigning.module.js';
import { MatcherDatabase } from './matcher-database.js';
import { RankingModule } from './ranking/ranking.module.js';
import type { SuggesterSettings } from './suggesting/suggester.js';
import { SuggestingModule } from './suggesting/suggesting.module.js';
import { SupplyModule } from './supply/supply.module.js';

export interface MatcherSettings extends SuggesterSettings {
  readonly databaseUrl: string;
  readonly databasePoolSize: number;
  /** Where the supply is kept for a quick start; null for nowhere. */
  readonly snapshotFolder: string | null;
  /** Where reference rates of currencies are read daily, a path or an address; nowhere unless said. */
  readonly ratesSource?: string | null;
  /** What is done about the journal beside filling it; nothing unless said. */
  readonly journalCare?: JournalCare;
}

/** The matcher: it hears of supply, needs and words over events, and answers with events. Main brings the transport. */
@Module({})
export class MatcherModule {
  static forRoot(settings: MatcherSettings): DynamicModule {
    return {
      module: MatcherModule,
      imports: [
        DatabaseModule.forApp(
          { schema: 'matcher', url: settings.databaseUrl, entities: [], poolSize: settings.databasePoolSize },
          MatcherDatabase,
        ),
        MessagingModule.forApp('matcher', settings.journalCare),
        CatalogueModule,
        SupplyModule.keptIn(settings.snapshotFolder, settings.ratesSource),
        RankingModule,
        AssigningModule,
        SuggestingModule.with(settings),
      ],
    };
  }
}
