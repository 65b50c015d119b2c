import { errorTable } from './error-table.js';

/** Refusals around the work of one period. */
export const dutyRunErrors = errorTable({
  400: {
    'duty-run.in-the-future': 'Work can not be done in the future',
    'duty-run.before-the-period': 'The period had not begun when the work was done',
    'duty-run.during-absence': 'The assistant was away when the work was done',
    'duty-run.nothing-owed': 'The assistant was away for all of the period: nothing is owed',
    'duty-run.on-day-off': 'The assistant had a day off when the work was done',
    'duty-run.done-before-return': 'The work was done before it was returned',
    'duty-run.minutes-out-of-range': 'The minutes do not fit the period',
    'duty-run.quantity-out-of-range': 'The quantity is not from one to the agreed volume',
    'duty-run.without-evidence': 'There is no evidence of the work',
    'duty-run.too-much-evidence': 'There are too many pieces of evidence',
    'duty-run.bad-evidence': 'The evidence is not what it says it is',
    'duty-run.quality-out-of-range': 'Quality is a whole number from 1 to 5',
    'duty-run.rest-missing': 'Less was done than was asked for: it has to be said what becomes of the rest',
    'duty-run.no-rest': 'Everything was done that was asked for, so there is no rest',
    'duty-run.reason-missing': 'There is no reason',
    'duty-run.reason-too-long': 'The reason is too long',
  },
  403: {
    'duty-run.not-the-agency': 'Only the agency may do this',
    'duty-run.not-the-business': 'Only the business may do this',
  },
  404: {
    'duty-run.not-found': 'There is no such duty run',
  },
  409: {
    'duty-run.engagement-not-confirmed': 'The engagement has not begun',
    'duty-run.engagement-ended': 'The engagement ended before the period began',
    'duty-run.after-last-day': 'The period begins after the last day of the engagement',
    'duty-run.agency-not-verified': 'The agency is not active at the moment',
    'duty-run.assistant-not-published': 'The assistant is not listed any more',
    'duty-run.clearance-missing': 'The assistant has no safety clearance',
    'duty-run.clearance-elsewhere': 'The safety clearance is of a workplace in another country',
    'duty-run.clearance-too-short': 'The safety clearance ends too early',
    'duty-run.not-open': 'The run is not waiting to be done',
    'duty-run.not-done': 'The run was not marked done',
    'duty-run.already-accepted': 'The run was accepted before',
    'duty-run.already-worked-on': 'The run was worked on and keeps its terms',
    'duty-run.no-later-period': 'No later period of the line is left to carry the rest over to',
    'duty-run.returned-too-often': 'The run was returned as often as runs are: it is accepted, or disputed',
    'duty-run.not-accepted': 'The run was not accepted',
    'duty-run.already-invoiced': 'The run is on an invoice already',
    'duty-run.silence-too-short': 'Silence has not lasted long enough to accept the run',
  },
});
