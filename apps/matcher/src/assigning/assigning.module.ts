import { Module } from '@nestjs/common';
import { RankingModule } from '../ranking/ranking.module.js';
import { OpenNeedStore } from './open-need.store.js';
import { PlansAsked } from './plans-asked.js';
import { PrepareAssignmentPlan } from './prepare-assignment-plan.js';

@Module({ imports: [RankingModule], providers: [OpenNeedStore, PlansAsked, PrepareAssignmentPlan] })
export class AssigningModule {}
