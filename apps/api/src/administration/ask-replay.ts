import { marketplace } from '#access';
import { ReplayAskedV1 } from '#contracts';
import { DomainError } from '#domain';
import { isUuid } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { commandOf } from '../command-of.js';
import { type KnownDeadLetter, KnownDeadLetterStore } from './known-dead-letter.store.js';

export class AskReplay extends commandOf<{ letterId: string; now: string }, KnownDeadLetter>() {}

/**
 * Asks the service that holds a dead letter to handle again what waits of its aggregate, in order. It does so when it
 * hears of it; asking twice does no harm.
 */
@CommandHandler(AskReplay)
export class AskReplayHandler implements ICommandHandler<AskReplay> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly letters: KnownDeadLetterStore,
  ) {}

  execute({ letterId, now }: AskReplay): Promise<KnownDeadLetter> {
    return this.database.transaction(marketplace, async (tx) => {
      const data = replayOf(await this.letters.load(letterId));
      await tx.append([
        {
          type: ReplayAskedV1.type,
          aggregateType: 'replay',
          aggregateId: uuidv7(),
          aggregateVersion: 1,
          audience: [],
          data,
        },
      ]);
      await this.letters.noteReplayAsked(tx, letterId, now);
      return this.letters.load(letterId);
    });
  }
}

function replayOf({ status, service, consumer, aggregateType, aggregateId }: KnownDeadLetter): ReplayAskedV1 {
  if (status === 'replayed') throw new DomainError('dead-letter.already-replayed');
  if (status === 'discarded') throw new DomainError('dead-letter.already-discarded');
  if (aggregateType === null || aggregateId === null || !isUuid(aggregateId)) {
    throw new DomainError('dead-letter.unreadable');
  }
  return { service, consumer, aggregateType, aggregateId };
}
