import { marketplace } from '#access';
import { InvoiceReminderSentV1 } from '#contracts';
import { type AgencyId, type BusinessId, localDate, type Money, moneyOf, reminderDue } from '#domain';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { InvoicePayments } from '../invoices/invoice-payments.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { DunningStore } from './dunning.store.js';

const plan = { name: 'reminding of invoices that are late', everySeconds: 1_800, atMost: 200 } as const;

/** Reminds of what was not paid in time, in the steps that were agreed; it stops when it is paid or disputed. */
@Injectable()
export class DunningSweep extends DueSweep<string> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly dunning: DunningStore,
    private readonly payments: InvoicePayments,
    private readonly ledger: LedgerBook,
  ) {
    super(plan, (now, atMost) => dunning.due(now.slice(0, 10), atMost));
  }

  protected override settle(invoiceId: string, now: string): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      const invoice = await this.dunning.lock(tx, invoiceId);
      const { agencyId, businessId, currency, openMinor } = invoice;
      if (openMinor <= 0) {
        await this.dunning.end(tx, invoiceId);
        return;
      }
      const today = localDate(now, invoice.timeZone);
      const due = reminderDue(invoice, today);
      if (due === null) return;
      const feeId = await this.dunning.note(tx, invoice, due, { now, today });
      const amount = (minor: number) => moneyOf(BigInt(minor), currency);
      if (feeId !== null) await this.charge({ feeId, agencyId, businessId, amount: amount(due.feeMinor) }, now);
      await tx.append([
        {
          type: InvoiceReminderSentV1.type,
          aggregateType: 'invoice-reminder',
          aggregateId: uuidv7(),
          aggregateVersion: 1,
          audience: [agencyId, businessId],
          data: {
            invoiceId,
            agencyId,
            businessId,
            step: due.step,
            open: amount(openMinor),
            fee: amount(due.feeMinor),
            sentAt: now,
          },
        },
      ]);
    });
  }

  /** It is owed from now on, and paid at once where the business has money that nothing else needs. */
  private async charge(
    { amount, ...fee }: { feeId: string; agencyId: string; businessId: string; amount: Money },
    now: string,
  ) {
    const [agencyId, businessId] = [fee.agencyId as AgencyId, fee.businessId as BusinessId];
    await this.ledger.post({ type: 'reminderFeeCharged', feeId: fee.feeId, agencyId, businessId, amount }, now);
    await this.payments.settle(businessId, amount.currency, new Set(), now);
  }
}
