import { dutyRunEvents, type EventEnvelope } from '#contracts';
import { Clock } from '#platform/clock';
import { handlersFor, ignored, type Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkScoreStore } from './work-score.store.js';

/** Notes whose work has changed, so that it is counted soon. */
@Injectable()
export class WorkChanges implements OnModuleInit {
  constructor(
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly scores: WorkScoreStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const changed = ({ data }: EventEnvelope<{ readonly assistantId: string; readonly agencyId: string }>) =>
      this.scores.expect(data.assistantId, data.agencyId, this.clock.now());
    this.messaging.consume({
      consumer: 'api-work-scores',
      handles: [
        handlersFor(dutyRunEvents, {
          'duty-run.scheduled.v1': changed,
          'duty-run.replanned.v1': ignored,
          'duty-run.reassigned.v1': changed,
          'duty-run.done.v1': changed,
          'duty-run.accepted.v1': ignored,
          'duty-run.returned.v1': ignored,
          'duty-run.cancelled.v1': changed,
          'duty-run.invoiced.v1': ignored,
          'duty-run.held.v1': ignored,
          'duty-run.released.v1': changed,
        }),
      ],
    });
  }
}
