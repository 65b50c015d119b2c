import { ForwardMigration, sharedTable } from '#platform/database';

const tables = [
  'supply_agency',
  'supply_assistant',
  'supply_clearance',
  'supply_booking',
  'supply_rating',
  'supply_invitation',
] as const;

/**
 * What the matcher knows of assistants, one table per kind of fact, because the facts of one assistant come over several
 * topics in no given order. `written_by` is the transaction that wrote a row last: each process keeps the supply in
 * memory and reads again what was written since it looked last (see Supply).
 */
export class Supply1795391001000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE matcher.supply_agency (
        agency_id uuid PRIMARY KEY,
        status text NOT NULL CHECK (status IN ('registered', 'verified', 'suspended'))
      );
      CREATE TABLE matcher.supply_assistant (
        assistant_id uuid PRIMARY KEY,
        agency_id uuid NOT NULL,
        listed boolean NOT NULL,
        calendar_version integer NOT NULL,
        listing jsonb NOT NULL
      );
      CREATE TABLE matcher.supply_clearance (
        clearance_id uuid PRIMARY KEY,
        assistant_id uuid NOT NULL,
        valid_until timestamptz NOT NULL,
        voided boolean NOT NULL
      );
      CREATE TABLE matcher.supply_booking (
        booking_id uuid PRIMARY KEY,
        assistant_id uuid NOT NULL,
        taken boolean NOT NULL,
        slots jsonb NOT NULL
      );
      CREATE TABLE matcher.supply_rating (
        assistant_id uuid PRIMARY KEY,
        count integer NOT NULL,
        score_sum integer NOT NULL
      );
      CREATE TABLE matcher.supply_invitation (
        need_id uuid NOT NULL,
        agency_id uuid NOT NULL,
        invited boolean NOT NULL DEFAULT false,
        answered boolean NOT NULL DEFAULT false,
        over boolean NOT NULL DEFAULT false,
        PRIMARY KEY (need_id, agency_id)
      );
      CREATE INDEX supply_clearance_assistant ON matcher.supply_clearance (assistant_id);
      CREATE INDEX supply_booking_assistant ON matcher.supply_booking (assistant_id) WHERE taken;
      CREATE INDEX supply_invitation_agency ON matcher.supply_invitation (agency_id);`,
    ...tables.flatMap((table) => [
      `ALTER TABLE matcher.${table} ADD written_by xid8 NOT NULL DEFAULT pg_current_xact_id();
         CREATE INDEX ${table}_written ON matcher.${table} (written_by)`,
      ...sharedTable('matcher', table, ['SELECT', 'INSERT', 'UPDATE']),
    ]),
  ];
}
