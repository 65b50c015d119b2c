import { errorTable } from './error-table.js';

/** Refusals around disputes. */
export const disputeErrors = errorTable({
  400: {
    'dispute.text-length': 'The text is empty or too long',
    'dispute.too-many-files': 'There are too many files',
    'dispute.bad-verdict':
      'What stays in part is more than nothing and less than all that is in question; otherwise nothing is said of it',
    'dispute.asks-for-nothing': 'It is as the side that disputes it asks for already',
  },
  403: {
    'dispute.not-a-party': 'Only the two sides may do this',
  },
  404: {
    'dispute.not-found': 'There is no such dispute',
  },
  409: {
    'dispute.nothing-in-question': 'Nothing of it is charged, or could be',
    'dispute.already-open': 'Another dispute about it is open',
    'dispute.too-late': 'It was accepted or issued too long ago to be disputed',
    'dispute.not-their-turn': 'The other side has its turn',
    'dispute.time-is-up': 'The time for an answer is over: an administrator decides',
    'dispute.settled': 'The dispute is over',
    'dispute.not-theirs-to-concede': 'The other side can give in; whoever opened the dispute withdraws it',
    'dispute.not-theirs-to-withdraw': 'Only the side that opened the dispute withdraws it',
    'dispute.still-answering': 'The clock of one of the sides runs: it is decided after that',
  },
});
