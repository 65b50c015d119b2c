import type { Actor } from '#access';
import { type ClearanceContext, jurisdictionOf, localDate, type UserId } from '#domain';
import { clearanceTemplates } from '#knowledge/checklists';
import { trainingCourses } from '#knowledge/lessons';
import type { Scope } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import { TrainingStore } from '../training/training.store.js';

@Injectable()
export class ClearanceContexts {
  constructor(
    private readonly assistants: AssistantStore,
    private readonly trainings: TrainingStore,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
  ) {}

  /**
   * The assessor is always whoever is signed in, so it is enough to know whether that is the assistant herself; null where
   * it is nobody, as when the marketplace itself voids a clearance.
   */
  async of(scope: Scope, actor: Actor | null, assistantId: string): Promise<ClearanceContext> {
    const { state: assistant } = await this.assistants.load(scope, assistantId);
    const course = trainingCourses[jurisdictionOf(assistant.countryCode)];
    const trainedAt = await this.trainings.doneAt(assistantId, course);
    const assistantUserId = actor?.assistantId === assistantId ? (actor.userId as UserId | null) : null;
    return {
      assistantUserId,
      countryCode: assistant.countryCode,
      timeZone: assistant.timeZone,
      maxValidMonths: this.settings.clearanceMonths,
      templates: clearanceTemplates,
      // The day that she has, which may be tomorrow already.
      trainedOn: trainedAt && localDate(trainedAt, assistant.timeZone),
    };
  }
}
