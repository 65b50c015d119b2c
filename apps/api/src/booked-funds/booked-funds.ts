import { marketplace } from '#access';
import {
  type Agreement,
  type AgreementTerms,
  type BookedPrice,
  type Booking,
  changeOfFunds,
  demandCovered,
  fundsToCharge,
  type Invoice,
  isPacked,
  type Money,
  moneyOf,
  priceOfBooked,
  slotsThatTakePlace,
  subtract,
  versionInForce,
  zero,
} from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { AbsenceStore } from '../work-records/absence.store.js';
import { BookedFundsStore, type KeptFunds } from './booked-funds.store.js';

/** Why what is kept changes, for the books. */
export type FundsCause = 'booking' | 'absence';

/**
 * Keeps a part of what a business has paid ahead for what it has booked, and counts what is booked on account against the limit. What
 * is booked, called off, missed or charged changes it in the transaction of that fact.
 */
@Injectable()
export class BookedFunds {
  constructor(
    private readonly database: ApiDatabase,
    private readonly kept: BookedFundsStore,
    private readonly ledger: LedgerBook,
    private readonly absences: AbsenceStore,
  ) {}

  /**
   * Covers a booking that is being confirmed. Agreements that say nothing of payment have nothing to cover.
   * @throws DomainError `booking.deposit-missing`, `booking.beyond-credit-limit`
   */
  async cover(agreement: Agreement, booking: Booking, now: string): Promise<void> {
    const terms = versionInForce(agreement)?.terms;
    const price = terms && priceFor(terms, booking.lineId);
    if (!terms?.payment || !price) return;
    const { bookingId, agreementId: engagementId, agencyId, businessId } = booking;
    const currency = terms.currency;
    const kept = { bookingId, engagementId, agencyId, businessId, terms: terms.payment };
    await this.database.transaction(marketplace, async (tx) => {
      // Of two bookings at once one is the first.
      await this.ledger.takeTurn(businessId);
      const isFirst = !(await this.kept.isAny(tx, engagementId));
      const nothing = zero(currency);
      const begun = { ...kept, price: { ...price, isFirst }, held: nothing, charged: nothing };
      await this.kept.begin(tx, begun);
      await this.change(tx, begun, booking, { now, cause: 'booking', insists: true });
    });
  }

  /**
   * Follows what became of a booking.
   * @param insists whether time that isn't covered is refused; otherwise as much is kept as there is
   */
  async follow(
    booking: Booking,
    { now, cause = 'booking', insists = false }: { now: string; cause?: FundsCause; insists?: boolean },
  ): Promise<void> {
    await this.database.transaction(marketplace, async (tx) => {
      const kept = await this.kept.lock(tx, booking.bookingId);
      if (kept) await this.change(tx, kept, booking, { now, cause, insists });
    });
  }

  /**
   * An invoice is paid with what is kept for the work that it charges: it is prepaid money again, and settles the invoice.
   * @returns whether anything was kept
   */
  async charge({
    agreementId,
    total,
    issuedAt,
  }: Pick<Invoice, 'agreementId' | 'total' | 'issuedAt'>): Promise<boolean> {
    return this.database.transaction(marketplace, async (tx) => {
      const kept = await this.kept.lockOfEngagement(tx, agreementId, total.currency);
      const parts = fundsToCharge(
        total,
        kept.map(({ held }) => held),
      );
      for (const [index, funds] of kept.entries()) {
        const part = parts[index]!;
        if (part.amountMinor > 0) await this.letGo(tx, funds, part, { now: issuedAt, charged: part });
      }
      return kept.length > 0;
    });
  }

  /**
   * Lets go what is kept for time that can't take place, since the agency is suspended; what was worked is still paid with the rest.
   * @returns what was let go; nothing where the booking isn't at risk for that
   */
  async stop(booking: Booking, now: string): Promise<Money | null> {
    return this.database.transaction(marketplace, async (tx) => {
      const kept = await this.kept.lock(tx, booking.bookingId);
      if (!kept || !isStopped(booking)) return null;
      const absences = await this.absences.timeOfEngagement(booking.agreementId);
      const change = changeOfFunds(kept, priceOfBooked(slotsThatTakePlace(booking, absences), booking, kept.price));
      if (change.amountMinor >= 0) return null;
      const amount = subtract(zero(change.currency), change);
      await this.letGo(tx, kept, amount, { now });
      return kept.terms.mode === 'prepaid' ? amount : null;
    });
  }

