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
        tx.afterCommit(() => this.kept(event));
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

  /** A need's own events are waited for by its ranking, which reads on itself; there is nothing in them to read ahead. */
  private kept({ aggregateType }: EventEnvelope): void {
    this.progress.notice();
    if (aggregateType !== 'need' && aggregateType !== 'shortlist-request') this.follower.hint();
  }
}
