import { marketplace } from '#access';
import { type AgencyId, demand, demandOwing, moneyOf } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { AgencyDues } from './agency-dues.js';
import { BankReceiptStore, isNobodys } from './bank-receipt.store.js';

export class TakeRepayment extends commandOf<Call & { receiptId: string; agencyId: string }, void>() {}

/** An administrator says of a receipt that an agency has paid back by it what it owed; the next batch of payouts sets it off. */
@CommandHandler(TakeRepayment)
export class TakeRepaymentHandler implements ICommandHandler<TakeRepayment> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly receipts: BankReceiptStore,
    private readonly dues: AgencyDues,
    private readonly ledger: LedgerBook,
  ) {}

  async execute({ receiptId, now, ...command }: TakeRepayment): Promise<void> {
    const agencyId = command.agencyId as AgencyId;
    await this.database.transaction(marketplace, async (tx) => {
      const receipt = await this.receipts.lock(tx, receiptId);
      demand(isNobodys(receipt), 'receipt.already-assigned');
      await this.receipts.demandAgency(tx, agencyId);
      const { currency } = receipt;
      const [debt] = await this.dues.debts(tx, [currency], agencyId);
      demandOwing(debt ? moneyOf(BigInt(debt.owesMinor), currency) : null);
      await this.receipts.noteRepayment(tx, receiptId, agencyId, now);
      const amount = moneyOf(BigInt(receipt.amountMinor), currency);
      const assignmentId = receipt.assignmentId ?? receiptId;
      await this.ledger.post({ type: 'agencyPaidBack', receiptId, assignmentId, agencyId, amount }, now);
    });
  }
}
