import { marketplace } from '#access';
import {
  type AgencyId,
  type AgreementId,
  type BookedPrice,
  type BookingId,
  type BusinessId,
  type Currency,
  type Money,
  moneyOf,
  type PaymentTerms,
} from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/** What is kept for a booking, and was charged of it. */
export interface KeptFunds {
  readonly bookingId: BookingId;
  readonly engagementId: AgreementId;
  readonly agencyId: AgencyId;
  readonly businessId: BusinessId;
  readonly terms: PaymentTerms;
  readonly price: BookedPrice;
  readonly held: Money;
  readonly charged: Money;
}

interface FundsRow extends Pick<KeptFunds, 'bookingId' | 'engagementId' | 'agencyId' | 'businessId' | 'terms'> {
  readonly currency: Currency;
  readonly rateMinor: string;
  readonly commissionBps: number;
  readonly taxBps: number;
  readonly stepMinutes: number;
  readonly isFirst: boolean;
  readonly heldMinor: string;
  readonly chargedMinor: string;
}

const columns = `booking_id AS "bookingId", engagement_id AS "engagementId", agency_id AS "agencyId", business_id AS "businessId", terms,
  currency, rate_minor AS "rateMinor", commission_bps AS "commissionBps", tax_bps AS "taxBps", step_minutes AS "stepMinutes", is_first AS "isFirst", held_minor AS "heldMinor",
  charged_minor AS "chargedMinor"`;

/** Rows of what is kept; each is locked by whoever changes it. */
@Injectable()
export class BookedFundsStore {
  constructor(private readonly database: ApiDatabase) {}

  async begin(tx: Transaction, kept: Omit<KeptFunds, 'held' | 'charged'>): Promise<void> {
    const { hourlyRate, commissionBps, taxBps, stepMinutes, isFirst } = kept.price;
    await tx.execute(
      `INSERT INTO api.booked_funds (booking_id, engagement_id, agency_id, business_id, terms, currency, rate_minor, commission_bps, tax_bps,
                                     step_minutes, is_first)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        kept.bookingId,
        kept.engagementId,
        kept.agencyId,
        kept.businessId,
        JSON.stringify(kept.terms),
        hourlyRate.currency,
        hourlyRate.amountMinor,
        commissionBps,
        taxBps,
        stepMinutes,
        isFirst,
      ],
    );
  }

  /** Whether something was kept for a booking of an engagement, be it over. */
  async isAny(tx: Transaction, engagementId: string): Promise<boolean> {
    const rows = await tx.query(`SELECT FROM api.booked_funds WHERE engagement_id = $1 LIMIT 1`, [engagementId]);
    return rows.length > 0;
  }

  async lock(tx: Transaction, bookingId: string): Promise<KeptFunds | null> {
    const [row] = await tx.query<FundsRow>(`SELECT ${columns} FROM api.booked_funds WHERE booking_id = $1 FOR UPDATE`, [
      bookingId,
    ]);
    return row ? fundsOf(row) : null;
  }

  /** Bookings of an engagement for which something is kept. */
  async keptFor(tx: Transaction, engagementId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT booking_id AS id FROM api.booked_funds WHERE engagement_id = $1 AND held_minor > 0 ORDER BY booking_id`,
      [engagementId],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of which something is kept, the booking that was made first first. */
  async lockOfEngagement(tx: Transaction, engagementId: string, currency: Currency): Promise<KeptFunds[]> {
    const rows = await tx.query<FundsRow>(
      `SELECT ${columns} FROM api.booked_funds WHERE engagement_id = $1 AND currency = $2 AND held_minor > 0
        ORDER BY booking_id FOR UPDATE`,
      [engagementId, currency],
    );
    return rows.map(fundsOf);
  }

  async add(tx: Transaction, bookingId: string, { held, charged }: Pick<KeptFunds, 'held' | 'charged'>): Promise<void> {
    await tx.execute(
      `UPDATE api.booked_funds SET held_minor = held_minor + $2, charged_minor = charged_minor + $3 WHERE booking_id = $1`,
      [bookingId, held.amountMinor, charged.amountMinor],
    );
  }

  /** What an agreement has booked, and what is open on its invoices. */
  async exposure(tx: Transaction, engagementId: string, currency: Currency): Promise<Money> {
    const [row] = await tx.query<{ total: string }>(
      `SELECT (SELECT coalesce(sum(held_minor), 0) FROM api.booked_funds WHERE engagement_id = $1 AND currency = $2)
            + (SELECT coalesce(sum(payment.total_minor - payment.credited_minor), 0)
                 FROM api.invoice_payment payment JOIN api.invoice ON invoice.id = payment.invoice_id
                WHERE invoice.engagement_id = $1 AND payment.currency = $2 AND payment.paid_at IS NULL) AS total`,
      [engagementId, currency],
    );
    return moneyOf(BigInt(row!.total), currency);
  }

  /** Which of these bookings something is kept for. */
  async known(bookingIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT booking_id AS id FROM api.booked_funds WHERE booking_id = ANY ($1) ORDER BY booking_id`,
        [bookingIds],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Bookings for which something is kept although their engagement is over and nothing of it waits for the business or an invoice any
   * more.
   */
  async over(tx: Transaction, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT kept.booking_id AS id FROM api.booked_funds kept
         JOIN api.engagement ON engagement.id = kept.engagement_id AND engagement.status = 'ended'
         JOIN api.booking ON booking.id = kept.booking_id AND NOT booking.late_fee_due
        WHERE kept.held_minor > 0
          AND NOT EXISTS (SELECT FROM api.duty_run run WHERE run.engagement_id = kept.engagement_id
                             AND (run.status IN ('done', 'returned') OR (run.status = 'accepted' AND run.invoice_id IS NULL)))
          AND NOT EXISTS (SELECT FROM api.time_entry entry WHERE entry.engagement_id = kept.engagement_id
                             AND (entry.status IN ('running', 'recorded', 'returned')
                                  OR (entry.status = 'accepted' AND entry.invoice_id IS NULL AND NOT entry.from_pack)))
        ORDER BY kept.booking_id LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }
}

const fundsOf = ({
  currency,
  rateMinor,
  commissionBps,
  taxBps,
  stepMinutes,
  isFirst,
  heldMinor,
  chargedMinor,
  ...row
}: FundsRow): KeptFunds => ({
  ...row,
  price: { hourlyRate: moneyOf(BigInt(rateMinor), currency), commissionBps, taxBps, stepMinutes, isFirst },
  held: moneyOf(BigInt(heldMinor), currency),
  charged: moneyOf(BigInt(chargedMinor), currency),
});
