import { Module } from '@nestjs/common';
import { DutyMinutes } from './duty-minutes.js';
import { ImportedDutiesProjection } from './imported-duties.projection.js';
import { ImportedDutyStore } from './imported-duty.store.js';

@Module({
  providers: [DutyMinutes, ImportedDutyStore, ImportedDutiesProjection],
  exports: [DutyMinutes, ImportedDutyStore],
})
export class CatalogueModule {}
