import { ForwardMigration, sharedTable } from '#platform/database';

/** What came of the suggestions of agencies, as the api tells of it: shortlists show it. */
export class SuggestionRecords1796046100000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE matcher.suggestion_record (
        agency_id uuid PRIMARY KEY,
        measured integer NOT NULL,
        reached integer NOT NULL,
        improved integer NOT NULL
      )`,
    ...sharedTable('matcher', 'suggestion_record', ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
