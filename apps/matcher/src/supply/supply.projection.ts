import type { EventEnvelope } from '#contracts';
import type { Transaction } from '#platform/database';
import { type EventHandler, Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { supplyEvents } from './supply-events.js';
import { SupplyFollower } from './supply-follower.js';
import type { SupplyKeeper } from './supply-keeper.js';
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
    this.messaging.consume({
      consumer: supplyConsumer,
      // What came before it is kept by now, and a need's own event changes nothing for its ranking.
      until: async (event) => this.progress.reached(event),
      handles: supplyEvents.map(({ aggregateType, handlers }) => ({
        aggregateType,
        handlers: Object.fromEntries(
          Object.entries(handlers).map(([type, { payload, handle }]) => [
            type,
            { payload, handle: (event: EventEnvelope, tx: Transaction) => this.keep(handle, event, tx) },
          ]),
        ),
      })),
    });
  }

  private async keep(
    handle: EventHandler<SupplyKeeper>['handle'],
    event: EventEnvelope,
    tx: Transaction,
  ): Promise<void> {
    await handle(event, new SupplyWriter(tx));
    if (isOfSupply(event)) tx.afterCommit(() => this.follower.wake());
  }
}

/** A need's own events are waited for by its ranking, which reads on itself; there is nothing in them to read ahead. */
const isOfSupply = ({ aggregateType }: EventEnvelope): boolean =>
  aggregateType !== 'need' && aggregateType !== 'shortlist-request';
