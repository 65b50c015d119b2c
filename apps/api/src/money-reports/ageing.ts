import { marketplace } from '#access';
import type { AgeingListDto } from '#contracts';
import { agesOf, type Currency, type Money, moneyOf, sum } from '#domain';
import { csvOf } from '#platform/csv';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

interface OpenRow {
  readonly currency: Currency;
  readonly dueOn: string;
  readonly invoices: number;
  readonly openMinor: string;
}

const buckets = ['not-due', '1-30', '31-60', '61-90', 'over-90'] as const;

/** Invoices and fees of reminders that are open, by the day on which they were due; a fee is due with its reminder. */
@Injectable()
export class Ageing {
  constructor(private readonly database: ApiDatabase) {}

  /** Those of one party, or of all that the scope sees. */
  async of(scope: Scope, party: string | undefined, now: string): Promise<AgeingListDto> {
    const on = now.slice(0, 10);
    const rows = await this.open(scope, party);
    const currencies = [...new Set(rows.map(({ currency }) => currency))];
    const items = currencies.map((currency) => {
      const own = rows.filter((row) => row.currency === currency);
      const open = own.map(({ dueOn, openMinor }) => ({ dueOn, amount: moneyOf(BigInt(openMinor), currency) }));
      return {
        currency,
        invoices: own.reduce((count, { invoices }) => count + invoices, 0),
        total: sum(
          open.map(({ amount }): Money => amount),
          currency,
        ),
        ages: agesOf(open, on, currency),
      };
    });
    return { on, items };
  }

  async csv(scope: Scope, party: string | undefined, now: string): Promise<string> {
    const { on, items } = await this.of(scope, party, now);
    return csvOf([
      ['on', 'currency', 'invoices', 'total_minor', ...buckets.map((bucket) => `${bucket.replaceAll('-', '_')}_minor`)],
      ...items.map(({ currency, invoices, total, ages }) => [
        on,
        currency,
        invoices,
        total.amountMinor,
        ...buckets.map((bucket) => ages[bucket].amountMinor),
      ]),
    ]);
  }

  private open(scope: Scope, party: string | undefined): Promise<OpenRow[]> {
    const seen = scope.kind === 'organisation' ? scope : marketplace;
    return this.database.read(seen, (tx) =>
      tx.query<OpenRow>(
        `SELECT currency, due_on::text AS "dueOn", sum(invoices)::integer AS invoices, sum(minor) AS "openMinor" FROM (
           SELECT currency, due_on, 1 AS invoices, total_minor - credited_minor AS minor, agency_id, business_id FROM api.invoice_payment
            WHERE paid_at IS NULL AND total_minor > credited_minor
           UNION ALL SELECT currency, sent_on, 0, fee_minor, agency_id, business_id FROM api.invoice_reminder
            WHERE fee_id IS NOT NULL AND fee_paid_at IS NULL AND fee_waived_at IS NULL) AS open
          WHERE $1::uuid IS NULL OR $1 IN (agency_id, business_id)
          GROUP BY currency, due_on ORDER BY currency, due_on`,
        [party ?? null],
      ),
    );
  }
}
