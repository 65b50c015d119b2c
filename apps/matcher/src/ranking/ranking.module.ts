import { Module } from '@nestjs/common';
import { NeedsToRank } from './needs-to-rank.js';
import { PrepareShortlist } from './prepare-shortlist.js';

@Module({ providers: [NeedsToRank, PrepareShortlist] })
export class RankingModule {}
