import { scopeOf } from '#access';
import { decideTraining, jurisdictionOf, type Training, type TrainingId } from '#domain';
import { trainingCourses } from '#knowledge/lessons';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AssistantStore } from '../assistants/assistant.store.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { TrainingStore } from './training.store.js';

export class AssignTraining extends commandOf<
  Call & { trainingId: TrainingId; assistantId: string },
  Versioned<Training>
>() {}

/** The agency has an assistant learn how a workplace at home is set up, by the rules of the place where she works. */
@CommandHandler(AssignTraining)
export class AssignTrainingHandler implements ICommandHandler<AssignTraining> {
  constructor(
    private readonly assistants: AssistantStore,
    private readonly trainings: TrainingStore,
  ) {}

  async execute({ actor, trainingId, assistantId: id, now }: AssignTraining): Promise<Versioned<Training>> {
    const scope = scopeOf(actor);
    const { assistantId, agencyId, countryCode } = (await this.assistants.load(scope, id)).state;
    const course = trainingCourses[jurisdictionOf(countryCode)];
    const facts = decideTraining({ type: 'assignTraining', trainingId, assistantId, agencyId, course, now }, null);
    return this.trainings.create(scope, trainingId, facts);
  }
}
