import { ForwardMigration, tenantTable } from '#platform/database';

/** What each side said of the other, once. */
export class Reviews1795390152000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.review (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        engagement_id uuid NOT NULL REFERENCES api.engagement,
        side text NOT NULL CHECK (side IN ('agency', 'business')),
        agency_id uuid NOT NULL,
        business_id uuid NOT NULL,
        state jsonb NOT NULL,
        UNIQUE (engagement_id, side)
      );
      CREATE INDEX review_agency ON api.review (agency_id, id);
      CREATE INDEX review_business ON api.review (business_id, id)`,
    ...tenantTable('api', 'review', ['agency_id', 'business_id'], ['SELECT', 'INSERT']),
  ];
}
