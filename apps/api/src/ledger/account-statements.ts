import type { AccountStatementDto, StatementAccountDto, StatementLineDto } from '#contracts';
import { type AccountPurpose, demand, localDate, naturalBalance } from '#domain';
import { csvOf } from '#platform/csv';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { spanOfQuery } from '../query-time.js';
import { partyOf } from './ledger-party.js';

interface SumRow {
  readonly purpose: AccountPurpose;
  readonly currency: string;
  readonly opening: string;
  readonly debit: string;
  readonly credit: string;
}

interface LineRow {
  readonly purpose: AccountPurpose;
  readonly currency: string;
  readonly fact: StatementLineDto['fact'];
  readonly causeId: string;
  readonly amountMinor: string;
  readonly occurredAt: Date;
}

/** Which accounts, and over which time; the bounds are instants or local dates. */
export interface StatementSought {
  readonly party?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** What one statement takes; who moves more asks for a shorter time. */
const mostLines = 5_000;

/** Statements of a party: what its accounts came to before, what has changed them, and what they came to after it. */
@Injectable()
export class AccountStatements {
  constructor(private readonly database: ApiDatabase) {}

  /** Over this month unless said. @throws DomainError `time.…`, `ledger.statement-too-long` */
  async of(scope: Scope, sought: StatementSought, now: string): Promise<AccountStatementDto> {
    const party = partyOf(scope, sought.party);
    const timeZone = sought.timeZone ?? 'UTC';
    const today = localDate(now, timeZone);
    const dates = { from: sought.from ?? `${today.slice(0, 7)}-01`, to: sought.to ?? today, timeZone };
    const { from, to } = spanOfQuery(dates);
    const { sums, rows } = await this.database.read(scope, async (tx) => {
      return { sums: await sumsOf(tx, party, from!, to!), rows: await linesOf(tx, party, from!, to!) };
    });
    demand(rows.length <= mostLines, 'ledger.statement-too-long', { parameter: 'from', atMost: mostLines });
    const running = new Map(sums.map((row) => [`${row.purpose} ${row.currency}`, Number(row.opening)]));
    const lines = rows.map((row): StatementLineDto => {
      const key = `${row.purpose} ${row.currency}`;
      const balance = (running.get(key) ?? 0) + Number(row.amountMinor);
      running.set(key, balance);
      return lineDto(row, balance);
    });
    return { party, ...dates, accounts: sums.map(accountDto), lines };
  }

  /** The same, a line for each opening and closing balance and each change. */
  async csv(scope: Scope, sought: StatementSought, now: string): Promise<string> {
    const { accounts, lines, from, to } = await this.of(scope, sought, now);
    const balance = (kind: 'opening' | 'closing', at: string) =>
      accounts.map(({ purpose, [kind]: { amountMinor, currency } }) => [
        at,
        purpose,
        kind,
        '',
        '',
        amountMinor,
        currency,
      ]);
    return csvOf([
      ['at', 'account', 'what', 'cause', 'amount_minor', 'balance_minor', 'currency'],
      ...balance('opening', from),
      ...lines.map(({ occurredAt, purpose, fact, causeId, amount, balance: after }) => {
        return [occurredAt, purpose, fact, causeId, amount.amountMinor, after.amountMinor, amount.currency];
      }),
      ...balance('closing', to),
    ]);
  }
}

const whose = `party IS NOT DISTINCT FROM $1::uuid`;

const sumsOf = (tx: Transaction, party: string | null, from: string, to: string): Promise<SumRow[]> =>
  tx.query<SumRow>(
    `SELECT purpose, currency, coalesce(sum(amount_minor) FILTER (WHERE occurred_at < $2), 0) AS opening,
            coalesce(sum(amount_minor) FILTER (WHERE occurred_at >= $2 AND amount_minor > 0), 0) AS debit,
            coalesce(-sum(amount_minor) FILTER (WHERE occurred_at >= $2 AND amount_minor < 0), 0) AS credit
       FROM api.ledger_posting WHERE ${whose} AND occurred_at < $3
      GROUP BY purpose, currency ORDER BY purpose, currency`,
    [party, from, to],
  );

const linesOf = (tx: Transaction, party: string | null, from: string, to: string): Promise<LineRow[]> =>
  tx.query<LineRow>(
    `SELECT posting.purpose, posting.currency, made.fact, made.cause_id AS "causeId", posting.amount_minor AS "amountMinor",
            posting.occurred_at AS "occurredAt"
       FROM api.ledger_posting posting JOIN api.ledger_transaction made ON made.id = posting.transaction_id
      WHERE posting.${whose} AND posting.occurred_at >= $2 AND posting.occurred_at < $3
      ORDER BY posting.occurred_at, posting.id LIMIT ${mostLines + 1}`,
    [party, from, to],
  );

const accountDto = ({ purpose, currency, opening, debit, credit }: SumRow): StatementAccountDto => {
  const said = (minor: number) => ({ amountMinor: naturalBalance(purpose, minor), currency });
  return {
    purpose,
    opening: said(Number(opening)),
    debit: { amountMinor: Number(debit), currency },
    credit: { amountMinor: Number(credit), currency },
    closing: said(Number(opening) + Number(debit) - Number(credit)),
  };
};

const lineDto = (row: LineRow, balance: number): StatementLineDto => ({
  occurredAt: row.occurredAt.toISOString(),
  purpose: row.purpose,
  fact: row.fact,
  causeId: row.causeId,
  amount: { amountMinor: naturalBalance(row.purpose, Number(row.amountMinor)), currency: row.currency },
  balance: { amountMinor: naturalBalance(row.purpose, balance), currency: row.currency },
});
