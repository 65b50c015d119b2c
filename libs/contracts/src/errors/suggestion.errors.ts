import { errorTable } from './error-table.js';

/** Refusals around suggestions, from asking for them to what came of them. */
export const suggestionErrors = errorTable({
  400: {
    'suggestion.duty-of-figure': 'The figure is counted from the runs of a duty, or it is not',
    'suggestion.unit-of-figure': 'A number that the business gives has a unit, and no other figure has one',
    'suggestion.figure-out-of-range': 'The figure is not a whole number within its range',
    'suggestion.nothing-expected': 'What is expected is what there is already',
    'suggestion-request.need-without-duties': 'The need names no duty that suggestions could be about',
    'suggestion-request.unknown-agency': 'There is no such verified agency',
    'suggestion-request.agency-excluded': 'The business has excluded the agency from the need',
    'suggestion-request.question-too-long': 'The question is too long',
    'suggestion-request.number-of-suggestions': 'An answer has one to ten suggestions',
    'suggestion-request.incomplete':
      'The suggestion lacks its baseline, its expected effect, its measure or its effort',
    'suggestion-request.duty-not-asked': 'The business has not asked about the duty',
    'suggestion-request.suggestion-unknown': 'The answer has no such suggestion',
    'suggestion-effect.no-figure-named': 'The suggestion named no figure',
    'suggestion-effect.verdict-missing': 'Nothing is said of whether it worked',
    'suggestion-effect.verdict-follows': 'Whether it worked follows from the figure',
    'suggestion-effect.value-missing': 'The figure is missing',
    'suggestion-effect.value-out-of-range': 'The figure is not a whole number within its range',
  },
  403: {
    'suggestion-request.not-the-business': 'Only the business that asks may do this',
    'suggestion-request.not-the-agency': 'Only the agency that was asked may do this',
    'suggestion-effect.not-the-business': 'Only the business may say what came of it',
  },
  404: {
    'suggestion-request.not-found': 'There is no such request for suggestions',
    'suggestion-effect.not-found': 'There is no such suggestion in the engagement',
  },
  409: {
    'suggestion-request.need-closed': 'The need is closed, and the agency does not work on it',
    'suggestion-request.asked-already': 'The agency was asked about the need, and has not answered yet',
    'suggestion-request.closed': 'The request was answered, declined or withdrawn',
    'suggestion-request.not-answered': 'The agency has not suggested anything',
    'suggestion-effect.too-soon': 'The suggestion is measured after thirty days',
    'suggestion-effect.measured-already': 'The effect is measured already',
  },
});
