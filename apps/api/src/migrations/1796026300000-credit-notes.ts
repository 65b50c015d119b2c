import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * Numbers by issuer, series and year in the place of one counter for each agency; how an agency numbers; credit notes, and what they
 * take back of invoices and payouts. Invoices that there are keep their numbers.
 */
export class CreditNotes1796026300000 extends ForwardMigration {
  readonly statements = [
    `DROP TABLE api.invoice_counter;
      CREATE TABLE api.invoice_series (
        agency_id uuid NOT NULL REFERENCES api.agency,
        series text NOT NULL,
        year integer NOT NULL,
        last_number integer NOT NULL CHECK (last_number > 0),
        PRIMARY KEY (agency_id, series, year)
      );
      CREATE TABLE api.agency_numbering (
        agency_id uuid PRIMARY KEY REFERENCES api.agency,
        version integer NOT NULL,
        prefix text NOT NULL,
        time_zone text NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by uuid
      );
      CREATE TABLE api.credit_note (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        invoice_id uuid NOT NULL REFERENCES api.invoice,
        engagement_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        business_id uuid NOT NULL,
        number text NOT NULL,
        issued_at timestamptz NOT NULL,
        total_minor bigint NOT NULL CHECK (total_minor > 0),
        state jsonb NOT NULL,
        UNIQUE (agency_id, number)
      );
      CREATE INDEX credit_note_invoice ON api.credit_note (invoice_id);
      CREATE INDEX credit_note_agency ON api.credit_note (agency_id, issued_at, id);
      CREATE INDEX credit_note_business ON api.credit_note (business_id, issued_at, id);
      CREATE TABLE api.credit_note_payment (
        credit_note_id uuid PRIMARY KEY REFERENCES api.credit_note,
        invoice_id uuid NOT NULL REFERENCES api.invoice_payment,
        agency_id uuid NOT NULL,
        business_id uuid NOT NULL,
        currency char(3) NOT NULL,
        earnings_minor bigint NOT NULL,
        tax_minor bigint NOT NULL,
        payout_id uuid REFERENCES api.payout
      );
      CREATE INDEX credit_note_payment_invoice ON api.credit_note_payment (invoice_id);
      CREATE INDEX credit_note_payment_open ON api.credit_note_payment (currency, agency_id) WHERE payout_id IS NULL;
      ALTER TABLE api.invoice_payment ADD COLUMN credited_minor bigint NOT NULL DEFAULT 0
        CHECK (credited_minor BETWEEN 0 AND total_minor);
      ALTER TABLE api.payout ADD COLUMN credit_note_ids uuid[] NOT NULL DEFAULT '{}'`,
    ...tenantTable('api', 'invoice_series', ['agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'agency_numbering', ['agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'credit_note', ['agency_id', 'business_id'], ['SELECT', 'INSERT']),
    ...tenantTable('api', 'credit_note_payment', ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
