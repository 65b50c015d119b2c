import { deadLetterEvents } from '#contracts';
import { handlersFor, type Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { KnownDeadLetterStore } from './known-dead-letter.store.js';

/** Keeps what the services tell about the messages that they could not handle, so that administrators see them in one place. */
@Injectable()
export class DeadLettersProjection implements OnModuleInit {
  constructor(
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly letters: KnownDeadLetterStore,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'api-dead-letters',
      handles: [
        handlersFor(deadLetterEvents, {
          'message.dead-lettered.v1': ({ aggregateId, data, time }, tx) =>
            this.letters.keep(tx, aggregateId, data, 'dead', time),
          'message.parked.v1': ({ aggregateId, data, time }, tx) =>
            this.letters.keep(tx, aggregateId, data, 'parked', time),
          'message.replayed.v1': ({ aggregateId, time }, tx) => this.letters.noteReplayed(tx, aggregateId, time),
          'message.discarded.v1': ({ aggregateId, time }, tx) => this.letters.noteDiscarded(tx, aggregateId, time),
        }),
      ],
    });
  }
}
