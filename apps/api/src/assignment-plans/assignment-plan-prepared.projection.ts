import { preparedAssignmentPlanEvents } from '#contracts';
import { handlersFor, Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ResultWaiter } from '../result-waiter/result-waiter.js';
import { resultKey } from './ask-assignment-plan.js';
import { AssignmentPlanStore } from './assignment-plan.store.js';

/** Keeps the plans that the matcher prepares, and wakes whoever waits for one. */
@Injectable()
export class AssignmentPlanPreparedProjection implements OnModuleInit {
  constructor(
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly plans: AssignmentPlanStore,
    private readonly waiter: ResultWaiter,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'api-assignment-plans',
      handles: [
        handlersFor(preparedAssignmentPlanEvents, {
          'assignment-plan.prepared.v1': async ({ aggregateId, data }, tx) => {
            await this.plans.keep(tx, aggregateId, data);
            tx.afterCommit(() => this.waiter.announce(resultKey(aggregateId)));
          },
        }),
      ],
    });
  }
}
