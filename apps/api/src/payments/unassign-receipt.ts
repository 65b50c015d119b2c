import { marketplace } from '#access';
import { demand, demandTakenBack, moneyOf } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { BankReceiptStore } from './bank-receipt.store.js';

export class UnassignReceipt extends commandOf<Call & { receiptId: string }, void>() {}

/** An administrator has assigned a receipt to the wrong business: it is nobody's again, as long as that business has not spent it. */
@CommandHandler(UnassignReceipt)
export class UnassignReceiptHandler implements ICommandHandler<UnassignReceipt> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly receipts: BankReceiptStore,
    private readonly ledger: LedgerBook,
  ) {}

  async execute({ receiptId, now }: UnassignReceipt): Promise<void> {
    await this.database.transaction(marketplace, async (tx) => {
      const receipt = await this.receipts.lock(tx, receiptId);
      const { businessId, agencyId, currency } = receipt;
      const amount = moneyOf(BigInt(receipt.amountMinor), currency);
      const taken = { assignmentId: receipt.assignmentId ?? receiptId, amount };
      if (agencyId !== null) {
        demand(receipt.payoutId === null, 'receipt.paid-out');
        await this.ledger.post({ type: 'agencyRepaymentUndone', ...taken, agencyId }, now);
      } else {
        demand(businessId !== null, 'receipt.not-assigned');
        await this.ledger.takeTurn(businessId);
        demandTakenBack(amount, await this.ledger.balance(businessId, 'prepaid', currency));
        await this.ledger.post({ type: 'receiptUnassigned', ...taken, businessId }, now);
      }
      await this.receipts.noteUnassigned(tx, receiptId, uuidv7());
    });
  }
}
