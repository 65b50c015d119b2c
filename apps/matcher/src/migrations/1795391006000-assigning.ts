import { ForwardMigration, sharedTable } from '#platform/database';

/** Needs that wait for somebody, so that scarce hours can be given out for all of them together. */
export class Assigning1795391006000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE matcher.open_need (
        need_id uuid PRIMARY KEY,
        matching jsonb,
        posted_at timestamptz,
        over boolean NOT NULL DEFAULT false
      );
      CREATE INDEX open_need_waiting ON matcher.open_need (posted_at, need_id) WHERE NOT over;`,
    ...sharedTable('matcher', 'open_need', ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
