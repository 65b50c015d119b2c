import { ForwardMigration, tenantTable } from '#platform/database';

/** What the payment service takes back of a transfer in parts, and what of its fee for a dispute it gives back. */
export class PartsThatComeBack1796069700000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.transfer_reversal (
        id uuid PRIMARY KEY,
        payout_id uuid NOT NULL REFERENCES api.payout,
        agency_id uuid NOT NULL REFERENCES api.agency,
        currency char(3) NOT NULL,
        earnings_minor bigint NOT NULL CHECK (earnings_minor >= 0),
        tax_minor bigint NOT NULL CHECK (tax_minor >= 0),
        reversed_at timestamptz NOT NULL,
        next_payout_id uuid REFERENCES api.payout,
        CHECK (earnings_minor + tax_minor > 0)
      );
      CREATE INDEX transfer_reversal_payout ON api.transfer_reversal (payout_id);
      CREATE INDEX transfer_reversal_next_payout ON api.transfer_reversal (next_payout_id);
      ALTER TABLE api.payout ADD COLUMN transfer_reversal_ids uuid[] NOT NULL DEFAULT '{}';
      ALTER TABLE api.chargeback
        ADD COLUMN fee_currency char(3),
        ADD COLUMN fee_back_minor bigint NOT NULL DEFAULT 0`,
    // A fee was posted in the currency in which it was taken.
    `SELECT set_config('ajudant.scope', 'marketplace', true);
      UPDATE api.chargeback SET fee_minor = CASE WHEN fee_minor > 0 THEN fee_minor END, fee_currency = CASE WHEN fee_minor > 0 THEN coalesce(
        (SELECT made.currency FROM api.ledger_transaction made WHERE made.reference = 'serviceFeeCharged:' || chargeback.id), currency) END;
      ALTER TABLE api.chargeback
        ADD CHECK ((fee_currency IS NULL) = (fee_minor IS NULL)),
        ADD CHECK (fee_back_minor >= 0)`,
    ...tenantTable('api', 'transfer_reversal', ['agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
