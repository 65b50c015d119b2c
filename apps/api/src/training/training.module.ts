import { Module } from '@nestjs/common';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { AssignTrainingHandler } from './assign-training.js';
import { FollowLessonHandler } from './follow-lesson.js';
import { RecordedController } from './recorded.controller.js';
import { TrainingReminders } from './training-reminders.js';
import { TrainingRenewal } from './training-renewal.js';
import { TrainingStore } from './training.store.js';
import { TrainingsController } from './trainings.controller.js';

@Module({
  imports: [AssistantsModule],
  controllers: [TrainingsController, RecordedController],
  providers: [TrainingStore, TrainingRenewal, TrainingReminders, AssignTrainingHandler, FollowLessonHandler],
  exports: [TrainingStore],
})
export class TrainingModule {}
