import {
  AgreementAcceptedV1,
  AssignmentPlanAskedV1,
  NeedClosedV1,
  NeedEditedV1,
  NeedPostedV1,
  topicOf,
} from '#contracts';
import { Clock } from '#platform/http';
import { Messaging, messagingToken, on } from '#platform/messaging';
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
      topics: ['need', 'agreement', 'assignment-plan'].map(topicOf),
      handlers: {
        [NeedPostedV1.type]: on(NeedPostedV1, ({ aggregateId, data }, tx) =>
          this.needs.keep(tx, aggregateId, data.matching, data.postedAt),
        ),
        [NeedEditedV1.type]: on(NeedEditedV1, async ({ aggregateId, data }, tx) => {
          if (data.matching !== null) await this.needs.keep(tx, aggregateId, data.matching, data.editedAt);
        }),
        [NeedClosedV1.type]: on(NeedClosedV1, ({ aggregateId }, tx) => this.needs.end(tx, aggregateId)),
        [AgreementAcceptedV1.type]: on(AgreementAcceptedV1, ({ data }, tx) => this.needs.end(tx, data.needId)),
        [AssignmentPlanAskedV1.type]: on(AssignmentPlanAskedV1, ({ aggregateId }, tx) =>
          this.plans.prepare(tx, aggregateId, this.clock.now()),
        ),
      },
    });
  }
}
