import { ForwardMigration, tenantTable } from '#platform/database';

/** When the words of an engagement that is over go, and that they went. */
export class WordsRetention1796059064000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.words_retention (
        engagement_id uuid PRIMARY KEY REFERENCES api.engagement,
        agency_id uuid NOT NULL,
        business_id uuid NOT NULL,
        ended_on date NOT NULL,
        goes_on date NOT NULL CHECK (goes_on > ended_on),
        years integer NOT NULL CHECK (years > 0),
        source text NOT NULL,
        messages integer,
        removed_at timestamptz,
        CHECK ((messages IS NULL) = (removed_at IS NULL))
      );
      CREATE INDEX words_retention_due ON api.words_retention (goes_on) WHERE removed_at IS NULL`,
    ...tenantTable('api', 'words_retention', ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
