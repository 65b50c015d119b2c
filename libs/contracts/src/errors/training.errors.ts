import { errorTable } from './error-table.js';

/** Refusals around the training on working at home. */
export const trainingErrors = errorTable({
  400: {
    'training.unknown-question': 'The lesson has no such question',
    'training.unknown-option': 'The question has no such answer',
    'training.question-twice': 'A question is answered once',
  },
  404: {
    'training.not-found': 'There is no such training',
    'training.unknown-lesson': 'The training has no such lesson',
  },
  409: {
    'training.already-assigned': 'The assistant has the training already',
    'training.lesson-unread': 'The lesson has not been read yet',
    'training.wrong-answers': 'Some answers are not right yet',
    'training.out-of-date': 'Another training holds now: it is due again',
  },
});
