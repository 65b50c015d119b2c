import { roleOf } from '../database/roles.js';
import type { Schema } from '../database/database.js';

/** Events per partition of the journal; old partitions are dropped as a whole. */
const partitionSize = 1_000_000;

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
 * position, and a function of the owner makes and drops partitions, because the app's role owns no table.
 */
export const messagingTables = (schema: Schema): string[] => {
  const role = roleOf(schema);
  return [
    `CREATE TABLE ${schema}.outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ${eventColumns})`,
    `CREATE SEQUENCE ${schema}.journal_position AS bigint`,
    `CREATE TABLE ${schema}.journal (
       position bigint NOT NULL DEFAULT nextval('${schema}.journal_position') PRIMARY KEY, ${eventColumns}
     ) PARTITION BY RANGE (position)`,
    `CREATE TABLE ${schema}.journal_0 PARTITION OF ${schema}.journal FOR VALUES FROM (0) TO (${partitionSize})`,
    `CREATE INDEX journal_audience ON ${schema}.journal USING gin (audience)`,
    `CREATE FUNCTION ${schema}.extend_journal() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
       SET search_path = pg_catalog AS $$
     DECLARE
       next bigint := (SELECT last_value / ${partitionSize} + 1 FROM ${schema}.journal_position);
     BEGIN
       IF to_regclass('${schema}.journal_' || next) IS NULL THEN
         EXECUTE format('CREATE TABLE ${schema}.%I PARTITION OF ${schema}.journal FOR VALUES FROM (%s) TO (%s)',
           'journal_' || next, next * ${partitionSize}, (next + 1) * ${partitionSize});
       END IF;
     END $$`,
    `CREATE TABLE ${schema}.cursor (reader text PRIMARY KEY, position bigint NOT NULL DEFAULT 0)`,
    `CREATE TABLE ${schema}.inbox (
       consumer text NOT NULL,
       aggregate_type text NOT NULL,
       aggregate_id uuid NOT NULL,
       last_version integer NOT NULL,
       PRIMARY KEY (consumer, aggregate_type, aggregate_id)
     )`,
    `CREATE TABLE ${schema}.dead_letter (
       id uuid PRIMARY KEY,
       consumer text NOT NULL,
       topic text NOT NULL,
       aggregate_type text,
       aggregate_id uuid,
       aggregate_version integer,
       envelope jsonb,
       raw bytea,
       cause text NOT NULL,
       attempts integer NOT NULL,
       status text NOT NULL CHECK (status IN ('dead', 'parked', 'replayed')),
       created_at timestamptz NOT NULL DEFAULT now(),
       resolved_at timestamptz
     )`,
    `CREATE INDEX dead_letter_waiting ON ${schema}.dead_letter (consumer, aggregate_type, aggregate_id, aggregate_version)
       WHERE status <> 'replayed'`,
    `GRANT SELECT, INSERT, DELETE ON ${schema}.outbox TO ${role}`,
    `GRANT USAGE, SELECT ON SEQUENCE ${schema}.journal_position TO ${role}`,
    `ALTER TABLE ${schema}.journal ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY journal_audience ON ${schema}.journal USING (${schema}.may_see(VARIADIC audience))`,
    `GRANT SELECT, INSERT ON ${schema}.journal TO ${role}`,
    `REVOKE EXECUTE ON FUNCTION ${schema}.extend_journal() FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION ${schema}.extend_journal() TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE ON ${schema}.cursor, ${schema}.dead_letter TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}.inbox TO ${role}`,
  ];
};
