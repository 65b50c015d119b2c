import type { ErrorTable } from './error-entry.js';

export const dutySuggestionErrors = {
  'duty-suggestion.not-found': { status: 404, title: 'There is no such suggestion of duties' },
  'duty-suggestion.text-missing': { status: 400, title: 'There are no words to suggest duties from' },
  'duty-suggestion.text-too-long': { status: 400, title: 'The text is too long to suggest duties from' },
  'duty-suggestion.unknown-duty': { status: 400, title: 'The catalogue has no such duty' },
  'duty-suggestion.duty-retired': { status: 400, title: 'The duty is retired' },
  'duty-suggestion.not-ready': { status: 409, title: 'The suggestions are not there yet' },
} as const satisfies ErrorTable;
