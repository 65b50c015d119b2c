import { marketplace } from '#access';
import { demand, moneyOf } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { BankReceiptStore, isNobodys } from '../payments/bank-receipt.store.js';

export class SettleByService extends commandOf<Call & { receiptId: string }, void>() {}

/** An administrator says of a receipt that the payment service has passed it on from what lay with it: it is nobody's deposit. */
@CommandHandler(SettleByService)
export class SettleByServiceHandler implements ICommandHandler<SettleByService> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly receipts: BankReceiptStore,
    private readonly ledger: LedgerBook,
  ) {}

  async execute({ receiptId, now }: SettleByService): Promise<void> {
    await this.database.transaction(marketplace, async (tx) => {
      const receipt = await this.receipts.lock(tx, receiptId);
      demand(isNobodys(receipt), 'receipt.already-assigned');
      await this.receipts.noteSettled(tx, receiptId, now);
      const amount = moneyOf(BigInt(receipt.amountMinor), receipt.currency);
      await this.ledger.post({ type: 'serviceSettled', receiptId, amount }, now);
    });
  }
}
