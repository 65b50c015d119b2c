import { errorTable } from './error-table.js';

/** Refusals of mailboxes out of which enquiries are counted. */
export const mailboxErrors = errorTable({
  400: {
    'mailbox.bad-host': 'This is not the name of a server',
    'mailbox.not-encrypted': 'A mailbox is read over an encrypted connection alone',
    'mailbox.port-not-imap': 'Mailboxes are read at port 993 or 143',
    'mailbox.user-missing': 'It has to be said who signs in',
  },
  404: {
    'mailbox.not-found': 'There is no such mailbox',
  },
  409: {
    'mailbox.already-connected': 'The mailbox is connected already',
    'mailbox.too-many': 'There are as many mailboxes as there can be; disconnect one that nobody needs',
  },
});
