import { MessageDeadLetteredV1, MessageParkedV1, MessageReplayedV1, topicOf } from '#contracts';
import { type Messaging, messagingToken, on } from '#platform/messaging';
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
      topics: [topicOf('dead-letter')],
      handlers: {
        [MessageDeadLetteredV1.type]: on(MessageDeadLetteredV1, ({ aggregateId, data, time }, tx) =>
          this.letters.keep(tx, aggregateId, data, 'dead', time),
        ),
        [MessageParkedV1.type]: on(MessageParkedV1, ({ aggregateId, data, time }, tx) =>
          this.letters.keep(tx, aggregateId, data, 'parked', time),
        ),
        [MessageReplayedV1.type]: on(MessageReplayedV1, ({ aggregateId, time }, tx) =>
          this.letters.noteReplayed(tx, aggregateId, time),
        ),
      },
    });
  }
}
