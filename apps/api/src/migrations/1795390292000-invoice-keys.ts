import { ForwardMigration } from '#platform/database';

/** When an invoice was issued and what it comes to, by which invoices are looked for and ordered. */
export class InvoiceKeys1795390292000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.invoice ADD COLUMN issued_at timestamptz, ADD COLUMN total_minor bigint;
      UPDATE api.invoice SET issued_at = (state ->> 'issuedAt')::timestamptz,
                             total_minor = (state #>> '{total,amountMinor}')::bigint;
      ALTER TABLE api.invoice ALTER COLUMN issued_at SET NOT NULL, ALTER COLUMN total_minor SET NOT NULL;
      CREATE INDEX invoice_agency_issued ON api.invoice (agency_id, issued_at, id);
      CREATE INDEX invoice_business_issued ON api.invoice (business_id, issued_at, id)`,
  ];
}
