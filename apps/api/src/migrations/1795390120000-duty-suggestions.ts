import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * Plain words that were asked about, and what the matcher made of them. They belong to the organisation that asked.
 * `asked_for` keeps a need from asking about the same words twice.
 */
export class DutySuggestions1795390120000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.duty_suggestion (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        organisation_id uuid NOT NULL,
        asked_for text UNIQUE,
        text text NOT NULL,
        language text CHECK (language IN ('en', 'es', 'ca')),
        asked_at timestamptz NOT NULL,
        suggested jsonb,
        suggested_at timestamptz,
        corrected_duty_codes text[],
        corrected_at timestamptz
      )`,
    ...tenantTable('api', 'duty_suggestion', ['organisation_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
