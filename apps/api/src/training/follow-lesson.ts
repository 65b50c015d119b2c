import { scopeOf } from '#access';
import { type AnswerLesson, decideTraining, type ReadLesson, type Training } from '#domain';
import { trainingCourses } from '#knowledge/lessons';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { TrainingStore } from './training.store.js';

type Step = Omit<ReadLesson, 'course' | 'now'> | Omit<AnswerLesson, 'course' | 'now'>;

/** The assistant reads a lesson, or answers its questions. */
export class FollowLesson extends commandOf<Call & { assistantId: string; step: Step }, Versioned<Training>>() {}

@CommandHandler(FollowLesson)
export class FollowLessonHandler implements ICommandHandler<FollowLesson> {
  constructor(private readonly trainings: TrainingStore) {}

  async execute({ actor, assistantId, step, now }: FollowLesson): Promise<Versioned<Training>> {
    const scope = scopeOf(actor);
    const { state: asked } = await this.trainings.ofAssistant(scope, assistantId);
    return this.trainings.update(scope, asked.trainingId, null, (training) =>
      decideTraining({ ...step, course: trainingCourses[training.jurisdiction], now }, training),
    );
  }
}
