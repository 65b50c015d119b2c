import type { ErrorTable } from './error-entry.js';

export const deadLetterErrors = {
  'dead-letter.not-found': { status: 404, title: 'There is no such dead letter' },
  'dead-letter.already-replayed': { status: 409, title: 'The dead letter was handled after all' },
  'dead-letter.unreadable': { status: 409, title: 'What could not be read as an event can not be handled again' },
} as const satisfies ErrorTable;
