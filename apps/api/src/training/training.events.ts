import {
  TrainingAssignedV1,
  TrainingDoneV1,
  TrainingDueV1,
  TrainingLessonDoneV1,
  TrainingLessonReadV1,
  TrainingRenewedV1,
} from '#contracts';
import type { Training, TrainingFact } from '#domain';
import type { EventBody } from '#platform/database';

/** Every fact of a training becomes one event; what somebody answered stays at home. */
export function trainingEvent(fact: TrainingFact, { assistantId, agencyId }: Training): EventBody {
  const audience = [agencyId];
  const whose = { assistantId, agencyId };
  switch (fact.type) {
    case 'trainingAssigned': {
      const { jurisdiction, courseVersion, assignedAt } = fact;
      return { type: TrainingAssignedV1.type, audience, data: { ...whose, jurisdiction, courseVersion, assignedAt } };
    }
    case 'trainingRenewed': {
      const { jurisdiction, courseVersion, renewedAt } = fact;
      return { type: TrainingRenewedV1.type, audience, data: { ...whose, jurisdiction, courseVersion, renewedAt } };
    }
    case 'trainingDue': {
      const { daysLeft, dueAt, remindedAt } = fact;
      return { type: TrainingDueV1.type, audience, data: { ...whose, daysLeft, dueAt, remindedAt } };
    }
    case 'lessonRead': {
      const { lessonCode, readAt } = fact;
      return { type: TrainingLessonReadV1.type, audience, data: { ...whose, lessonCode, readAt } };
    }
    case 'lessonDone': {
      const { lessonCode, doneAt } = fact;
      return { type: TrainingLessonDoneV1.type, audience, data: { ...whose, lessonCode, doneAt } };
    }
    case 'trainingDone':
      return { type: TrainingDoneV1.type, audience, data: { ...whose, doneAt: fact.doneAt } };
    default:
      return fact satisfies never;
  }
}
