import type {
  LedgerAccountDto,
  LedgerAccountQueryDto,
  LedgerEntryDto,
  LedgerEntryQueryDto,
  TrialBalanceLineDto,
} from '#contracts';
import { type AccountPurpose, naturalBalance, normaliseInstant } from '#domain';
import type { Scope } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { readingQuery, spanOfQuery } from '../query-time.js';
import { partyOf } from './ledger-party.js';
import { bothWays, type Condition, type CountedPage, sortedPage } from '../sorted-list.js';

interface EntryRow {
  readonly id: string;
  readonly transactionId: string;
  readonly purpose: AccountPurpose;
  readonly fact: LedgerEntryDto['fact'];
  readonly causeId: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly occurredAt: Date;
}

const entryColumns = `posting.id, posting.transaction_id AS "transactionId", posting.purpose, made.fact,
  made.cause_id AS "causeId", posting.amount_minor AS "amountMinor", posting.currency, posting.occurred_at AS "occurredAt"`;
const sorts = bothWays('occurred', 'posting.occurred_at', 'timestamptz');

/** What stands in the books, for those whom it concerns. */
@Injectable()
export class LedgerReader {
  constructor(private readonly database: ApiDatabase) {}

  /** The accounts of one party, at an instant. @throws DomainError `time.…` */
  async accounts(scope: Scope, { at, party }: LedgerAccountQueryDto): Promise<LedgerAccountDto[]> {
    const whose = partyOf(scope, party);
    const rows = await this.database.read(scope, (tx) =>
      tx.query<{ purpose: AccountPurpose; currency: string; total: string }>(
        `SELECT purpose, currency, sum(amount_minor)::text AS total FROM api.ledger_posting
          WHERE ($1::timestamptz IS NULL OR occurred_at <= $1) AND ${whose === null ? 'party IS NULL' : 'party = $2'}
          GROUP BY purpose, currency ORDER BY purpose, currency`,
        whose === null ? [instantOf(at)] : [instantOf(at), whose],
      ),
    );
    return rows.map(({ purpose, currency, total }) => {
      return { party: whose, purpose, balance: { amountMinor: naturalBalance(purpose, Number(total)), currency } };
    });
  }

  /** All debits and credits by purpose and currency. @throws DomainError `time.…` */
  async trialBalance(scope: Scope, at: string | undefined): Promise<TrialBalanceLineDto[]> {
    const rows = await this.database.read(scope, (tx) =>
      tx.query<{ purpose: AccountPurpose; currency: string; debit: string; credit: string }>(
        `SELECT purpose, currency, coalesce(sum(amount_minor) FILTER (WHERE amount_minor > 0), 0)::text AS debit,
                coalesce(-sum(amount_minor) FILTER (WHERE amount_minor < 0), 0)::text AS credit
           FROM api.ledger_posting WHERE $1::timestamptz IS NULL OR occurred_at <= $1
          GROUP BY purpose, currency ORDER BY currency, purpose`,
        [instantOf(at)],
      ),
    );
    return rows.map(({ purpose, currency, debit, credit }) => {
      return { purpose, currency, debitMinor: Number(debit), creditMinor: Number(credit) };
    });
  }

  /** The statement of one party, latest first. @throws DomainError `time.…` */
  entries(
    scope: Scope,
    { party, purpose, from, to, timeZone }: LedgerEntryQueryDto,
    request: PageRequest,
  ): Promise<CountedPage<LedgerEntryDto>> {
    const span = spanOfQuery({ from, to, timeZone });
    const whose = partyOf(scope, party);
    const conditions: Condition[] = [
      whose === null ? ['posting.party IS NULL'] : ['posting.party = ?', whose],
      ['posting.purpose = ?', purpose],
      ['posting.occurred_at >= ?', span.from],
      ['posting.occurred_at < ?', span.to],
    ];
    const tables = 'api.ledger_posting posting JOIN api.ledger_transaction made ON made.id = posting.transaction_id';
    const list = { columns: entryColumns, from: tables, id: 'posting.id', conditions, sorts, sort: '-occurred' };
    return this.database.read(scope, (tx) =>
      sortedPage<EntryRow, LedgerEntryDto>((sql, params) => tx.query(sql, [...params]), list, request, entryDto),
    );
  }
}

const instantOf = (at: string | undefined): string | null =>
  at === undefined ? null : readingQuery(() => normaliseInstant(at, ['at']));

const entryDto = ({ amountMinor, currency, occurredAt, ...entry }: EntryRow): LedgerEntryDto => ({
  id: entry.id,
  transactionId: entry.transactionId,
  purpose: entry.purpose,
  fact: entry.fact,
  causeId: entry.causeId,
  amount: { amountMinor: naturalBalance(entry.purpose, Number(amountMinor)), currency },
  occurredAt: occurredAt.toISOString(),
});
