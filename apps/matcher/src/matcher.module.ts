import { DatabaseModule } from '#platform/database';
import { MessagingModule } from '#platform/messaging';
import { type DynamicModule, Module } from '@nestjs/common';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { AssigningModule } from './assigning/assigning.module.js';
import { RankingModule } from './ranking/ranking.module.js';
import { SuggestingModule } from './suggesting/suggesting.module.js';
import { SupplyModule } from './supply/supply.module.js';

export interface MatcherSettings {
  readonly databaseUrl: string;
  readonly databasePoolSize: number;
  /** Where the supply is kept for a quick start; null for nowhere. */
  readonly snapshotFolder: string | null;
  /** Days after which events that every reader has read may be dropped; 0, or nothing, keeps all. */
  readonly journalRetentionDays?: number;
  /** Whether English sentences are compared by their meaning too; it takes memory. */
  readonly englishEncoder: boolean;
}

/** The matcher: it hears of supply, needs and words over events, and answers with events. Main brings the transport. */
@Module({})
export class MatcherModule {
  static forRoot(settings: MatcherSettings): DynamicModule {
    return {
      module: MatcherModule,
      imports: [
        DatabaseModule.forApp({
          schema: 'matcher',
          url: settings.databaseUrl,
          entities: [],
          poolSize: settings.databasePoolSize,
        }),
        MessagingModule.forApp('matcher', settings.journalRetentionDays),
        CatalogueModule,
        SupplyModule.keptIn(settings.snapshotFolder),
        RankingModule,
        AssigningModule,
        SuggestingModule.with({ englishEncoder: settings.englishEncoder }),
      ],
    };
  }
}
