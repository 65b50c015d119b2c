import { marketplace } from '#access';
import { type BusinessId, demand, moneyOf } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { InvoicePayments } from '../invoices/invoice-payments.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { BankReceiptStore, isNobodys } from './bank-receipt.store.js';

export class AssignReceipt extends commandOf<
  Call & { receiptId: string; businessId: string; invoiceIds: readonly string[] },
  void
>() {}

/** An administrator says whose a receipt is; it pays the invoices that are named, and then the oldest. */
@CommandHandler(AssignReceipt)
export class AssignReceiptHandler implements ICommandHandler<AssignReceipt> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly receipts: BankReceiptStore,
    private readonly payments: InvoicePayments,
    private readonly ledger: LedgerBook,
  ) {}

  async execute({ receiptId, invoiceIds, now, ...command }: AssignReceipt): Promise<void> {
    const businessId = command.businessId as BusinessId;
    await this.database.transaction(marketplace, async (tx) => {
      const receipt = await this.receipts.lock(tx, receiptId);
      demand(isNobodys(receipt), 'receipt.already-assigned');
      await this.receipts.demandBusiness(tx, businessId);
      const amount = moneyOf(BigInt(receipt.amountMinor), receipt.currency);
      await this.receipts.noteAssigned(tx, receiptId, businessId, now);
      const assignmentId = receipt.assignmentId ?? receiptId;
      await this.ledger.post({ type: 'receiptAssigned', receiptId, assignmentId, businessId, amount }, now);
      await this.payments.settle(businessId, receipt.currency, new Set(invoiceIds), now);
    });
  }
}
