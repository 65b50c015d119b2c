import { errorTable } from './error-table.js';

/** Refusals around absences of assistants. */
export const absenceErrors = errorTable({
  400: {
    'absence.assistant-missing': 'The report does not say which assistant is away',
    'absence.kind-not-theirs': 'A business says that somebody is not there, and not why',
    'absence.engagement-of-business': 'A business names one of its engagements; all others name none',
    'absence.end-missing': 'A holiday says when it ends',
    'absence.reversed': 'The absence ends before it begins',
    'absence.too-long': 'The absence is longer than a year',
    'absence.too-long-ago': 'The absence began too long ago to be reported',
    'absence.too-far-ahead': 'The absence lies too far ahead',
    'absence.end-in-the-past': 'An absence ends now or later: what was paused stays so',
    'absence.slot-unknown': 'No booked time that takes place starts then',
  },
  403: {
    'absence.not-the-reporter': 'Only the side that reported the absence may do this',
  },
  404: {
    'absence.not-found': 'There is no such absence',
  },
  409: {
    'absence.overlaps': 'An absence is known for that time already',
    'absence.time-recorded': 'Work is recorded in that time',
    'absence.slot-not-begun': 'The booked time has not begun',
    'absence.no-show-too-late': 'The booked time was too long ago',
    'absence.over': 'The absence is over',
    'absence.begun': 'The absence has begun: it can be ended, and not be taken back',
    'absence.withdrawn': 'The absence was taken back',
  },
});
