import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { Ageing } from './ageing.js';
import { Earnings } from './earnings.js';
import { MarketplaceMoney } from './marketplace-money.js';
import { MoneyReportsController } from './money-reports.controller.js';
import { Reconciliation } from './reconciliation.js';
import { Spending } from './spending.js';

@Module({
  imports: [AgreementsModule, PaymentsModule],
  controllers: [MoneyReportsController],
  providers: [Ageing, Earnings, MarketplaceMoney, Reconciliation, Spending],
})
export class MoneyReportsModule {}
