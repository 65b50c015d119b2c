import { errorTable } from './error-table.js';

export const dutySuggestionErrors = errorTable({
  400: {
    'duty-suggestion.text-missing': 'There are no words to suggest duties from',
    'duty-suggestion.text-too-long': 'The text is too long to suggest duties from',
    'duty-suggestion.unknown-duty': 'The catalogue has no such duty',
    'duty-suggestion.duty-retired': 'The duty is retired',
  },
  404: {
    'duty-suggestion.not-found': 'There is no such suggestion of duties',
  },
  409: {
    'duty-suggestion.not-ready': 'The suggestions are not there yet',
  },
});
