import { Module } from '@nestjs/common';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { AskRefundHandler } from './ask-refund.js';
import { DepositReferences } from './deposit-references.js';
import { DepositsController } from './deposits.controller.js';
import { MoveRefundHandler } from './move-refund.js';
import { RefundNews } from './refund-news.js';
import { RefundStore } from './refund.store.js';
import { RefundOrdersController, RefundsController } from './refunds.controller.js';

@Module({
  imports: [InvoicesModule, LedgerModule],
  controllers: [DepositsController, RefundOrdersController, RefundsController],
  providers: [AskRefundHandler, DepositReferences, MoveRefundHandler, RefundNews, RefundStore],
  exports: [RefundNews, RefundStore],
})
export class RefundsModule {}
