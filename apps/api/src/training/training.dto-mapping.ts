import type { TrainingDto } from '#contracts';
import { type CatalogueLanguage, type Training, trainingDueAt } from '#domain';
import { trainingCourses } from '#knowledge/lessons';
import type { Versioned } from '#platform/database';

export function trainingDto({ state, version }: Versioned<Training>, language: CatalogueLanguage): TrainingDto {
  const { trainingId: id, assistantId, status, jurisdiction, courseVersion, assignedAt } = state;
  const { legalBasis, lessons } = trainingCourses[jurisdiction];
  return {
    id,
    assistantId,
    status,
    jurisdiction,
    courseVersion,
    legalBasis: [...legalBasis],
    assignedAt,
    dueAt: status === 'done' ? null : trainingDueAt(state),
    doneAt: status === 'done' ? state.doneAt : null,
    lessons: lessons.map(({ code, title, text, source, questions }) => {
      const progress = state.lessons.find(({ lessonCode }) => lessonCode === code);
      return {
        code,
        title: title[language],
        text: text.map((paragraph) => paragraph[language]),
        source,
        questions: questions.map((asked) => ({
          code: asked.code,
          question: asked.question[language],
          options: asked.options.map((option) => ({ code: option.code, text: option.text[language] })),
          rightOption: progress?.doneAt ? asked.right : null,
        })),
        readAt: progress?.readAt ?? null,
        doneAt: progress?.doneAt ?? null,
      };
    }),
    version,
  };
}
