import { ForwardMigration, tenantTable } from '#platform/database';

const parties = `business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        assistant_id uuid NOT NULL`;
const channels = `('email', 'chat', 'phone', 'video', 'helpdesk', 'project-board')`;

/**
 * What the two sides of an engagement write to each other. Two places for channels, each with one channel at a time, and no
 * channel in both: more than two can't be agreed, nor can a thread be opened in another. Engagements that began before have
 * the channels of the terms in force, from their start.
 */
export class Conversation1796033757000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.agreed_channel (
        id uuid PRIMARY KEY,
        engagement_id uuid NOT NULL REFERENCES api.engagement,
        business_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        channel text NOT NULL CHECK (channel IN ${channels}),
        place smallint NOT NULL CHECK (place IN (1, 2)),
        period tstzrange NOT NULL CHECK (NOT isempty(period) AND NOT lower_inf(period)),
        UNIQUE (id, engagement_id, channel),
        EXCLUDE USING gist (engagement_id WITH =, place WITH =, period WITH &&),
        EXCLUDE USING gist (engagement_id WITH =, channel WITH =, period WITH &&)
      );
      INSERT INTO api.agreed_channel (id, engagement_id, business_id, agency_id, channel, place, period)
        SELECT gen_random_uuid(), engagement.id, engagement.business_id, engagement.agency_id, agreed.channel, agreed.place,
               tstzrange((engagement.state ->> 'startedAt')::timestamptz, NULL)
          FROM api.engagement
          JOIN api.agreement ON agreement.id = engagement.id
          JOIN LATERAL jsonb_array_elements(agreement.versions) AS signed
            ON (signed ->> 'number')::int = agreement.in_force_number
          JOIN LATERAL jsonb_array_elements_text(signed -> 'terms' -> 'channels')
               WITH ORDINALITY AS agreed(channel, place) ON true;
      CREATE TABLE api.conversation (
        engagement_id uuid PRIMARY KEY REFERENCES api.engagement,
        ${parties},
        messages integer NOT NULL DEFAULT 0,
        revision integer NOT NULL DEFAULT 0,
        last_message_at timestamptz
      );
      COMMENT ON COLUMN api.conversation.revision IS 'Grows with whatever changes in it, so that streams know of news';
      CREATE INDEX conversation_business ON api.conversation (business_id);
      CREATE INDEX conversation_agency ON api.conversation (agency_id);
      CREATE TABLE api.thread (
        id uuid PRIMARY KEY,
        engagement_id uuid NOT NULL REFERENCES api.conversation,
        ${parties},
        opened_in uuid NOT NULL,
        channel text NOT NULL,
        place smallint NOT NULL,
        subject text NOT NULL,
        opened_by text NOT NULL CHECK (opened_by IN ('agency', 'assistant', 'business')),
        opened_at timestamptz NOT NULL,
        messages integer NOT NULL DEFAULT 0,
        last_message_at timestamptz,
        UNIQUE (id, engagement_id),
        FOREIGN KEY (opened_in, engagement_id, channel) REFERENCES api.agreed_channel (id, engagement_id, channel)
      );
      COMMENT ON COLUMN api.thread.channel IS 'In which it was opened; it goes on in whatever has the place by then';
      CREATE INDEX thread_engagement ON api.thread (engagement_id, id);
      CREATE TABLE api.message (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        engagement_id uuid NOT NULL,
        thread_id uuid NOT NULL,
        ${parties},
        number integer NOT NULL,
        written_by text NOT NULL CHECK (written_by IN ('agency', 'assistant', 'business')),
        channel text NOT NULL CHECK (channel IN ${channels}),
        agreed_channel_id uuid,
        text text NOT NULL,
        replies_to uuid REFERENCES api.message,
        sent_at timestamptz NOT NULL,
        open_kind text CHECK (open_kind IN ('promise', 'question')),
        waits_for text CHECK (waits_for IN ('agency', 'business')),
        due_at timestamptz,
        overdue_at timestamptz,
        settled_at timestamptz,
        settled_as text CHECK (settled_as IN ('answered', 'kept', 'withdrawn')),
        settled_by uuid REFERENCES api.message,
        words tsvector NOT NULL GENERATED ALWAYS AS (
          to_tsvector('pg_catalog.simple', text) || to_tsvector('pg_catalog.english', text)
          || to_tsvector('pg_catalog.spanish', text) || to_tsvector('pg_catalog.catalan', text)) STORED,
        UNIQUE (engagement_id, number),
        FOREIGN KEY (thread_id, engagement_id) REFERENCES api.thread (id, engagement_id),
        FOREIGN KEY (agreed_channel_id, engagement_id, channel) REFERENCES api.agreed_channel (id, engagement_id, channel),
        CHECK ((open_kind IS NULL) = (due_at IS NULL) AND (open_kind IS NULL) = (waits_for IS NULL)),
        CHECK ((settled_at IS NULL) = (settled_as IS NULL) AND (settled_at IS NULL OR open_kind IS NOT NULL)),
        CHECK (overdue_at IS NULL OR open_kind IS NOT NULL)
      );
      COMMENT ON COLUMN api.message.agreed_channel_id IS 'Null for what was said elsewhere than in an agreed channel';
      CREATE INDEX message_thread ON api.message (thread_id, number) INCLUDE (written_by);
      CREATE INDEX message_words ON api.message USING gin (words);
      CREATE INDEX message_open ON api.message (engagement_id, due_at, id) WHERE open_kind IS NOT NULL AND settled_at IS NULL;
      CREATE INDEX message_falling_due ON api.message (due_at)
        WHERE open_kind IS NOT NULL AND settled_at IS NULL AND overdue_at IS NULL;
      CREATE TABLE api.read_mark (
        thread_id uuid NOT NULL REFERENCES api.thread,
        reader_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        up_to integer NOT NULL,
        PRIMARY KEY (thread_id, reader_id, organisation_id)
      )`,
    ...['agreed_channel', 'conversation', 'thread', 'message'].flatMap((table) =>
      tenantTable('api', table, ['agency_id', 'business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ),
    ...tenantTable('api', 'read_mark', ['organisation_id']),
  ];
}
