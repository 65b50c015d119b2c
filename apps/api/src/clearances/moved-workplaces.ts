import { marketplace } from '#access';
import { assistantEvents } from '#contracts';
import { decideClearance } from '#domain';
import { Clock } from '#platform/clock';
import { handlersFor, ignored, type Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ClearanceContexts } from './clearance-contexts.js';
import { ClearanceStore } from './clearance.store.js';

/** Voids what was cleared, or waits for an assessor, in a country where the assistant works no longer. */
@Injectable()
export class MovedWorkplaces implements OnModuleInit {
  constructor(
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly clearances: ClearanceStore,
    private readonly contexts: ClearanceContexts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'api-moved-workplaces',
      handles: [
        handlersFor(assistantEvents, {
          'assistant.drafted.v1': ignored,
          'assistant.listed.v1': ignored,
          'assistant.edited.v1': ({ aggregateId, data }) => this.voidElsewhere(aggregateId, data.countryCode),
          'assistant.days-off-changed.v1': ignored,
          'assistant.withdrawn.v1': ignored,
          'assistant.paused.v1': ignored,
          'assistant.resumed.v1': ignored,
        }),
      ],
    });
  }

  private async voidElsewhere(assistantId: string, countryCode: string): Promise<void> {
    const elsewhere = await this.clearances.idsElsewhere(assistantId, countryCode);
    if (elsewhere.length === 0) return;
    const context = await this.contexts.of(marketplace, null, assistantId);
    const moved = { type: 'voidClearance', reason: 'moved', now: this.clock.now() } as const;
    await this.clearances.updateMany(marketplace, elsewhere, (clearance) =>
      clearance.status === 'voided' ? [] : decideClearance(moved, clearance, context),
    );
  }
}
