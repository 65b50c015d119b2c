import { suggestedDutiesEvents } from '#contracts';
import { handlersFor, Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ResultWaiter } from '../result-waiter/result-waiter.js';
import { resultKey } from './ask-duty-suggestions.js';
import { DutySuggestionStore } from './duty-suggestion.store.js';

/** Keeps what the matcher suggests beside the words, and wakes whoever waits for it. */
@Injectable()
export class DutiesSuggestedProjection implements OnModuleInit {
  constructor(
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly suggestions: DutySuggestionStore,
    private readonly waiter: ResultWaiter,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'api-duty-suggestions',
      handles: [
        handlersFor(suggestedDutiesEvents, {
          'duties.suggested.v1': async ({ aggregateId, data, time }, tx) => {
            await this.suggestions.keepAnswer(tx, aggregateId, data, time);
            tx.afterCommit(() => this.waiter.announce(resultKey(aggregateId)));
          },
        }),
      ],
    });
  }
}
