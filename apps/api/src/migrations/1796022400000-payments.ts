import { ForwardMigration, tenantTable } from '#platform/database';

const role = 'ajudant_api';

/**
 * How invoices are paid, receipts on the marketplace's bank account, and what goes out to agencies. Invoices that were issued before
 * get their reference (ISO 11649; R is 27, F is 15) and their place in the books, as if they had been issued now.
 */
export class Payments1796022400000 extends ForwardMigration {
  readonly statements = [
    `CREATE SEQUENCE api.payment_reference_number;
      GRANT USAGE ON SEQUENCE api.payment_reference_number TO ${role};
      CREATE TABLE api.agency_bank_account (
        agency_id uuid PRIMARY KEY REFERENCES api.agency,
        version integer NOT NULL,
        holder text NOT NULL,
        iban text NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by uuid
      );
      CREATE TABLE api.payout_batch (
        id uuid PRIMARY KEY,
        currency char(3) NOT NULL,
        made_at timestamptz NOT NULL,
        made_by uuid,
        sent_at timestamptz
      );
      CREATE TABLE api.payout (
        id uuid PRIMARY KEY,
        batch_id uuid NOT NULL REFERENCES api.payout_batch,
        agency_id uuid NOT NULL,
        holder text NOT NULL,
        iban text NOT NULL,
        currency char(3) NOT NULL,
        earnings_minor bigint NOT NULL CHECK (earnings_minor >= 0),
        tax_minor bigint NOT NULL CHECK (tax_minor >= 0),
        invoice_ids uuid[] NOT NULL,
        status text NOT NULL CHECK (status IN ('made', 'sent', 'returned')),
        made_at timestamptz NOT NULL,
        sent_at timestamptz,
        returned_at timestamptz
      );
      CREATE INDEX payout_agency ON api.payout (agency_id, made_at, id);
      CREATE INDEX payout_of_batch ON api.payout (batch_id);
      CREATE TABLE api.invoice_payment (
        invoice_id uuid PRIMARY KEY REFERENCES api.invoice,
        agency_id uuid NOT NULL,
        business_id uuid NOT NULL,
        reference text NOT NULL UNIQUE,
        currency char(3) NOT NULL,
        earnings_minor bigint NOT NULL,
        tax_minor bigint NOT NULL,
        total_minor bigint NOT NULL,
        issued_at timestamptz NOT NULL,
        due_on date NOT NULL,
        paid_at timestamptz,
        payout_id uuid REFERENCES api.payout
      );
      CREATE INDEX invoice_payment_open ON api.invoice_payment (business_id, currency, issued_at) WHERE paid_at IS NULL;
      CREATE INDEX invoice_payment_due ON api.invoice_payment (currency, total_minor) WHERE paid_at IS NULL;
      CREATE INDEX invoice_payment_earned ON api.invoice_payment (currency, agency_id) WHERE paid_at IS NOT NULL AND payout_id IS NULL;
      CREATE TABLE api.bank_receipt (
        id uuid PRIMARY KEY,
        bank_reference text NOT NULL UNIQUE,
        booked_on date NOT NULL,
        currency char(3) NOT NULL,
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        payer_name text,
        payer_iban text,
        remittance text NOT NULL,
        imported_at timestamptz NOT NULL,
        business_id uuid,
        assigned_at timestamptz,
        CHECK ((business_id IS NULL) = (assigned_at IS NULL))
      );
      CREATE INDEX bank_receipt_unassigned ON api.bank_receipt (id) WHERE business_id IS NULL;
      CREATE INDEX bank_receipt_payer ON api.bank_receipt (payer_iban) WHERE business_id IS NOT NULL`,
    ...tenantTable('api', 'agency_bank_account', ['agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'payout_batch', 'ARRAY[]::uuid[]', ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'payout', ['agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'invoice_payment', ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'bank_receipt', ['business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    `SELECT set_config('ajudant.scope', 'marketplace', true);
      INSERT INTO api.invoice_payment (invoice_id, agency_id, business_id, reference, currency, earnings_minor, tax_minor, total_minor,
                                       issued_at, due_on)
      SELECT id, agency_id, business_id, 'RF' || lpad((98 - mod((own || '271500')::numeric, 97))::text, 2, '0') || own,
             state #>> '{total,currency}', (state #>> '{subtotal,amountMinor}')::bigint,
             (state #>> '{tax,amountMinor}')::bigint, total_minor, issued_at, (issued_at + interval '14 days')::date
        FROM (SELECT *, nextval('api.payment_reference_number')::text AS own FROM api.invoice ORDER BY issued_at, id) AS numbered;
      INSERT INTO api.ledger_transaction (id, reference, fact, cause_id, currency, parties, occurred_at)
      SELECT gen_random_uuid(), 'invoiceIssued:' || invoice_id, 'invoiceIssued', invoice_id, currency, ARRAY[agency_id, business_id], issued_at
        FROM api.invoice_payment WHERE total_minor > 0;
      INSERT INTO api.ledger_posting (id, transaction_id, party, purpose, currency, amount_minor, occurred_at)
      SELECT gen_random_uuid(), made.id, line.party, line.purpose, made.currency, line.amount_minor, made.occurred_at
        FROM api.ledger_transaction made JOIN api.invoice_payment paid ON paid.invoice_id = made.cause_id,
             LATERAL (VALUES (paid.business_id, 'receivable', paid.total_minor),
                             (paid.agency_id, 'agency-payable', -paid.earnings_minor),
                             (NULL, 'commission', -(paid.total_minor - paid.earnings_minor - paid.tax_minor)),
                             (paid.agency_id, 'tax-payable', -paid.tax_minor)) AS line (party, purpose, amount_minor)
       WHERE made.fact = 'invoiceIssued' AND line.amount_minor <> 0`,
  ];
}
