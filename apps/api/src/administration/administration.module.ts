import { Module } from '@nestjs/common';
import { AskDiscardHandler } from './ask-discard.js';
import { AskReplayHandler } from './ask-replay.js';
import { DeadLettersController } from './dead-letters.controller.js';
import { DeadLettersProjection } from './dead-letters.projection.js';
import { FiguresController } from './figures.controller.js';
import { JournalController } from './journal.controller.js';
import { KnownDeadLetterStore } from './known-dead-letter.store.js';
import { MarketplaceMetrics } from './marketplace-metrics.js';
import { ReadFigures } from './read-figures.js';

@Module({
  controllers: [DeadLettersController, FiguresController, JournalController],
  providers: [
    KnownDeadLetterStore,
    DeadLettersProjection,
    AskReplayHandler,
    AskDiscardHandler,
    MarketplaceMetrics,
    ReadFigures,
  ],
})
export class AdministrationModule {}
