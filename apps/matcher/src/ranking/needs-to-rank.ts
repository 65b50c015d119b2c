import {
  type EventEnvelope,
  type NeedEditedV1,
  needEvents,
  type NeedPostedV1,
  type NeedReopenedV1,
  shortlistRequestEvents,
} from '#contracts';
import { Clock } from '#platform/clock';
import type { Transaction } from '#platform/database';
import { handlersFor, ignored, Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SupplyProgress } from '../supply/supply-progress.js';
import { PrepareShortlist } from './prepare-shortlist.js';

/** Has a shortlist prepared whenever a need asks for one. */
@Injectable()
export class NeedsToRank implements OnModuleInit {
  constructor(
    @Inject(messagingToken('matcher')) private readonly messaging: Messaging,
    private readonly supply: SupplyProgress,
    private readonly shortlists: PrepareShortlist,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'matcher-ranking',
      until: (event) => this.supply.until(event),
      handles: [
        handlersFor(needEvents, {
          'need.drafted.v1': ignored,
          'need.posted.v1': (event, tx) => this.prepare(event, tx),
          'need.edited.v1': (event, tx) => this.prepare(event, tx),
          'need.agencies-invited.v1': ignored,
          'need.closed.v1': ignored,
          'need.reopened.v1': (event, tx) => this.prepare(event, tx),
        }),
        handlersFor(shortlistRequestEvents, {
          'shortlist.asked.v1': async ({ aggregateId, data }, tx) => {
            await this.shortlists.prepare(tx, { ...data, requestId: aggregateId }, this.clock.now());
          },
        }),
      ],
    });
  }

  private async prepare(
    event: EventEnvelope<NeedPostedV1 | NeedEditedV1 | NeedReopenedV1>,
    tx: Transaction,
  ): Promise<void> {
    const { aggregateId: needId, aggregateVersion: needVersion, data } = event;
    const { businessId, matching } = data;
    // Nothing is to be found for one that isn't posted.
    if (matching === null) return;
    const order = { needId, needVersion, businessId, matching, requestId: null };
    await this.shortlists.prepare(tx, order, this.clock.now());
  }
}
