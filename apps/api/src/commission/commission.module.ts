import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { CommissionRates } from './commission-rates.js';
import { CommissionController } from './commission.controller.js';

@Module({
  imports: [AgenciesModule],
  controllers: [CommissionController],
  providers: [CommissionRates],
  exports: [CommissionRates],
})
export class CommissionModule {}
