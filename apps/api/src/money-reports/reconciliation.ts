import { marketplace } from '#access';
import type { ReconciliationDifferenceDto, ReconciliationDto } from '#contracts';
import { type Currency, dayMs, instantMs } from '#domain';
import type { Transaction } from '#platform/database';
import { csvOf } from '#platform/csv';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { ownTransfers } from '../payments/bank-transfer.store.js';

interface DifferenceRow {
  readonly kind: ReconciliationDifferenceDto['kind'];
  readonly subject: string;
  readonly since: string;
  readonly amountMinor: string;
}

const mostDifferences = 1_000;

/** Each kind of difference: by how much the books have more in the account than the statements, and since when. */
const differences = `WITH own AS (${ownTransfers})
  SELECT * FROM (
    SELECT 'sent-not-on-statement' AS kind, own.id::text AS subject, own.sent_at::date AS since, -own.amount_minor AS minor
      FROM own WHERE own.currency = $1 AND NOT EXISTS (
        SELECT FROM api.bank_transfer bank WHERE bank.end_to_end_id = own.end_to_end_id AND bank.amount_minor < 0)
    UNION ALL SELECT 'amount-differs', own.id::text, bank.booked_on, -own.amount_minor - bank.amount_minor
      FROM own JOIN api.bank_transfer bank ON bank.end_to_end_id = own.end_to_end_id AND bank.amount_minor < 0
     WHERE own.currency = $1 AND (-bank.amount_minor, bank.currency) <> (own.amount_minor, own.currency)
    UNION ALL SELECT 'return-not-noted', own.id::text, bank.booked_on, -bank.amount_minor
      FROM own JOIN api.bank_transfer bank ON bank.end_to_end_id = own.end_to_end_id AND bank.amount_minor > 0
     WHERE own.currency = $1 AND own.returned_at IS NULL
    UNION ALL SELECT 'debit-without-order', bank.bank_reference, bank.booked_on, -bank.amount_minor
      FROM api.bank_transfer bank WHERE bank.currency = $1 AND bank.amount_minor < 0
       AND NOT EXISTS (SELECT FROM own WHERE own.end_to_end_id = bank.end_to_end_id)
       AND NOT EXISTS (SELECT FROM api.bank_fee fee WHERE fee.bank_reference = bank.bank_reference)
    UNION ALL SELECT 'receipt-unassigned', receipt.id::text, receipt.booked_on, 0
      FROM api.bank_receipt receipt WHERE receipt.currency = $1 AND receipt.assigned_at IS NULL AND receipt.settled_at IS NULL
  ) AS found ORDER BY since, subject LIMIT ${mostDifferences}`;

/** The marketplace's account in the books against what the bank's statements say of it. */
@Injectable()
export class Reconciliation {
  constructor(private readonly database: ApiDatabase) {}

  async of(currency: Currency, now: string): Promise<ReconciliationDto> {
    return this.database.read(marketplace, async (tx) => {
      const rows = await tx.query<DifferenceRow>(
        `SELECT kind, subject, since::text, minor AS "amountMinor" FROM (${differences}) AS found`,
        [currency],
      );
      const [closing] = await tx.query<{ closesOn: string; amountMinor: string }>(
        `SELECT closes_on::text AS "closesOn", amount_minor AS "amountMinor" FROM api.bank_balance WHERE currency = $1
          ORDER BY closes_on DESC LIMIT 1`,
        [currency],
      );
      const books = await inTheBooks(tx, currency, closing?.closesOn ?? null);
      return {
        currency,
        closesOn: closing?.closesOn ?? null,
        statement: closing ? { amountMinor: Number(closing.amountMinor), currency } : null,
        books: { amountMinor: books, currency },
        differences: rows.map((row) => differenceOf(row, currency, now)),
      };
    });
  }

  async csv(currency: Currency, now: string): Promise<string> {
    const found = await this.of(currency, now);
    return csvOf([
      ['kind', 'subject', 'since', 'age_days', 'amount_minor', 'currency'],
      ...found.differences.map(({ kind, subject, since, ageDays, amount }) => [
        kind,
        subject,
        since,
        ageDays,
        amount.amountMinor,
        amount.currency,
      ]),
    ]);
  }
}

async function inTheBooks(tx: Transaction, currency: Currency, until: string | null): Promise<number> {
  const [row] = await tx.query<{ total: string }>(
    `SELECT coalesce(sum(amount_minor), 0) AS total FROM api.ledger_posting
      WHERE party IS NULL AND purpose = 'payment-clearing' AND currency = $1
        AND ($2::date IS NULL OR occurred_at < ($2::date + 1)::timestamp AT TIME ZONE 'UTC')`,
    [currency, until],
  );
  return Number(row!.total);
}

const differenceOf = (
  { kind, subject, since, amountMinor }: DifferenceRow,
  currency: Currency,
  now: string,
): ReconciliationDifferenceDto => ({
  kind,
  subject,
  since,
  ageDays: Math.max(0, Math.floor((instantMs(now) - Date.parse(`${since}T00:00:00Z`)) / dayMs)),
  amount: { amountMinor: Number(amountMinor), currency },
});
