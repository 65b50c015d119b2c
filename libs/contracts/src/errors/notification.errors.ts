import { errorTable } from './error-table.js';

/** Refusals around what people are told. */
export const notificationErrors = errorTable({
  404: {
    'notification.not-found': 'There is no such notification',
    'notification.unsubscribe-token-invalid': 'There is no such address to unsubscribe at',
  },
});
