import { ForwardMigration } from '#platform/database';

const role = 'ajudant_api';

/**
 * Fees of reminders are owed in the books, paid like invoices, and paid out to the agency; or waived. Those that were stated before are owed
 * from now on, where their invoice isn't taken back whole.
 */
export class ReminderFees1796057758000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.payout ADD COLUMN reminder_fee_ids uuid[] NOT NULL DEFAULT '{}';
      ALTER TABLE api.invoice_reminder
        ADD COLUMN fee_id uuid UNIQUE,
        ADD COLUMN currency char(3),
        ADD COLUMN fee_paid_at timestamptz,
        ADD COLUMN fee_waived_at timestamptz,
        ADD COLUMN payout_id uuid REFERENCES api.payout,
        ADD CHECK (fee_id IS NOT NULL OR (fee_paid_at IS NULL AND fee_waived_at IS NULL AND payout_id IS NULL)),
        ADD CHECK (fee_paid_at IS NULL OR fee_waived_at IS NULL);
      GRANT UPDATE (fee_paid_at, fee_waived_at, payout_id) ON api.invoice_reminder TO ${role};
      CREATE INDEX invoice_reminder_open_fee ON api.invoice_reminder (business_id, currency)
        WHERE fee_id IS NOT NULL AND fee_paid_at IS NULL AND fee_waived_at IS NULL`,
    `SELECT set_config('ajudant.scope', 'marketplace', true);
      UPDATE api.invoice_reminder reminder SET currency = dunning.currency,
             fee_id = CASE WHEN fee_minor > 0 AND payment.credited_minor < payment.total_minor THEN gen_random_uuid() END
        FROM api.invoice_dunning dunning JOIN api.invoice_payment payment ON payment.invoice_id = dunning.invoice_id
       WHERE dunning.invoice_id = reminder.invoice_id;
      ALTER TABLE api.invoice_reminder ALTER COLUMN currency SET NOT NULL;
      INSERT INTO api.ledger_transaction (id, reference, fact, cause_id, currency, parties, occurred_at)
      SELECT gen_random_uuid(), 'reminderFeeCharged:' || fee_id, 'reminderFeeCharged', fee_id, currency, ARRAY[business_id, agency_id], now()
        FROM api.invoice_reminder WHERE fee_id IS NOT NULL;
      INSERT INTO api.ledger_posting (id, transaction_id, party, purpose, currency, amount_minor, occurred_at)
      SELECT gen_random_uuid(), made.id, line.party, line.purpose, made.currency, line.amount_minor, made.occurred_at
        FROM api.ledger_transaction made JOIN api.invoice_reminder reminder ON reminder.fee_id = made.cause_id,
             LATERAL (VALUES (reminder.business_id, 'receivable', reminder.fee_minor),
                             (reminder.agency_id, 'agency-payable', -reminder.fee_minor)) AS line (party, purpose, amount_minor)
       WHERE made.fact = 'reminderFeeCharged'`,
  ];
}
