import { ForwardMigration } from '#platform/database';
import { discardedLetters } from '#platform/messaging';

/** An administrator may give a dead letter up: who asked for it and why stays beside it. Letters that are there stay as they are. */
export class DiscardedDeadLetters1796008243000 extends ForwardMigration {
  readonly statements = [
    ...discardedLetters('api'),
    `ALTER TABLE api.known_dead_letter
        DROP CONSTRAINT known_dead_letter_status_check,
        ADD CONSTRAINT known_dead_letter_status_check CHECK (status IN ('dead', 'parked', 'replayed', 'discarded')),
        ADD COLUMN discarded_at timestamptz,
        ADD COLUMN discard_asked jsonb,
        ADD CHECK ((status = 'discarded') = (discarded_at IS NOT NULL));
      DROP INDEX api.known_dead_letter_waiting;
      CREATE INDEX known_dead_letter_waiting ON api.known_dead_letter (id) WHERE status IN ('dead', 'parked')`,
  ];
}
