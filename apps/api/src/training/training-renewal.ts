import { marketplace } from '#access';
import { decideTraining, jurisdictionOf } from '#domain';
import { trainingCourses } from '#knowledge/lessons';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { AssistantStore } from '../assistants/assistant.store.js';
import { TrainingStore } from './training.store.js';

const plan = { name: 'renewing trainings', everySeconds: 600, atMost: 100 } as const;

/** Makes trainings due again whose lessons have changed, or that are of another country than the assistant works in. */
@Injectable()
export class TrainingRenewal extends DueSweep<string> {
  constructor(
    private readonly trainings: TrainingStore,
    private readonly assistants: AssistantStore,
  ) {
    super(plan, (_now, atMost) => trainings.outOfDate(Object.values(trainingCourses), atMost));
  }

  protected override settle(id: string, now: string): Promise<unknown> {
    return this.trainings.update(marketplace, id, null, async (training) => {
      const { state: assistant } = await this.assistants.load(marketplace, training.assistantId);
      const course = trainingCourses[jurisdictionOf(assistant.countryCode)];
      return decideTraining({ type: 'renewTraining', course, now }, training);
    });
  }
}
