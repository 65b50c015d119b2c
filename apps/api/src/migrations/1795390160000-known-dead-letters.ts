import { ForwardMigration, tenantTable } from '#platform/database';

/**
 * What both services tell about their dead letters. It belongs to no organisation, so that only the marketplace's scope
 * sees it.
 */
export class KnownDeadLetters1795390160000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE api.known_dead_letter (
        id uuid PRIMARY KEY,
        service text NOT NULL,
        consumer text NOT NULL,
        topic text NOT NULL,
        event_id uuid,
        event_type text,
        event_version integer,
        aggregate_type text,
        aggregate_id text,
        cause text,
        status text NOT NULL CHECK (status IN ('dead', 'parked', 'replayed')),
        put_aside_at timestamptz NOT NULL,
        replayed_at timestamptz,
        replay_asked_at timestamptz,
        CHECK ((status = 'replayed') = (replayed_at IS NOT NULL))
      );
      CREATE INDEX known_dead_letter_waiting ON api.known_dead_letter (id) WHERE status <> 'replayed';`,
    ...tenantTable('api', 'known_dead_letter', 'ARRAY[]::uuid[]', ['SELECT', 'INSERT', 'UPDATE']),
  ];
}
