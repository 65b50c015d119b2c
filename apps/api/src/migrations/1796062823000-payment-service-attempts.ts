import { ForwardMigration } from '#platform/database';

/**
 * How often the payment service has refused what it was told to do, so that the next order has a key of its own; transfers that are called off; and fees
 * of reminders that were paid and are waived since their invoice fell.
 */
export class PaymentServiceAttempts1796062823000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.payment_service_task ADD COLUMN refusals integer NOT NULL DEFAULT 0;
      ALTER TABLE api.payout ADD COLUMN call_off_asked_at timestamptz;
      ALTER TABLE api.invoice_reminder DROP CONSTRAINT invoice_reminder_check1;
      ALTER TABLE api.invoice_reminder ADD COLUMN return_payout_id uuid REFERENCES api.payout;
      GRANT UPDATE (return_payout_id) ON api.invoice_reminder TO ajudant_api`,
  ];
}
