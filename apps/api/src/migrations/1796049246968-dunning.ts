import { ForwardMigration, tenantTable } from '#platform/database';

/** How invoices are reminded of: the steps that were agreed when one was issued, and what was sent of them. */
export class Dunning1796049246968 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.invoice_dunning (
        invoice_id uuid PRIMARY KEY REFERENCES api.invoice,
        agency_id uuid NOT NULL,
        business_id uuid NOT NULL,
        currency char(3) NOT NULL,
        due_on date NOT NULL,
        time_zone text NOT NULL,
        steps jsonb NOT NULL,
        sent integer NOT NULL DEFAULT 0,
        last_sent_on date,
        is_over boolean NOT NULL DEFAULT false
      );
      COMMENT ON COLUMN api.invoice_dunning.is_over IS 'Nothing is to be sent any more: paid, taken back, or all was said';
      CREATE INDEX invoice_dunning_due ON api.invoice_dunning (due_on) WHERE NOT is_over;
      CREATE TABLE api.invoice_reminder (
        invoice_id uuid NOT NULL REFERENCES api.invoice_dunning,
        step integer NOT NULL CHECK (step > 0),
        agency_id uuid NOT NULL,
        business_id uuid NOT NULL,
        sent_at timestamptz NOT NULL,
        sent_on date NOT NULL,
        open_minor bigint NOT NULL CHECK (open_minor > 0),
        fee_minor bigint NOT NULL CHECK (fee_minor >= 0),
        PRIMARY KEY (invoice_id, step)
      )`,
    ...tenantTable('api', 'invoice_dunning', ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'invoice_reminder', ['agency_id', 'business_id'], ['SELECT', 'INSERT']),
  ];
}
