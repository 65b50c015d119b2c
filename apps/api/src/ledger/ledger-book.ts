import { marketplace } from '#access';
import { type Currency, type LedgerFact, type Money, moneyOf, naturalBalance, transactionOf } from '#domain';
import type { AccountPurpose } from '#domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';

/** The books of the marketplace: facts are posted in the transaction in which they happen, each once. */
@Injectable()
export class LedgerBook {
  constructor(private readonly database: ApiDatabase) {}

  /**
   * Posts what happened. It belongs to the caller's transaction, so that what isn't in the books hasn't happened. A fact that
   * moves nothing leaves no trace.
   * @param occurredAt instant of the fact
   */
  async post(fact: LedgerFact, occurredAt: string): Promise<void> {
    const { reference, cause, currency, postings } = transactionOf(fact);
    if (postings.length === 0) return;
    const parties = [...new Set(postings.flatMap(({ account: { party } }) => party ?? []))];
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `WITH made AS (
           INSERT INTO api.ledger_transaction (id, reference, fact, cause_id, currency, parties, occurred_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id, currency, occurred_at
         )
         INSERT INTO api.ledger_posting (id, transaction_id, party, purpose, currency, amount_minor, occurred_at)
         SELECT line.id, made.id, line.party, line.purpose, made.currency, line.amount_minor, made.occurred_at
           FROM made, unnest($8::uuid[], $9::uuid[], $10::text[], $11::bigint[]) AS line (id, party, purpose, amount_minor)`,
        [
          uuidv7(),
          reference,
          cause.fact,
          cause.id,
          currency,
          parties,
          occurredAt,
          postings.map(() => uuidv7()),
          postings.map(({ account }) => account.party),
          postings.map(({ account }) => account.purpose),
          postings.map(({ amountMinor }) => amountMinor),
        ],
      ),
    );
  }

  /** Whoever spends a business's prepaid money takes turns, until the transaction ends: two at once would both spend the same. */
  async takeTurn(businessId: string): Promise<void> {
    await this.database.transaction(marketplace, (tx) => tx.takeTurn(`payments ${businessId}`));
  }

  /** What an account of a party comes to now, positive on the side on which it grows. */
  async balance(party: string, purpose: AccountPurpose, currency: Currency): Promise<Money> {
    const [row] = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ total: string }>(
        `SELECT coalesce(sum(amount_minor), 0)::text AS total FROM api.ledger_posting
          WHERE party = $1 AND purpose = $2 AND currency = $3`,
        [party, purpose, currency],
      ),
    );
    const { amountMinor } = moneyOf(BigInt(row?.total ?? 0), currency);
    return { amountMinor: naturalBalance(purpose, amountMinor), currency };
  }
}
