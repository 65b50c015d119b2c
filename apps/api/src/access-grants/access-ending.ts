import { marketplace } from '#access';
import { engagementEvents } from '#contracts';
import { Clock } from '#platform/clock';
import { handlersFor, type Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { engagementGoesOn } from '../work-records/engagement-going-on.js';
import { AccessGrantStore } from './access-grant.store.js';

/** Nothing stays open when an engagement is over: whatever is, has to be closed with proof, and both sides are told. */
@Injectable()
export class AccessEnding implements OnModuleInit {
  constructor(
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly grants: AccessGrantStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'api-access-of-ended-engagements',
      handles: [
        handlersFor(engagementEvents, {
          ...engagementGoesOn,
          'engagement.ended.v1': ({ aggregateId: engagementId }) =>
            this.grants.askToClose(
              marketplace,
              { engagementId, assistantId: null },
              'engagement-ended',
              this.clock.now(),
            ),
        }),
      ],
    });
  }
}
