import { shortlistEvents } from '#contracts';
import { handlersFor, Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ResultWaiter } from '../result-waiter/result-waiter.js';
import { resultKey } from './read-shortlist.js';
import { ShortlistStore } from './shortlist.store.js';

/** Keeps the shortlists that the matcher prepares, and wakes whoever waits for one. */
@Injectable()
export class ShortlistPreparedProjection implements OnModuleInit {
  constructor(
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly shortlists: ShortlistStore,
    private readonly waiter: ResultWaiter,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'api-shortlists',
      handles: [
        handlersFor(shortlistEvents, {
          'shortlist.prepared.v1': async ({ aggregateVersion, data }, tx) => {
            await this.shortlists.keep(tx, aggregateVersion, data);
            tx.afterCommit(() => this.waiter.announce(resultKey(data.needId)));
          },
        }),
      ],
    });
  }
}
