import { ForwardMigration, tenantTable } from '#platform/database';

/** What went back to businesses when an agency was suspended: once for each engagement and suspension. */
export class SuspensionRefunds1796059641000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.suspension_refund (
        id uuid PRIMARY KEY,
        engagement_id uuid NOT NULL REFERENCES api.engagement,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        agency_version integer NOT NULL,
        currency char(3) NOT NULL,
        packs_minor bigint NOT NULL CHECK (packs_minor >= 0),
        booked_minor bigint NOT NULL CHECK (booked_minor >= 0),
        refunded_minor bigint NOT NULL CHECK (refunded_minor >= 0),
        refund_id uuid REFERENCES api.refund,
        made_at timestamptz NOT NULL,
        CHECK ((refund_id IS NOT NULL) = (refunded_minor > 0)),
        UNIQUE (engagement_id, agency_version)
      );
      COMMENT ON COLUMN api.suspension_refund.agency_version IS 'Of the event that told of the suspension';
      CREATE INDEX suspension_refund_business ON api.suspension_refund (business_id, id);
      CREATE INDEX suspension_refund_agency ON api.suspension_refund (agency_id, id)`,
    ...tenantTable('api', 'suspension_refund', ['agency_id', 'business_id'], ['SELECT', 'INSERT']),
  ];
}
