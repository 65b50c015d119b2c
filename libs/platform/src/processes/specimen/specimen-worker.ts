import { DomainError } from '#domain-error';
import { answerInThread } from '../answer-in-thread.js';

/** A thread for the spec of `WorkThread`. */
answerInThread((question: string): string => {
  if (question === 'refuse') throw new DomainError('specimen.refused', { at: ['lines', 3] });
  if (question === 'fail') throw new TypeError('not like this');
  if (question === 'end') process.exit();
  return question.toUpperCase();
});
