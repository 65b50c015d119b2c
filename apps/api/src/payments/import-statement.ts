import { marketplace } from '#access';
import type { StatementReportDto } from '#contracts';
import { type BusinessId, creditorReferencesIn, type Currency, matchReceipt, moneyOf } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { InvoicePayments } from '../invoices/invoice-payments.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { BankReceiptStore } from './bank-receipt.store.js';
import { BankTransferStore } from './bank-transfer.store.js';
import type { Statement } from './statement.js';

/** What a statement brings one business in one currency. */
interface Payment {
  readonly businessId: BusinessId;
  readonly currency: Currency;
  /** Ids of the invoices that were named. */
  readonly named: Set<string>;
}

export class ImportStatement extends commandOf<Call & { statement: Statement }, StatementReportDto>() {}

/**
 * Takes in a statement of the marketplace's bank account: each credit once, by the bank's reference. One that names invoices of
 * one business, or the reference by which it pays ahead, is that business's; the others wait for somebody to say whose they are.
 */
@CommandHandler(ImportStatement)
export class ImportStatementHandler implements ICommandHandler<ImportStatement> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly receipts: BankReceiptStore,
    private readonly transfers: BankTransferStore,
    private readonly payments: InvoicePayments,
    private readonly ledger: LedgerBook,
  ) {}

  execute({ statement, now }: ImportStatement): Promise<StatementReportDto> {
    const { credits, passedOver, rejected } = statement;
    const report: StatementReportDto = { assigned: 0, unassigned: 0, known: 0, passedOver, rejected: [...rejected] };
    return this.database.transaction(marketplace, async (tx) => {
      const references = credits.flatMap(({ remittance }) => creditorReferencesIn(remittance));
      const invoices = await this.receipts.payableByReference(tx, references);
      const depositors = await this.receipts.depositors(tx, references);
      await this.transfers.keep(tx, statement);
      const returns = await this.transfers.returnsAmong(tx, credits);
      const payments = new Map<string, Payment>();
      for (const credit of credits) {
        // What comes back of a transfer of ours is no receipt: an administrator notes that it did.
        if (returns.has(credit.bankReference)) {
          report.passedOver += 1;
          continue;
        }
        const receiptId = uuidv7();
        if (!(await this.receipts.keep(tx, receiptId, credit, now))) {
          report.known += 1;
          continue;
        }
        const amount = moneyOf(BigInt(credit.amountMinor), credit.currency);
        await this.ledger.post({ type: 'receiptBooked', receiptId, amount }, now);
        const match = matchReceipt({ ...credit, amount }, invoices, depositors);
        if (match === null) {
          report.unassigned += 1;
          continue;
        }
        const { businessId, invoiceIds } = match;
        await this.receipts.noteAssigned(tx, receiptId, businessId, now);
        await this.ledger.post({ type: 'receiptAssigned', receiptId, businessId, amount }, now);
        const { currency } = credit;
        const key = `${businessId} ${currency}`;
        const payment = payments.get(key) ?? { businessId, currency, named: new Set() };
        for (const invoiceId of invoiceIds) payment.named.add(invoiceId);
        payments.set(key, payment);
        report.assigned += 1;
      }
      // Once for each business, and in one order, so that two statements at once don't wait for each other.
      for (const [, payment] of [...payments].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
        await this.payments.settle(payment.businessId, payment.currency, payment.named, now);
      }
      return report;
    });
  }
}
