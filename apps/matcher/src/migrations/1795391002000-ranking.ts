import { ForwardMigration, sharedTable } from '#platform/database';

/** How many shortlists each need has had, which gives the next one its version, and for which version of the need. */
export class Ranking1795391002000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE matcher.shortlist (
        need_id uuid PRIMARY KEY,
        version integer NOT NULL,
        need_version integer NOT NULL
      )`,
    ...sharedTable('matcher', 'shortlist', ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
