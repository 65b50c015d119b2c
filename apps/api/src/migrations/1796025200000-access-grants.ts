import { ForwardMigration, tenantTable } from '#platform/database';

/** What businesses have let assistants into, and that it was closed again. */
export class AccessGrants1796025200000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.access_grant (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        engagement_id uuid NOT NULL REFERENCES api.engagement,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        assistant_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('open', 'to-close', 'closed')),
        review_due_on date,
        state jsonb NOT NULL,
        CHECK (review_due_on IS NULL OR status = 'open')
      );
      CREATE INDEX access_grant_engagement ON api.access_grant (engagement_id, id);
      CREATE INDEX access_grant_business ON api.access_grant (business_id, id);
      CREATE INDEX access_grant_agency ON api.access_grant (agency_id, id);
      CREATE INDEX access_grant_review ON api.access_grant (review_due_on) WHERE review_due_on IS NOT NULL`,
    ...tenantTable('api', 'access_grant', ['business_id', 'agency_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
