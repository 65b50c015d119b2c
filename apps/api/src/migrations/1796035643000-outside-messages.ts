import { ForwardMigration, tenantTable } from '#platform/database';

const channels = `('email', 'chat', 'phone', 'video', 'helpdesk', 'project-board')`;

/**
 * Messages that come from outside of here, by their own id, so that twice is once; and the addresses to which channels send
 * them. What was written before was all written here.
 */
export class OutsideMessages1796035643000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.message
        ADD COLUMN origin text NOT NULL DEFAULT 'in-app' CHECK (origin IN ('api', 'email', 'in-app', 'webhook')),
        ADD COLUMN external_id text,
        ADD COLUMN answers_external_id text,
        ADD COLUMN told_by text CHECK (told_by IN ('agency', 'business')),
        ADD COLUMN automatic boolean NOT NULL DEFAULT false,
        ADD COLUMN accepts_run_id uuid,
        ADD COLUMN asks_for_change boolean NOT NULL DEFAULT false,
        ADD COLUMN received_at timestamptz,
        ADD COLUMN file_ids uuid[] NOT NULL DEFAULT '{}',
        ADD CHECK ((origin = 'in-app') = (external_id IS NULL) AND (origin = 'in-app') = (told_by IS NULL)
               AND (origin = 'in-app') = (received_at IS NULL)),
        ADD CHECK (agreed_channel_id IS NOT NULL OR (accepts_run_id IS NULL AND NOT asks_for_change));
      COMMENT ON COLUMN api.message.received_at IS 'Null for what was written here: it was sent at the same instant';
      COMMENT ON COLUMN api.message.answers_external_id IS 'What it replies to, while that has not come in';
      CREATE UNIQUE INDEX message_external ON api.message (engagement_id, external_id, channel) WHERE external_id IS NOT NULL;
      CREATE INDEX message_early_reply ON api.message (engagement_id, answers_external_id)
        WHERE answers_external_id IS NOT NULL;
      CREATE TABLE api.channel_hook (
        id uuid PRIMARY KEY,
        engagement_id uuid NOT NULL REFERENCES api.engagement,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        organisation_id uuid NOT NULL CHECK (organisation_id IN (business_id, agency_id)),
        channel text NOT NULL CHECK (channel IN ${channels}),
        made_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE INDEX channel_hook_engagement ON api.channel_hook (engagement_id, id) WHERE ended_at IS NULL`,
    ...tenantTable('api', 'channel_hook', ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
