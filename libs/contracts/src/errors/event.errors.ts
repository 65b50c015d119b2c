import { errorTable } from './error-table.js';

/** Refusals of those who read events. */
export const eventErrors = errorTable({
  400: {
    'event.unknown-type': 'There is no such type of event',
  },
});