  /** Lets go what is kept for a booking that nothing will be charged of any more. */
  async release(bookingId: string, now: string): Promise<void> {
    await this.database.transaction(marketplace, async (tx) => {
      const kept = await this.kept.lock(tx, bookingId);
      if (kept && kept.held.amountMinor > 0) await this.letGo(tx, kept, kept.held, { now });
    });
  }

  private async change(
    tx: Transaction,
    kept: KeptFunds,
    booking: Booking,
    { now, cause, insists }: { now: string; cause: FundsCause; insists: boolean },
  ): Promise<void> {
    const absences = await this.absences.timeOfEngagement(booking.agreementId);
    const price = priceOfBooked(slotsThatTakePlace(withoutRisk(booking), absences), booking, kept.price);
    const change = changeOfFunds(kept, price);
    if (change.amountMinor < 0) {
      await this.letGo(tx, kept, subtract(zero(change.currency), change), { now, cause });
    } else if (change.amountMinor > 0 && !isStopped(booking)) {
      await this.keep(tx, kept, change, { now, insists });
    }
  }

  private async keep(
    tx: Transaction,
    kept: KeptFunds,
    change: Money,
    { now, insists }: { now: string; insists: boolean },
  ): Promise<void> {
    const { businessId, engagementId, terms } = kept;
    const { currency } = change;
    await this.ledger.takeTurn(businessId);
    const paidAhead = await this.ledger.balance(businessId, 'prepaid', currency);
    const owed = await this.ledger.balance(businessId, 'receivable', currency);
    const prepaid = subtract(paidAhead, owed);
    const means = { prepaid, exposure: await this.kept.exposure(tx, engagementId, currency) };
    if (insists) demandCovered(terms, change, means);
    const there =
      terms.mode === 'prepaid' ? Math.max(0, Math.min(change.amountMinor, prepaid.amountMinor)) : change.amountMinor;
    const amount = { amountMinor: there, currency };
    await this.kept.add(tx, kept.bookingId, { held: amount, charged: zero(currency) });
    if (terms.mode === 'prepaid') {
      await this.ledger.post({ type: 'fundsHeld', changeId: uuidv7(), businessId, amount }, now);
    }
  }

  private async letGo(
    tx: Transaction,
    { bookingId, businessId, terms }: KeptFunds,
    amount: Money,
    { now, cause = 'booking', charged = zero(amount.currency) }: { now: string; cause?: FundsCause; charged?: Money },
  ): Promise<void> {
    await this.kept.add(tx, bookingId, { held: subtract(zero(amount.currency), amount), charged });
    if (terms.mode !== 'prepaid') return;
    const type = cause === 'absence' ? 'absenceCredited' : 'fundsReleased';
    await this.ledger.post({ type, changeId: uuidv7(), businessId, amount }, now);
  }
}

/** Its agency is suspended: it has let go what was kept for it, and keeps nothing anew before that is over. */
const isStopped = (booking: Booking): boolean =>
  booking.status === 'confirmed' && booking.risk?.reasons.includes('agency-not-verified') === true;

/** A booking at risk may still take place. */
const withoutRisk = (booking: Booking): Booking => {
  if (booking.status !== 'confirmed') return booking;
  const { risk: _, ...confirmed } = booking;
  return confirmed;
};

/** Null where the agreement doesn't say what an hour costs, or a pack has paid for it. */
function priceFor(
  { lines, hourlyRate, commissionBps, taxBps }: AgreementTerms,
  lineId: string | null,
): Omit<BookedPrice, 'isFirst'> | null {
  const line = lines.find((one) => one.lineId === lineId);
  if (line !== undefined && isPacked(line)) return null;
  const rate = line?.unitPrice ?? hourlyRate;
  const stepMinutes = line?.asNeeded?.stepMinutes ?? 1;
  return rate && { hourlyRate: moneyOf(BigInt(rate.amountMinor), rate.currency), commissionBps, taxBps, stepMinutes };
}
