import { Module } from '@nestjs/common';
import { AgencyBankAccountsController } from './agency-bank-accounts.controller.js';
import { AgencyBankAccountStore } from './agency-bank-account.store.js';
import { AgencyDues } from './agency-dues.js';
import { AssignReceiptHandler } from './assign-receipt.js';
import { BankFeesController } from './bank-fees.controller.js';
import { BankReceiptStore } from './bank-receipt.store.js';
import { BankTransferStore } from './bank-transfer.store.js';
import { BankReceiptsController } from './bank-receipts.controller.js';
import { CallOffPayoutHandler } from './call-off-payout.js';
import { ImportStatementHandler } from './import-statement.js';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { MakePayoutBatchHandler } from './make-payout-batch.js';
import { NoteBankFeeHandler } from './note-bank-fee.js';
import { PaymentServiceTasks } from './payment-service-tasks.js';
import { PayoutNews } from './payout-news.js';
import { PayoutStore } from './payout.store.js';
import { PayoutTransfers } from './payout-transfers.js';
import { PayoutsController } from './payouts.controller.js';
import { ReturnPayoutHandler } from './return-payout.js';
import { SendPayoutBatchHandler } from './send-payout-batch.js';
import { TakeRepaymentHandler } from './take-repayment.js';
import { UnassignReceiptHandler } from './unassign-receipt.js';
import { StatementReader } from './statement-reader.js';

@Module({
  imports: [InvoicesModule, LedgerModule],
  controllers: [AgencyBankAccountsController, BankFeesController, BankReceiptsController, PayoutsController],
  providers: [
    AgencyBankAccountStore,
    AgencyDues,
    AssignReceiptHandler,
    BankReceiptStore,
    BankTransferStore,
    CallOffPayoutHandler,
    ImportStatementHandler,
    MakePayoutBatchHandler,
    NoteBankFeeHandler,
    PaymentServiceTasks,
    PayoutNews,
    PayoutStore,
    PayoutTransfers,
    ReturnPayoutHandler,
    SendPayoutBatchHandler,
    StatementReader,
    TakeRepaymentHandler,
    UnassignReceiptHandler,
  ],
  exports: [AgencyDues, BankReceiptStore, PaymentServiceTasks, PayoutNews, PayoutStore, PayoutTransfers],
})
export class PaymentsModule {}
