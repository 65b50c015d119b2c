import { ForwardMigration, sharedTable, tenantTable } from '#platform/database';

/**
 * Payments by card, refunds to the card, and payouts to accounts at the payment service; and of what the service is to be asked about, and when.
 * A payout or refund goes either to a bank account or by the service.
 */
export class CardPayments1796058429000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.card_payment (
        id uuid PRIMARY KEY,
        business_id uuid NOT NULL REFERENCES api.business,
        invoice_id uuid REFERENCES api.invoice_payment,
        currency char(3) NOT NULL,
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        service_id text NOT NULL UNIQUE,
        intent_id text UNIQUE,
        url text NOT NULL,
        status text NOT NULL CHECK (status IN ('open', 'processing', 'paid', 'ended')),
        made_at timestamptz NOT NULL,
        made_by uuid,
        expires_at timestamptz NOT NULL,
        received_currency char(3),
        received_minor bigint CHECK (received_minor > 0),
        fee_currency char(3),
        fee_minor bigint CHECK (fee_minor >= 0),
        paid_at timestamptz,
        CHECK ((status = 'paid') = (received_minor IS NOT NULL)),
        CHECK ((received_minor IS NULL) = (paid_at IS NULL))
      );
      CREATE INDEX card_payment_business ON api.card_payment (business_id, made_at, id);
      CREATE TABLE api.chargeback (
        id uuid PRIMARY KEY,
        service_id text NOT NULL UNIQUE,
        card_payment_id uuid NOT NULL REFERENCES api.card_payment,
        business_id uuid NOT NULL,
        currency char(3) NOT NULL,
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        status text NOT NULL CHECK (status IN ('taken', 'given-back')),
        fee_minor bigint,
        taken_at timestamptz NOT NULL,
        given_back_at timestamptz
      );
      CREATE INDEX chargeback_payment ON api.chargeback (card_payment_id);
      CREATE TABLE api.agency_payment_account (
        agency_id uuid PRIMARY KEY REFERENCES api.agency,
        service_id text NOT NULL UNIQUE,
        is_ready boolean NOT NULL DEFAULT false,
        opened_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL
      );
      CREATE TABLE api.payment_service_task (
        about text NOT NULL CHECK (about IN ('payment', 'refund', 'transfer', 'chargeback', 'account')),
        subject text NOT NULL,
        due_at timestamptz NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        fault text,
        PRIMARY KEY (about, subject)
      );
      CREATE INDEX payment_service_task_due ON api.payment_service_task (due_at);
      ALTER TABLE api.refund
        ADD COLUMN card_payment_id uuid REFERENCES api.card_payment,
        ADD COLUMN service_id text UNIQUE,
        ALTER COLUMN holder DROP NOT NULL,
        ALTER COLUMN iban DROP NOT NULL,
        ADD CHECK (num_nonnulls(card_payment_id, iban) = 1 AND (iban IS NULL) = (holder IS NULL));
      CREATE INDEX refund_card_payment ON api.refund (card_payment_id) WHERE card_payment_id IS NOT NULL;
      ALTER TABLE api.payout
        ADD COLUMN payment_account text,
        ADD COLUMN transfer_id text UNIQUE,
        ALTER COLUMN holder DROP NOT NULL,
        ALTER COLUMN iban DROP NOT NULL,
        ADD CHECK (num_nonnulls(payment_account, iban) = 1 AND (iban IS NULL) = (holder IS NULL));
      ALTER TABLE api.bank_receipt
        ADD COLUMN settled_at timestamptz,
        ADD CHECK (settled_at IS NULL OR business_id IS NULL);
      DROP INDEX api.bank_receipt_unassigned;
      CREATE INDEX bank_receipt_unassigned ON api.bank_receipt (id) WHERE business_id IS NULL AND settled_at IS NULL`,
    ...tenantTable('api', 'card_payment', ['business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'chargeback', ['business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'agency_payment_account', ['agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...sharedTable('api', 'payment_service_task', ['SELECT', 'INSERT', 'UPDATE', 'DELETE']),
  ];
}
