import { marketplace } from '#access';
import type { AgeingListDto } from '#contracts';
import { agesOf, type Currency, type Money, moneyOf, sum } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

interface OpenRow {
  readonly currency: Currency;
  readonly dueOn: string;
  readonly invoices: number;
  readonly openMinor: string;
}

/** Invoices that are open, by the day on which they were due. */
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

  private open(scope: Scope, party: string | undefined): Promise<OpenRow[]> {
    const seen = scope.kind === 'organisation' ? scope : marketplace;
    return this.database.read(seen, (tx) =>
      tx.query<OpenRow>(
        `SELECT currency, due_on::text AS "dueOn", count(*)::integer AS invoices, sum(total_minor - credited_minor) AS "openMinor"
           FROM api.invoice_payment
          WHERE paid_at IS NULL AND total_minor > credited_minor AND ($1::uuid IS NULL OR $1 IN (agency_id, business_id))
          GROUP BY currency, due_on ORDER BY currency, due_on`,
        [party ?? null],
      ),
    );
  }
}
