import { errorTable } from './error-table.js';

export const deadLetterErrors = errorTable({
  404: {
    'dead-letter.not-found': 'There is no such dead letter',
  },
  409: {
    'dead-letter.already-discarded': 'The dead letter was given up',
    'dead-letter.already-replayed': 'The dead letter was handled after all',
    'dead-letter.unreadable': 'What could not be read as an event can not be handled again',
  },
});
