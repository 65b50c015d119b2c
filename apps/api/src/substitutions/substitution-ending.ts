import { marketplace } from '#access';
import { engagementEvents } from '#contracts';
import { Clock } from '#platform/clock';
import { handlersFor, type Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { engagementGoesOn } from '../work-records/engagement-going-on.js';
import { SubstitutionStore } from './substitution.store.js';

/** Nobody waits for an answer about an engagement that is over. */
@Injectable()
export class SubstitutionEnding implements OnModuleInit {
  constructor(
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly substitutions: SubstitutionStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'api-substitutions-of-ended-engagements',
      handles: [
        handlersFor(engagementEvents, {
          ...engagementGoesOn,
          'engagement.ended.v1': ({ aggregateId }) =>
            this.substitutions.giveWay(marketplace, aggregateId, null, this.clock.now()),
        }),
      ],
    });
  }
}
