import { type EventEnvelope, topicOf } from '#contracts';
import { Messaging, messagingToken, on } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { supplyEvents } from './supply-events.js';
import { SupplyFollower } from './supply-follower.js';
import { supplyConsumer, SupplyProgress } from './supply-progress.js';
import { SupplyWriter } from './supply-writer.js';

/** Keeps what matching goes by in tables, and tells this process's memory of it. */
@Injectable()
export class SupplyProjection implements OnModuleInit {
  constructor(
    @Inject(messagingToken('matcher')) private readonly messaging: Messaging,
    private readonly follower: SupplyFollower,
    private readonly progress: SupplyProgress,
  ) {}

  onModuleInit(): void {
    const handlers = Object.entries(supplyEvents).map(([type, { payload, keep }]) => [
      type,
      on(payload, async (event, tx) => {
        await keep(event, new SupplyWriter(tx));
        if (isOfSupply(event)) tx.afterCommit(() => this.follower.hint());
      }),
    ]);
    this.messaging.consume({
      consumer: supplyConsumer,
      topics: ['agency', 'assistant', 'clearance', 'booking', 'review', 'need', 'proposal', 'shortlist-request'].map(
        topicOf,
      ),
      // What came before it is kept by now, and a need's own event changes nothing for its ranking.
      until: async (event) => this.progress.reached(event),
      handlers: Object.fromEntries(handlers),
    });
  }
}

/** A need's own events are waited for by its ranking, which reads on itself; there is nothing in them to read ahead. */
const isOfSupply = ({ aggregateType }: EventEnvelope): boolean =>
  aggregateType !== 'need' && aggregateType !== 'shortlist-request';
