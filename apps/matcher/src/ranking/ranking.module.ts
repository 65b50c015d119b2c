import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { NeedsToRank } from './needs-to-rank.js';
import { PrepareShortlist } from './prepare-shortlist.js';
import { Ranking } from './ranking.js';

@Module({
  imports: [CatalogueModule],
  providers: [NeedsToRank, PrepareShortlist, Ranking],
  exports: [Ranking],
})
export class RankingModule {}
