import { forcedSecurity, ForwardMigration, sharedTable, tenantTable } from '#platform/database';

/**
 * What people were told, and how they want to be. A notification belongs to a person in one of her organisations; each event tells
 * her once. `digest_at` stands while it waits for her morning. Preferences are a person's own, and so readable for the marketplace's
 * scope alone. A mail names the address at which it can be unsubscribed from.
 */
export class Notifications1796020000000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.notification (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES api.user_account,
        organisation_id uuid NOT NULL,
        event_id uuid NOT NULL,
        kind text NOT NULL,
        side text NOT NULL CHECK (side IN ('agency', 'assistant', 'business', 'marketplace')),
        topic text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        facts jsonb NOT NULL,
        happened_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        digest_at timestamptz,
        UNIQUE (user_id, organisation_id, event_id)
      );
      CREATE INDEX notification_list ON api.notification (user_id, organisation_id, created_at, id);
      CREATE INDEX notification_unread ON api.notification (user_id, organisation_id, created_at, id) WHERE read_at IS NULL;
      CREATE INDEX notification_digest ON api.notification (digest_at) WHERE digest_at IS NOT NULL;
      CREATE INDEX notification_age ON api.notification (created_at);
      CREATE TABLE api.notification_preference (
        user_id uuid PRIMARY KEY REFERENCES api.user_account,
        version integer NOT NULL,
        time_zone text,
        mail jsonb NOT NULL
      );
      CREATE INDEX membership_marketplace ON api.membership (user_id) WHERE organisation_kind = 'marketplace';
      ALTER TABLE api.mail ADD COLUMN unsubscribe_url text`,
    ...tenantTable('api', 'notification', ['organisation_id']),
    'ALTER TABLE api.notification_preference ENABLE ROW LEVEL SECURITY',
    `CREATE POLICY notification_preference_marketplace ON api.notification_preference
       USING (current_setting('ajudant.scope', true) = 'marketplace')`,
    forcedSecurity('api', 'notification_preference'),
    ...sharedTable('api', 'notification_preference'),
  ];
}
