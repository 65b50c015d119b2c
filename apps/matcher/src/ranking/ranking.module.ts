import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { NeedsToRank } from './needs-to-rank.js';
import { PrepareShortlist } from './prepare-shortlist.js';
import { Ranking } from './ranking.js';
import { SuggestionRecords } from './suggestion-records.js';

@Module({
  imports: [CatalogueModule],
  providers: [NeedsToRank, PrepareShortlist, Ranking, SuggestionRecords],
  exports: [Ranking],
})
export class RankingModule {}
