import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * What a dispute keeps from being paid out of an invoice, by one dispute at a time; and the accounts of what is held for booked time, goes
 * back to businesses, or is in dispute.
 */
export class DisputeHolds1796043300000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.ledger_posting DROP CONSTRAINT ledger_posting_purpose_check;
      ALTER TABLE api.ledger_posting ADD CONSTRAINT ledger_posting_purpose_check
        CHECK (purpose IN ('payment-clearing', 'unassigned', 'prepaid', 'held', 'refunds-payable', 'receivable', 'agency-payable',
                           'tax-payable', 'disputed', 'commission'));
      CREATE TABLE api.dispute_hold (
        id uuid PRIMARY KEY,
        dispute_id uuid NOT NULL,
        invoice_id uuid NOT NULL REFERENCES api.invoice_payment,
        agency_id uuid NOT NULL,
        currency char(3) NOT NULL,
        earnings_minor bigint NOT NULL CHECK (earnings_minor >= 0),
        tax_minor bigint NOT NULL CHECK (tax_minor >= 0),
        held_at timestamptz NOT NULL,
        settled_at timestamptz
      );
      CREATE UNIQUE INDEX dispute_hold_open ON api.dispute_hold (invoice_id) WHERE settled_at IS NULL;
      CREATE INDEX dispute_hold_dispute ON api.dispute_hold (dispute_id)`,
    ...tenantTable('api', 'dispute_hold', ['agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
