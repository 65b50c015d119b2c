import { errorTable } from './error-table.js';

/** Refusals around what the two sides of an engagement write to each other. */
export const conversationErrors = errorTable({
  400: {
    'message.empty': 'The message says nothing',
    'message.too-long': 'The message is too long',
    'message.question-and-promise': 'A message asks or promises, and not both',
    'message.due-in-the-past': 'It would be due in the past',
    'message.due-too-far': 'It would be due in more than a year',
    'message.reply-in-another-thread': 'The message that it replies to is of another thread',
    'message.settled-as-another-kind': 'A question is answered and a promise is kept',
  },
  404: {
    'message.not-found': 'There is no such message',
    'thread.not-found': 'There is no such thread',
  },
  409: {
    'message.already-settled': 'It is settled already',
    'message.not-who-waits': 'Only the side that waits says that it waits no longer',
    'message.nothing-open': 'The message leaves nothing open',
    'message.nothing-promised': 'The message that it replies to promises nothing that is open',
    'message.promise-of-the-other-side': 'The other side promised that',
    'thread.channel-not-agreed': 'The channel is not agreed at the moment',
    'thread.channel-over': 'The channel of the thread is not agreed any more',
  },
});
