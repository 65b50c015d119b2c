import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * When the term of an engagement is over moves out of its row, which only its facts write, into a table that is read from
 * the agreement. That an engagement has ended its own row says, so the agreement's copy goes.
 */
export class EngagementTerms1795390200000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.engagement_term (
        engagement_id uuid PRIMARY KEY REFERENCES api.engagement,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        ends_on date NOT NULL,
        over_at timestamptz
      );
      COMMENT ON COLUMN api.engagement_term.over_at IS 'When somebody has to end it; null once it has ended';
      CREATE INDEX engagement_term_over ON api.engagement_term (over_at) WHERE over_at IS NOT NULL;
      INSERT INTO api.engagement_term (engagement_id, business_id, agency_id, ends_on, over_at)
        SELECT id, business_id, agency_id, ends_on, CASE WHEN status = 'active' THEN over_at END
          FROM api.engagement WHERE ends_on IS NOT NULL;
      ALTER TABLE api.engagement DROP COLUMN ends_on, DROP COLUMN over_at;
      ALTER TABLE api.agreement DROP COLUMN engagement_ended_at`,
    ...tenantTable('api', 'engagement_term', ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
