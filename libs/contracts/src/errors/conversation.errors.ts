import { errorTable } from './error-table.js';

/** Refusals around what the two sides of an engagement write to each other. */
export const conversationErrors = errorTable({
  400: {
    'channel-switch.same-channel': 'It is the same channel',
    'channel-switch.starts-after-the-term': 'The agreement is over by then',
    'channel-switch.starts-too-soon': 'A switch of channels begins tomorrow at the earliest',
    'inbound-mail.malformed': 'This is not a mail in the format of RFC 5322',
    'message.attachments-too-large': 'The files of the message are more than two mebibytes together',
    'message.empty': 'The message says nothing',
    'message.too-long': 'The message is too long',
    'message.question-and-promise': 'A message asks or promises, and not both',
    'message.due-in-the-past': 'It would be due in the past',
    'message.due-too-far': 'It would be due in more than a year',
    'message.reply-in-another-thread': 'The message that it replies to is of another thread',
    'message.said-in-the-future': 'It says that it was said later than now',
    'message.said-before-the-engagement': 'It was said before the engagement began',
    'message.settled-as-another-kind': 'A question is answered and a promise is kept',
  },
  401: {
    'channel-hook.bad-signature': 'There is no such hook, or the signature is not its own, or too old',
  },
  403: {
    'inbound-mail.unknown-sender': 'Nobody of the two sides writes from this address',
  },
  404: {
    'channel-hook.not-found': 'There is no such hook',
    'channel-switch.not-found': 'There is no such switch of channels',
    'inbound-mail.unknown-address': 'No conversation has this address',
    'message.not-found': 'There is no such message',
    'thread.not-found': 'There is no such thread',
  },
  409: {
    'channel-hook.too-many': 'The engagement has as many hooks as it may have',
    'channel-switch.agreed-already': 'The channel is agreed already, or will be by then',
    'channel-switch.already-proposed': 'Another switch of channels is proposed and has no answer yet',
    'channel-switch.closed': 'The switch of channels has its answer already',
    'channel-switch.not-agreed': 'The channel is not agreed by then, or only until a date',
    'channel-switch.own-proposal': 'It is the other side that answers',
    'channel-switch.proposal-of-the-other-side': 'Only the side that proposed it takes it back',
    'channel-switch.too-late': 'The day of the switch has come',
    'message.accepts-for-the-other-side': 'It is the business that accepts work',
    'message.external-id-taken': 'Another message of the channel has this id',
    'message.off-channel': 'What was said elsewhere than in an agreed channel decides nothing',
    'message.already-settled': 'It is settled already',
    'message.not-who-waits': 'Only the side that waits says that it waits no longer',
    'message.nothing-open': 'The message leaves nothing open',
    'message.nothing-promised': 'The message that it replies to promises nothing that is open',
    'message.promise-of-the-other-side': 'The other side promised that',
    'thread.channel-not-agreed': 'The channel is not agreed at the moment',
    'thread.channel-over': 'The channel of the thread is not agreed any more',
  },
});
