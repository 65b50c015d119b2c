import { marketplace } from '#access';
import { decideTraining, jurisdictionOf } from '#domain';
import { trainingCourses } from '#knowledge/lessons';
import { Clock } from '#platform/clock';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { AssistantStore } from '../assistants/assistant.store.js';
import { TrainingStore } from './training.store.js';

const plan = { name: 'renewing trainings', everySeconds: 600, atMost: 100 } as const;

/** Makes trainings due again whose lessons have changed, or that are of another country than the assistant works in. */
@Injectable()
export class TrainingRenewal extends Sweep {
  constructor(
    private readonly trainings: TrainingStore,
    private readonly assistants: AssistantStore,
    clock: Clock,
  ) {
    super(plan, clock);
  }

  /** At most 100 trainings at a time; returns how many there were. */
  override async sweep(now: string): Promise<number> {
    const due = await this.trainings.outOfDate(Object.values(trainingCourses), plan.atMost);
    for (const id of due) {
      await this.trainings.update(marketplace, id, null, async (training) => {
        const { state: assistant } = await this.assistants.load(marketplace, training.assistantId);
        const course = trainingCourses[jurisdictionOf(assistant.countryCode)];
        return decideTraining({ type: 'renewTraining', course, now }, training);
      });
    }
    return due.length;
  }
}
