import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { BuyingPacks } from './buying-packs.js';
import { HourPackStore } from './hour-pack.store.js';
import { HourPacks } from './hour-packs.js';
import { HourPacksController } from './hour-packs.controller.js';

@Module({
  imports: [AgreementsModule, WorkRecordsModule],
  controllers: [HourPacksController],
  providers: [HourPackStore, HourPacks, BuyingPacks],
  exports: [HourPackStore, HourPacks],
})
export class HourPacksModule {}
