import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * Mailboxes in which the customers of a business write, how reading each stands, and when mails came and which answers which: neither who
 * wrote nor what. The password is sealed with a key that the database doesn't have.
 */
export class Mailboxes1796058600000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.mailbox (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        business_id uuid NOT NULL REFERENCES api.business,
        status text NOT NULL CHECK (status IN ('connected', 'unreachable', 'disconnected')),
        state jsonb NOT NULL
      );
      CREATE INDEX mailbox_business ON api.mailbox (business_id, id) WHERE status <> 'disconnected';
      CREATE TABLE api.mailbox_reading (
        mailbox_id uuid PRIMARY KEY,
        business_id uuid NOT NULL,
        password bytea NOT NULL,
        positions jsonb NOT NULL,
        next_at timestamptz NOT NULL,
        last_read_at timestamptz,
        failures integer NOT NULL DEFAULT 0,
        failing_since timestamptz,
        failure text CHECK (failure IN ('address-refused', 'connection', 'host-unknown', 'login-refused', 'no-sent-folder', 'not-imap', 'password-lost', 'timeout', 'tls', 'too-large')),
        caught_up boolean NOT NULL DEFAULT false,
        mails integer NOT NULL DEFAULT 0
      );
      COMMENT ON COLUMN api.mailbox_reading.next_at IS 'Also a lease: whoever reads it puts it off until it must have ended';
      CREATE INDEX mailbox_reading_due ON api.mailbox_reading (next_at);
      CREATE TABLE api.mailbox_mail (
        mailbox_id uuid NOT NULL,
        business_id uuid NOT NULL,
        message_id text NOT NULL,
        thread text NOT NULL,
        direction text NOT NULL CHECK (direction IN ('in', 'out')),
        came_at timestamptz NOT NULL,
        automatic boolean NOT NULL,
        PRIMARY KEY (mailbox_id, message_id)
      );
      CREATE INDEX mailbox_mail_thread ON api.mailbox_mail (mailbox_id, thread, came_at);
      CREATE INDEX mailbox_mail_came ON api.mailbox_mail (mailbox_id, came_at)`,
    ...tenantTable('api', 'mailbox', ['business_id'], ['SELECT', 'INSERT', 'UPDATE']),
    ...tenantTable('api', 'mailbox_reading', ['business_id']),
    ...tenantTable('api', 'mailbox_mail', ['business_id']),
  ];
}
