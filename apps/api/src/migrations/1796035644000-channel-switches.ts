import { ForwardMigration, tenantTable } from '#platform/database';

/** What the two sides say of other channels: at most one proposal at a time waits for an answer. */
export class ChannelSwitches1796035644000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.channel_switch (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        engagement_id uuid NOT NULL REFERENCES api.engagement,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        assistant_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('agreed', 'declined', 'lapsed', 'proposed', 'withdrawn')),
        starts_at timestamptz NOT NULL,
        state jsonb NOT NULL
      );
      CREATE UNIQUE INDEX channel_switch_proposed ON api.channel_switch (engagement_id) WHERE status = 'proposed';
      CREATE INDEX channel_switch_engagement ON api.channel_switch (engagement_id, id);
      CREATE INDEX channel_switch_lapsing ON api.channel_switch (starts_at) WHERE status = 'proposed'`,
    ...tenantTable('api', 'channel_switch', ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
