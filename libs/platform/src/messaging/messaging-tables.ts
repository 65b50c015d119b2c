import type { Schema } from '../database/database.js';
import { roleOf } from '../database/roles.js';

/** Events per partition of the journal; old partitions are dropped as a whole. */
export const partitionSize = 1_000_000;

const eventColumns = `
  event_id uuid NOT NULL,
  type text NOT NULL,
  aggregate_type text NOT NULL,
  aggregate_id uuid NOT NULL,
  aggregate_version integer NOT NULL,
  audience uuid[] NOT NULL,
  occurred_at timestamptz NOT NULL,
  correlation_id text NOT NULL,
  causation_id text,
  traceparent text,
  data jsonb NOT NULL`;

/**
 * For an app's first migration: outbox, journal, cursors, inbox and dead letters of a schema.
 *
 * A use case inserts into the outbox in its own transaction. The sequencer moves what is visible into the journal, which
 * gives the position; every reader follows the journal with a durable cursor of its own. The journal is partitioned by
 * position, and functions of the owner make and drop partitions, because the app's role owns no table.
 */
export const messagingTables = (schema: Schema): string[] => [
  ...outbox(schema),
  ...journal(schema),
  ...journalPartitions(schema),
  ...inbox(schema),
  ...deadLetters(schema),
];

// Rows live for milliseconds: without eager vacuuming the sequencer would walk over ever more dead ones.
const outbox = (schema: Schema): string[] => [
  `CREATE TABLE ${schema}.outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ${eventColumns})
   WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0)`,
  `GRANT SELECT, INSERT, DELETE ON ${schema}.outbox TO ${roleOf(schema)}`,
];

// A seal is a hash over a batch of events and the seal before it: what is changed afterwards shows.
const journal = (schema: Schema): string[] => [
  `CREATE SEQUENCE ${schema}.journal_position AS bigint`,
  `CREATE TABLE ${schema}.journal (
     position bigint NOT NULL DEFAULT nextval('${schema}.journal_position') PRIMARY KEY, ${eventColumns}
   ) PARTITION BY RANGE (position)`,
  `CREATE INDEX journal_audience ON ${schema}.journal USING gin (audience)`,
  `ALTER TABLE ${schema}.journal ENABLE ROW LEVEL SECURITY`,
  `CREATE POLICY journal_audience ON ${schema}.journal USING (${schema}.may_see(VARIADIC audience))`,
  `CREATE TABLE ${schema}.journal_seal (
     last_position bigint PRIMARY KEY,
     first_position bigint NOT NULL,
     events integer NOT NULL,
     hash bytea NOT NULL
   )`,
  `CREATE TABLE ${schema}.cursor (reader text PRIMARY KEY, position bigint NOT NULL DEFAULT 0) WITH (fillfactor = 50)`,
  `GRANT USAGE, SELECT ON SEQUENCE ${schema}.journal_position TO ${roleOf(schema)}`,
  `GRANT SELECT, INSERT ON ${schema}.journal, ${schema}.journal_seal TO ${roleOf(schema)}`,
  `GRANT SELECT, INSERT, UPDATE ON ${schema}.cursor TO ${roleOf(schema)}`,
];

/**
 * `extend_journal` makes the partition of the next position and the one after it; it is called under the sequencer's lock.
 * A partition is made apart and attached, which readers and writers of the others don't notice. `drop_journal_before`
 * drops partitions that hold nothing newer than an instant and nothing that a reader has yet to read.
 */
