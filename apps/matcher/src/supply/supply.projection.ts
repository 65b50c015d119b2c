import { topicOf } from '#contracts';
import { Messaging, messagingToken, on } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { supplyEvents } from './supply-events.js';
import { SupplyFollower } from './supply-follower.js';
import { SupplyWriter } from './supply-writer.js';

export const supplyConsumer = 'matcher-supply';

/** Keeps what matching goes by in tables, and tells this process's memory of it. */
@Injectable()
export class SupplyProjection implements OnModuleInit {
  constructor(
    @Inject(messagingToken('matcher')) private readonly messaging: Messaging,
    private readonly follower: SupplyFollower,
  ) {}

  onModuleInit(): void {
    const handlers = Object.entries(supplyEvents).map(([type, { payload, keep }]) => [
      type,
      on(payload, async (event, tx) => {
        await keep(event, new SupplyWriter(tx));
        tx.afterCommit(() => this.follower.hint());
      }),
    ]);
    this.messaging.consume({
      consumer: supplyConsumer,
      topics: ['agency', 'assistant', 'clearance', 'booking', 'review', 'need', 'proposal', 'shortlist-request'].map(
        topicOf,
      ),
      handlers: Object.fromEntries(handlers),
    });
  }
}
