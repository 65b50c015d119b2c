import { errorTable } from './error-table.js';

export const assistantErrors = errorTable({
  400: {
    'assistant.name-missing': 'The assistant needs a name to be shown',
    'assistant.title-missing': 'The listing says what the assistant calls themselves',
    'assistant.bad-country': 'The country is not an ISO 3166-1 code of two letters',
    'assistant.unknown-skill': 'The catalogue has no such skill',
    'assistant.bad-skill-level': 'A skill has a level from 1 to 5',
    'assistant.skill-twice': 'A skill is listed once',
    'assistant.unknown-duty': 'The catalogue has no such duty',
    'assistant.duty-retired': 'The duty is retired and can not be offered anew',
    'assistant.duty-twice': 'A duty is listed once',
    'assistant.bad-language': 'The language is not an ISO 639-1 code',
    'assistant.bad-language-level': 'A language has a level from A1 to C2',
    'assistant.language-twice': 'A language is listed once',
    'assistant.rate-not-positive': 'The hourly rate is more than nothing',
    'assistant.bad-capacity': 'The weekly capacity is in minutes and no more than a week has',
    'assistant.external-ref-missing': 'The reference in the roster is blank',
    'assistant.too-many-days-off': 'There are too many ranges of days off',
    'assistant.reason-missing': 'A withdrawal says why',
  },
  404: {
    'assistant.not-found': 'There is no such assistant',
  },
  409: {
    'assistant.already-drafted': 'The assistant exists already',
    'assistant.external-ref-taken': 'The agency has another assistant under this reference',
    'assistant.no-duties': 'A published assistant offers at least one duty',
    'assistant.no-languages': 'A published assistant speaks at least one language',
    'assistant.no-hours': 'A published assistant has working hours',
    'assistant.no-capacity': 'A published assistant has capacity',
    'assistant.agency-not-verified': 'Only a verified agency publishes assistants',
    'assistant.already-published': 'The assistant is published already',
    'assistant.not-published': 'The assistant is not published',
    'assistant.already-paused': 'The assistant is paused already',
    'assistant.not-paused': 'The assistant is not paused',
    'assistant.paused':
      'The assistant is paused, and can be neither published nor booked until the agency resumes them',
  },
});
