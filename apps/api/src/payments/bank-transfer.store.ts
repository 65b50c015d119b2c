import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Statement, StatementCredit } from './statement.js';

/** SQL of the ids that transfers of the marketplace have on orders to the bank, with what they are of. */
export const ownTransfers = `SELECT replace(id::text, '-', '') AS end_to_end_id, 'payout' AS kind, id, currency,
    earnings_minor + tax_minor AS amount_minor, sent_at, returned_at FROM api.payout WHERE sent_at IS NOT NULL AND iban IS NOT NULL
  UNION ALL SELECT replace(id::text, '-', ''), 'refund', id, currency, amount_minor, sent_at,
    CASE WHEN status = 'returned' THEN ended_at END FROM api.refund WHERE sent_at IS NOT NULL AND iban IS NOT NULL`;

/** What the bank says of transfers from the marketplace's account, and of what lies in it. */
@Injectable()
export class BankTransferStore {
  /** Each once, by the bank's reference; what is known stays as it was. */
  async keep(tx: Transaction, { debits, balances }: Pick<Statement, 'debits' | 'balances'>): Promise<void> {
    await this.insert(tx, debits, -1);
    await tx.execute(
      `INSERT INTO api.bank_balance (currency, closes_on, amount_minor)
       SELECT DISTINCT ON (currency, closes_on) * FROM unnest($1::text[], $2::date[], $3::bigint[]) AS said (currency, closes_on, amount_minor)
       ON CONFLICT (currency, closes_on) DO UPDATE SET amount_minor = excluded.amount_minor`,
      [
        balances.map(({ currency }) => currency),
        balances.map(({ on }) => on),
        balances.map(({ amountMinor }) => amountMinor),
      ],
    );
  }

  /** Which credits are payouts or refunds that came back, by their reference; they are kept. */
  async returnsAmong(tx: Transaction, credits: readonly StatementCredit[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(
      `SELECT end_to_end_id AS id FROM (${ownTransfers}) AS own WHERE end_to_end_id = ANY ($1)`,
      [credits.flatMap(({ endToEndId }) => endToEndId ?? [])],
    );
    const ours = new Set(rows.map(({ id }) => id));
    const back = credits.filter(({ endToEndId }) => endToEndId !== null && ours.has(endToEndId));
    await this.insert(tx, back, 1);
    return new Set(back.map(({ bankReference }) => bankReference));
  }

  private async insert(tx: Transaction, entries: Statement['debits'], sign: 1 | -1): Promise<void> {
    await tx.execute(
      `INSERT INTO api.bank_transfer (bank_reference, booked_on, currency, amount_minor, end_to_end_id, remittance)
       SELECT * FROM unnest($1::text[], $2::date[], $3::text[], $4::bigint[], $5::text[], $6::text[])
       ON CONFLICT (bank_reference) DO NOTHING`,
      [
        entries.map(({ bankReference }) => bankReference),
        entries.map(({ bookedOn }) => bookedOn),
        entries.map(({ currency }) => currency),
        entries.map(({ amountMinor }) => sign * amountMinor),
        entries.map(({ endToEndId }) => endToEndId),
        entries.map(({ remittance }) => remittance),
      ],
    );
  }
}
