import { ForwardMigration } from '#platform/database';

/**
 * A payout is of what earnings and tax come to together: one of both may be below nothing, and what sums to nothing is settled without an account.
 * So may be what comes back of such a payout. And a receipt may be of an agency that pays back what it owes. Rows that are there keep the new rules.
 */
export class PayoutsByTheirSum1796083196000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.payout
        DROP CONSTRAINT payout_earnings_minor_check,
        DROP CONSTRAINT payout_tax_minor_check,
        DROP CONSTRAINT payout_check,
        ADD CONSTRAINT payout_sum CHECK (earnings_minor + tax_minor >= 0),
        ADD CONSTRAINT payout_account CHECK (
          num_nonnulls(payment_account, iban) = CASE WHEN earnings_minor + tax_minor = 0 THEN 0 ELSE 1 END
          AND (iban IS NULL) = (holder IS NULL));
      ALTER TABLE api.transfer_reversal
        DROP CONSTRAINT transfer_reversal_earnings_minor_check,
        DROP CONSTRAINT transfer_reversal_tax_minor_check;
      ALTER TABLE api.payout ADD COLUMN repayment_ids uuid[] NOT NULL DEFAULT '{}';
      ALTER TABLE api.bank_receipt
        ADD COLUMN agency_id uuid REFERENCES api.agency,
        ADD COLUMN payout_id uuid REFERENCES api.payout,
        DROP CONSTRAINT bank_receipt_check,
        DROP CONSTRAINT bank_receipt_check1,
        ADD CONSTRAINT bank_receipt_whose CHECK (
          num_nonnulls(business_id, agency_id, settled_at) <= 1
          AND (num_nonnulls(business_id, agency_id) = 1) = (assigned_at IS NOT NULL)
          AND (payout_id IS NULL OR agency_id IS NOT NULL));
      CREATE INDEX bank_receipt_repayment ON api.bank_receipt (agency_id) WHERE agency_id IS NOT NULL AND payout_id IS NULL;
      CREATE INDEX bank_receipt_payout ON api.bank_receipt (payout_id) WHERE payout_id IS NOT NULL`,
  ];
}
