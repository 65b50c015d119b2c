import { ForwardMigration } from '#platform/database';

/**
 * A session can be told by the program that began it, and a refresh token that comes again can be told from a stolen one by who
 * sent it first. Sessions that are there already have neither, and end as before when one of their tokens comes again.
 */
export class KnownSessions1796009957000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.refresh_token ADD COLUMN program text;
      ALTER TABLE api.refresh_token ADD COLUMN used_by text;
      CREATE INDEX refresh_token_user ON api.refresh_token (user_id)`,
  ];
}
