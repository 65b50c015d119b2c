import { marketplace } from '#access';
import type { InvoiceDunningDto, InvoiceReminderDto } from '#contracts';
import {
  addDays,
  type Currency,
  demand,
  type DueReminder,
  moneyOf,
  type LateInvoice,
  type ReminderStep,
} from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';

/** An invoice of which somebody may have to be reminded. */
export interface DunnedInvoice extends LateInvoice {
  readonly invoiceId: string;
  readonly agencyId: string;
  readonly businessId: string;
  readonly currency: Currency;
  readonly timeZone: string;
}

interface DunnedRow extends Omit<DunnedInvoice, 'openMinor'> {
  readonly openMinor: string;
}

interface SentRow {
  readonly step: number;
  readonly on: string;
  readonly feeMinor: string;
  readonly feeStatus: InvoiceReminderDto['feeStatus'];
  readonly sentAt: Date;
}

const isDisputed = (invoiceId: string): string =>
  `EXISTS (SELECT FROM api.dispute o WHERE o.subject_id = ${invoiceId} AND o.status IN ('opened', 'answered', 'to-decide'))`;

/** What is open follows from the payment, and whether it is disputed from disputes; also of invoices without any reminders. */
const dunned = `SELECT i.id AS "invoiceId", i.agency_id AS "agencyId", i.business_id AS "businessId", p.currency,
    coalesce(d.due_on, p.due_on)::text AS "dueOn", coalesce(d.time_zone, 'UTC') AS "timeZone", coalesce(d.steps, '[]') AS steps,
    coalesce(d.sent, 0) AS sent, d.last_sent_on::text AS "lastSentOn",
    CASE WHEN p.paid_at IS NULL THEN p.total_minor - p.credited_minor ELSE 0 END AS "openMinor",
    ${isDisputed('i.id')} AS "isDisputed"
  FROM api.invoice i JOIN api.invoice_payment p ON p.invoice_id = i.id LEFT JOIN api.invoice_dunning d ON d.invoice_id = i.id`;

/** Reminders of invoices, a row each. */
@Injectable()
export class DunningStore {
  constructor(private readonly database: ApiDatabase) {}

  /** Locked against others who remind until the transaction is over. @throws DomainError `invoice.not-found` */
  async lock(tx: Transaction, invoiceId: string): Promise<DunnedInvoice> {
    await tx.takeTurn(`dunning ${invoiceId}`);
    const [row] = await tx.query<DunnedRow>(`${dunned} WHERE i.id = $1`, [invoiceId]);
    demand(row !== undefined, 'invoice.not-found');
    return { ...row, openMinor: Number(row.openMinor) };
  }

  /** Invoices whose next reminder may be due by a day; none that are disputed, which would keep others out for as long as that takes. */
  async due(today: string, atMost: number): Promise<string[]> {
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT late.invoice_id AS id FROM api.invoice_dunning late
          WHERE NOT is_over AND NOT ${isDisputed('late.invoice_id')}
            AND due_on + (steps -> sent ->> 'afterDays')::int <= $1::date
            AND (last_sent_on IS NULL OR last_sent_on < $1::date)
          ORDER BY due_on, late.invoice_id LIMIT $2`,
        [today, atMost],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** @returns the id under which its fee is owed; null where there is none */
  async note(
    tx: Transaction,
    invoice: DunnedInvoice,
    reminder: DueReminder,
    at: { now: string; today: string },
  ): Promise<string | null> {
    const { invoiceId, agencyId, businessId, currency, openMinor, steps } = invoice;
    const feeId = reminder.feeMinor > 0 ? uuidv7() : null;
    await tx.execute(
      `INSERT INTO api.invoice_reminder (invoice_id, step, agency_id, business_id, currency, sent_at, sent_on, open_minor,
                                         fee_minor, fee_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [invoiceId, reminder.step, agencyId, businessId, currency, at.now, at.today, openMinor, reminder.feeMinor, feeId],
    );
    await tx.execute(
      `UPDATE api.invoice_dunning SET sent = $2, last_sent_on = $3, is_over = $4 WHERE invoice_id = $1`,
      [invoiceId, reminder.step, at.today, reminder.step >= steps.length],
    );
    return feeId;
  }

  /** Nothing of it is open any more. */
  async end(tx: Transaction, invoiceId: string): Promise<void> {
    await tx.execute('UPDATE api.invoice_dunning SET is_over = true WHERE invoice_id = $1', [invoiceId]);
  }

  /** What was sent and will be. @throws DomainError `invoice.not-found` */
  read(scope: Scope, invoiceId: string): Promise<InvoiceDunningDto> {
    return this.database.read(scope, async (tx) => {
      const [row] = await tx.query<DunnedRow>(`${dunned} WHERE i.id = $1`, [invoiceId]);
      demand(row !== undefined, 'invoice.not-found');
      const sent = await tx.query<SentRow>(
        `SELECT step, sent_on::text AS on, fee_minor AS "feeMinor", sent_at AS "sentAt",
                CASE WHEN fee_waived_at IS NOT NULL THEN 'waived' WHEN fee_paid_at IS NOT NULL THEN 'paid'
                     WHEN fee_id IS NOT NULL THEN 'open' ELSE 'none' END AS "feeStatus"
           FROM api.invoice_reminder
          WHERE invoice_id = $1 ORDER BY step`,
        [invoiceId],
      );
      const fee = (minor: bigint | number) => moneyOf(BigInt(minor), row.currency);
      const isOpen = Number(row.openMinor) > 0 && !row.isDisputed;
      const toCome = isOpen ? row.steps.slice(row.sent) : [];
      return {
        reminders: [
          ...sent.map(({ step, on, feeMinor, feeStatus, sentAt }) => ({
            step,
            on,
            fee: fee(BigInt(feeMinor)),
            feeStatus,
            sentAt: sentAt.toISOString(),
          })),
          ...toCome.map(({ afterDays, feeMinor }: ReminderStep, index) => ({
            step: row.sent + index + 1,
            on: addDays(row.dueOn, afterDays),
            fee: fee(feeMinor),
            feeStatus: 'none' as const,
            sentAt: null,
          })),
        ],
      };
    });
  }
}
