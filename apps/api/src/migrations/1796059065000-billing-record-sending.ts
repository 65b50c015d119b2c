import { ForwardMigration } from '#platform/database';

const role = 'ajudant_api';

/** What became of each record of an invoice with whoever takes them for the tax office; those from before wait for it, too. */
export class BillingRecordSending1796059065000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.billing_record
        ADD COLUMN sent_at timestamptz,
        ADD COLUMN outcome text CHECK (outcome IN ('kept', 'accepted', 'accepted-with-errors', 'refused')),
        ADD COLUMN said text,
        ADD CHECK ((sent_at IS NULL) = (outcome IS NULL));
      GRANT UPDATE (sent_at, outcome, said) ON api.billing_record TO ${role};
      CREATE INDEX billing_record_unsent ON api.billing_record (agency_id, position) WHERE sent_at IS NULL`,
  ];
}
