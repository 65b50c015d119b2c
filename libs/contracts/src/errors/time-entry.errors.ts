import { errorTable } from './error-table.js';

/** Refusals around worked time. */
export const timeEntryErrors = errorTable({
  400: {
    'time-entry.half-a-time': 'Time that was worked without a timer has both a beginning and an end',
    'time-entry.in-the-future': 'Time can not be worked in the future',
    'time-entry.reversed': 'The time ends before it begins',
    'time-entry.outside-agreement': 'The time lies outside the term of the agreement',
    'time-entry.line-unknown': 'The agreement in force has no such line of the assistant',
    'time-entry.line-per-unit': 'The line is per unit: its work is reported by duty runs',
    'time-entry.note-too-long': 'The note is too long',
    'time-entry.reason-missing': 'There is no reason',
    'time-entry.reason-too-long': 'The reason is too long',
  },
  403: {
    'time-entry.not-the-agency': 'Only the agency, or the assistant herself, may do this',
    'time-entry.not-the-business': 'Only the business may do this',
  },
  404: {
    'time-entry.not-found': 'There is no such time entry',
  },
  409: {
    'time-entry.agreement-not-accepted': 'No version of the agreement is in force',
    'time-entry.agency-not-verified': 'The agency is not active at the moment',
    'time-entry.assistant-not-published': 'The assistant is not listed any more',
    'time-entry.clearance-missing': 'The assistant has no safety clearance',
    'time-entry.clearance-elsewhere': 'The safety clearance is of a workplace in another country',
    'time-entry.clearance-too-short': 'The safety clearance ends too early',
    'time-entry.during-absence': 'The assistant is away then',
    'time-entry.not-booked': 'No time of the line is booked then',
    'time-entry.beyond-booked': 'The booked time ends before that',
    'time-entry.after-last-day': 'Notice has been given: the time lies after the last day of the engagement',
    'time-entry.overlaps': 'The assistant has another time entry then',
    'time-entry.hours-used-up': 'The hours that were agreed for the period are used up',
    'time-entry.running': 'The timer runs; it has to be stopped first',
    'time-entry.not-running': 'The timer does not run',
    'time-entry.not-recorded': 'The time does not wait for the business',
    'time-entry.already-accepted': 'The business has accepted the time',
    'time-entry.returned-too-often': 'The time was returned as often as entries are: it is accepted, or disputed',
    'time-entry.in-dispute': 'The time is in dispute, and stays as it is until that is settled',
    'time-entry.locked': 'An invoice charges the time: it does not change any more',
    'time-entry.discarded': 'The entry was discarded',
  },
});