const journalPartitions = (schema: Schema): string[] => [
  `CREATE FUNCTION ${schema}.extend_journal() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
     SET search_path = pg_catalog AS $$
   DECLARE
     current bigint := (SELECT last_value / ${partitionSize} FROM ${schema}.journal_position);
   BEGIN
     FOR part IN current .. current + 1 LOOP
       CONTINUE WHEN to_regclass('${schema}.journal_' || part) IS NOT NULL;
       EXECUTE format('CREATE TABLE ${schema}.%I (LIKE ${schema}.journal INCLUDING DEFAULTS)', 'journal_' || part);
       EXECUTE format('ALTER TABLE ${schema}.journal ATTACH PARTITION ${schema}.%I FOR VALUES FROM (%s) TO (%s)',
         'journal_' || part, part * ${partitionSize}, (part + 1) * ${partitionSize});
     END LOOP;
   END $$`,
  `CREATE FUNCTION ${schema}.drop_journal_before(instant timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
     SET search_path = pg_catalog SET lock_timeout = '5s' AS $$
   DECLARE
     current bigint := (SELECT last_value / ${partitionSize} FROM ${schema}.journal_position);
     reached bigint := (SELECT coalesce(min(position), 0) FROM ${schema}.cursor);
     part bigint;
     dropped integer := 0;
     kept boolean;
   BEGIN
     FOR part IN
       SELECT substring(relname FROM '\\d+$')::bigint FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
       WHERE inhparent = '${schema}.journal'::regclass ORDER BY 1
     LOOP
       EXIT WHEN part >= current OR reached < (part + 1) * ${partitionSize} - 1;
       EXECUTE format('SELECT EXISTS (SELECT FROM ${schema}.%I WHERE occurred_at >= $1)', 'journal_' || part)
         INTO kept USING instant;
       EXIT WHEN kept;
       EXECUTE format('DROP TABLE ${schema}.%I', 'journal_' || part);
       dropped := dropped + 1;
     END LOOP;
     RETURN dropped;
   END $$`,
  `SELECT ${schema}.extend_journal()`,
  ...['extend_journal()', 'drop_journal_before(timestamptz)'].flatMap((signature) => [
    `REVOKE EXECUTE ON FUNCTION ${schema}.${signature} FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION ${schema}.${signature} TO ${roleOf(schema)}`,
  ]),
];

const inbox = (schema: Schema): string[] => [
  `CREATE TABLE ${schema}.inbox (
     consumer text NOT NULL,
     aggregate_type text NOT NULL,
     aggregate_id uuid NOT NULL,
     last_version integer NOT NULL,
     PRIMARY KEY (consumer, aggregate_type, aggregate_id)
   ) WITH (fillfactor = 80)`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}.inbox TO ${roleOf(schema)}`,
];

/**
 * For a migration after the first: an administrator may give a letter up. What waits is what has no `resolved_at`, as before: it was
 * set when a letter was replayed.
 */
export const discardedLetters = (schema: Schema): string[] => [
  `ALTER TABLE ${schema}.dead_letter DROP CONSTRAINT dead_letter_status_check,
     ADD CONSTRAINT dead_letter_status_check CHECK (status IN ('retrying', 'dead', 'parked', 'replayed', 'discarded')),
     ADD CONSTRAINT dead_letter_resolved CHECK ((status IN ('replayed', 'discarded')) = (resolved_at IS NOT NULL))`,
  `DROP INDEX ${schema}.dead_letter_waiting`,
  `CREATE INDEX dead_letter_waiting ON ${schema}.dead_letter (consumer, aggregate_type, aggregate_id, aggregate_version)
     WHERE resolved_at IS NULL`,
];

// version counts the events about the letter itself. What could not be read has neither aggregate nor envelope. The
// envelope is json and not jsonb, which refuses some characters of the very messages that end up here.
const deadLetters = (schema: Schema): string[] => [
  `CREATE TABLE ${schema}.dead_letter (
     id uuid PRIMARY KEY,
     version integer NOT NULL DEFAULT 0,
     consumer text NOT NULL,
     topic text NOT NULL,
     place text,
     message_key text,
     aggregate_type text,
     aggregate_id uuid,
     aggregate_version integer,
     envelope json,
     raw bytea,
     cause text NOT NULL,
     attempts integer NOT NULL,
     status text NOT NULL CHECK (status IN ('retrying', 'dead', 'parked', 'replayed')),
     next_attempt_at timestamptz,
     created_at timestamptz NOT NULL DEFAULT now(),
     resolved_at timestamptz,
     CHECK ((envelope IS NULL) <> (raw IS NULL))
   )`,
  `CREATE UNIQUE INDEX dead_letter_event
     ON ${schema}.dead_letter (consumer, aggregate_type, aggregate_id, aggregate_version)`,
  `CREATE INDEX dead_letter_waiting ON ${schema}.dead_letter (consumer, aggregate_type, aggregate_id, aggregate_version)
     WHERE status <> 'replayed'`,
  `CREATE INDEX dead_letter_due ON ${schema}.dead_letter (consumer, next_attempt_at) WHERE status = 'retrying'`,
  `GRANT SELECT, INSERT, UPDATE ON ${schema}.dead_letter TO ${roleOf(schema)}`,
];
