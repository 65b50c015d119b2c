import { agreementEvents, assignmentPlanEvents, needEvents } from '#contracts';
import { Clock } from '#platform/clock';
import { handlersFor, ignored, Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { OpenNeedStore } from './open-need.store.js';
import { PrepareAssignmentPlan } from './prepare-assignment-plan.js';

/** Knows which needs are open, and prepares a plan for them whenever somebody asks for one. */
@Injectable()
export class PlansAsked implements OnModuleInit {
  constructor(
    @Inject(messagingToken('matcher')) private readonly messaging: Messaging,
    private readonly needs: OpenNeedStore,
    private readonly plans: PrepareAssignmentPlan,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'matcher-assigning',
      handles: [
        handlersFor(needEvents, {
          'need.drafted.v1': ignored,
          'need.posted.v1': ({ aggregateId, data }, tx) =>
            this.needs.keep(tx, aggregateId, data.matching, data.postedAt),
          'need.edited.v1': async ({ aggregateId, data }, tx) => {
            if (data.matching !== null) await this.needs.keep(tx, aggregateId, data.matching, data.editedAt);
          },
          'need.agencies-invited.v1': ignored,
          'need.closed.v1': ({ aggregateId }, tx) => this.needs.end(tx, aggregateId),
          'need.reopened.v1': ({ aggregateId, data }, tx) =>
            this.needs.reopen(tx, aggregateId, data.matching, data.reopenedAt),
        }),
        handlersFor(agreementEvents, {
          'agreement.drafted.v1': ignored,
          'agreement.revised.v1': ignored,
          'agreement.side-accepted.v1': ignored,
          'agreement.accepted.v1': ({ data }, tx) => this.needs.end(tx, data.needId),
          'agreement.withdrawn.v1': ignored,
          'agreement.change-order-proposed.v1': ignored,
          'agreement.change-order-accepted.v1': ignored,
          'agreement.change-order-withdrawn.v1': ignored,
        }),
        handlersFor(assignmentPlanEvents, {
          'assignment-plan.asked.v1': ({ aggregateId }, tx) => this.plans.prepare(tx, aggregateId, this.clock.now()),
        }),
      ],
    });
  }
}
