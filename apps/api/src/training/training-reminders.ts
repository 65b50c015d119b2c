import { marketplace } from '#access';
import { decideTraining } from '#domain';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { TrainingStore } from './training.store.js';

const plan = { name: 'reminding of trainings', everySeconds: 600, atMost: 100 } as const;

/** Reminds of trainings that are to be done soon. */
@Injectable()
export class TrainingReminders extends DueSweep<string> {
  constructor(private readonly trainings: TrainingStore) {
    super(plan, (now, atMost) => trainings.toRemindOf(now, atMost));
  }

  protected override settle(id: string, now: string): Promise<unknown> {
    return this.trainings.update(marketplace, id, null, (training) =>
      decideTraining({ type: 'remindOfTraining', now }, training),
    );
  }
}
