import { Module } from '@nestjs/common';
import { SupplyModule } from '../supply/supply.module.js';
import { NeedsToRank } from './needs-to-rank.js';
import { PrepareShortlist } from './prepare-shortlist.js';

@Module({ imports: [SupplyModule], providers: [NeedsToRank, PrepareShortlist] })
export class RankingModule {}
