import { marketplace } from '#access';
import { DiscardAskedV1 } from '#contracts';
import { DomainError } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { commandOf } from '../command-of.js';
import { type KnownDeadLetter, KnownDeadLetterStore } from './known-dead-letter.store.js';

export class AskDiscard extends commandOf<
  { letterId: string; userId: string | null; reason: string; now: string },
  KnownDeadLetter
>() {}

/**
 * Asks the service that holds a dead letter to give it up: what waits behind it is handled then. It does so when it hears of it;
 * asking twice does no harm. The reason stays here, since events hold no free text of people.
 */
@CommandHandler(AskDiscard)
export class AskDiscardHandler implements ICommandHandler<AskDiscard> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly letters: KnownDeadLetterStore,
  ) {}

  execute({ letterId, userId, reason, now }: AskDiscard): Promise<KnownDeadLetter> {
    return this.database.transaction(marketplace, async (tx) => {
      const { status, service, consumer } = await this.letters.load(letterId);
      if (status === 'replayed') throw new DomainError('dead-letter.already-replayed');
      if (status === 'discarded') throw new DomainError('dead-letter.already-discarded');
      const data: DiscardAskedV1 = { service, consumer, letterId, askedBy: userId };
      const wish = { aggregateType: 'replay', aggregateId: uuidv7(), aggregateVersion: 1, audience: [] };
      await tx.append([{ ...wish, type: DiscardAskedV1.type, data }]);
      await this.letters.noteDiscardAsked(tx, letterId, { at: now, userId, reason });
      return this.letters.load(letterId);
    });
  }
}
