import { NeedEditedV1, NeedPostedV1, ShortlistAskedV1, topicOf } from '#contracts';
import { Clock } from '#platform/http';
import { Messaging, messagingToken, on } from '#platform/messaging';
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
      topics: ['need', 'shortlist-request'].map(topicOf),
      until: (event) => this.supply.until(event),
      handlers: {
        [NeedPostedV1.type]: on(NeedPostedV1, async (event, tx) => {
          const { aggregateId: needId, aggregateVersion: needVersion, data } = event;
          const { businessId, matching } = data;
          const order = { needId, needVersion, businessId, matching, requestId: null };
          await this.shortlists.prepare(tx, order, this.clock.now());
        }),
        [NeedEditedV1.type]: on(NeedEditedV1, async (event, tx) => {
          const { aggregateId: needId, aggregateVersion: needVersion, data } = event;
          const { businessId, matching } = data;
          if (matching === null) return;
          const order = { needId, needVersion, businessId, matching, requestId: null };
          await this.shortlists.prepare(tx, order, this.clock.now());
        }),
        [ShortlistAskedV1.type]: on(ShortlistAskedV1, async (event, tx) => {
          const order = { ...event.data, requestId: event.aggregateId };
          await this.shortlists.prepare(tx, order, this.clock.now());
        }),
      },
    });
  }
}
