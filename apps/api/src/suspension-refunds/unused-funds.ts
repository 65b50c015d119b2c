import { marketplace } from '#access';
import {
  add,
  type BusinessId,
  chargeOfInvoice,
  type CreditNoteId,
  type Currency,
  decideHourPack,
  type HourPack,
  type Money,
  moneyOf,
  priceOfPacked,
  subtract,
  unusedOfPacks,
  zero,
} from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { BookedFunds } from '../booked-funds/booked-funds.js';
import { BookedFundsStore } from '../booked-funds/booked-funds.store.js';
import { BookingStore } from '../bookings/booking.store.js';
import { type CountedPack, HourPackStore } from '../hour-packs/hour-pack.store.js';
import { CreditNoteIssuing } from '../invoices/credit-note-issuing.js';
import { InvoiceStore } from '../invoices/invoice.store.js';
import { LedgerBook } from '../ledger/ledger-book.js';

/** Where a business's money came from last, or where it last wanted it. */
export interface KnownAccount {
  readonly holder: string;
  readonly iban: string;
}

/** Makes free what is unused of an engagement whose agency can't work any more. The caller has locked the engagement. */
@Injectable()
export class UnusedFunds {
  constructor(
    private readonly packs: HourPackStore,
    private readonly invoices: InvoiceStore,
    private readonly creditNotes: CreditNoteIssuing,
    private readonly bookings: BookingStore,
    private readonly kept: BookedFundsStore,
    private readonly funds: BookedFunds,
    private readonly ledger: LedgerBook,
  ) {}

  /** Hours of packs that nobody used: a credit note takes them back; what no invoice charged yet is never charged. Returns what is taken back. */
  async ofPacks(engagementId: string, currency: Currency, now: string): Promise<Money> {
    const all = await this.packs.counted(marketplace, engagementId, null, null);
    let freed = zero(currency);
    for (const lineId of new Set(all.map(({ pack }) => pack.lineId))) {
      const ofLine = all.filter(({ pack }) => pack.lineId === lineId);
      const unused = unusedOfPacks(ofLine, now);
      for (const [index, one] of ofLine.entries()) freed = add(freed, await this.takeBack(one, unused[index]!, now));
    }
    return freed;
  }

  /** Money that is kept for booked time which can't take place. Returns what is let go. */
  async ofBookings(tx: Transaction, engagementId: string, currency: Currency, now: string): Promise<Money> {
    let freed = zero(currency);
    for (const bookingId of await this.kept.keptFor(tx, engagementId)) {
      const { state: booking } = await this.bookings.load(marketplace, bookingId);
      const letGo = await this.funds.stop(booking, now);
      if (letGo?.currency === currency) freed = add(freed, letGo);
    }
    return freed;
  }

  /** What a business has paid ahead and doesn't owe; below nothing where it owes more. The caller has taken its turn. */
  async unused(businessId: BusinessId, currency: Currency): Promise<Money> {
    const prepaid = await this.ledger.balance(businessId, 'prepaid', currency);
    return subtract(prepaid, await this.ledger.balance(businessId, 'receivable', currency));
  }

  /** Null where none is known. */
  async accountOf(tx: Transaction, businessId: BusinessId): Promise<KnownAccount | null> {
    const [known] = await tx.query<KnownAccount>(
      `SELECT holder, iban FROM (
         SELECT holder, iban, asked_at AS at FROM api.refund WHERE business_id = $1 AND status <> 'returned'
          UNION ALL
         SELECT payer_name, payer_iban, assigned_at FROM api.bank_receipt
          WHERE business_id = $1 AND payer_iban IS NOT NULL AND payer_name IS NOT NULL) account
        ORDER BY at DESC LIMIT 1`,
      [businessId],
    );
    return known ?? null;
  }

  private async takeBack({ pack }: CountedPack, minutes: number, now: string): Promise<Money> {
    const nothing = zero(pack.hourlyRate.currency);
    if (minutes === 0) return nothing;
    const credit = pack.invoiceId === null ? null : await this.credit(pack, pack.invoiceId, minutes, now);
    const refund = { type: 'refundHourPack', minutes, creditNoteId: credit?.creditNoteId ?? null, now } as const;
    await this.packs.update(marketplace, pack.hourPackId, null, (state) => decideHourPack(refund, state));
    return credit?.total ?? nothing;
  }

  /** Null where credit notes have taken back all of the invoice. */
  private async credit(pack: HourPack, invoiceId: string, minutes: number, now: string) {
    const { state: invoice } = await this.invoices.load(marketplace, invoiceId);
    const left = chargeOfInvoice(invoice, await this.creditNotes.ofInvoice(marketplace, invoiceId)).amount;
    const price = priceOfPacked(pack, minutes);
    const amount = moneyOf(BigInt(Math.min(price.amountMinor, left.amountMinor)), left.currency);
    if (amount.amountMinor === 0) return null;
    const creditNoteId = uuidv7() as CreditNoteId;
    const reason = `The agency is suspended: ${minutes} minutes of the hours paid ahead are unused`;
    const issued = await this.creditNotes.issue(marketplace, { creditNoteId, invoiceId, amount, reason, now });
    return issued.state;
  }
}
