import { ForwardMigration } from '#platform/database';
import { discardedLetters } from '#platform/messaging';

/** An administrator may give a dead letter up. Letters that are there stay as they are. */
export class DiscardedDeadLetters1796008244000 extends ForwardMigration {
  readonly statements = discardedLetters('matcher');
}
