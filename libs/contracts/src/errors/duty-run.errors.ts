import type { ErrorTable } from './error-entry.js';

/** Refusals around the work of one period. */
export const dutyRunErrors = {
  'duty-run.not-found': { status: 404, title: 'There is no such duty run' },
  'duty-run.not-the-agency': { status: 403, title: 'Only the agency may do this' },
  'duty-run.not-the-business': { status: 403, title: 'Only the business may do this' },
  'duty-run.engagement-not-confirmed': { status: 409, title: 'No booking of the agreement has been confirmed' },
  'duty-run.engagement-ended': { status: 409, title: 'The engagement ended before the period began' },
  'duty-run.not-open': { status: 409, title: 'The run is not waiting to be done' },
  'duty-run.not-done': { status: 409, title: 'The run was not marked done' },
  'duty-run.already-accepted': { status: 409, title: 'The run was accepted before' },
  'duty-run.already-worked-on': { status: 409, title: 'The run was worked on and keeps its terms' },
  'duty-run.not-accepted': { status: 409, title: 'The run was not accepted' },
  'duty-run.already-invoiced': { status: 409, title: 'The run is on an invoice already' },
  'duty-run.silence-too-short': { status: 409, title: 'Silence has not lasted long enough to accept the run' },
  'duty-run.in-the-future': { status: 400, title: 'Work can not be done in the future' },
  'duty-run.before-the-period': { status: 400, title: 'The period had not begun when the work was done' },
  'duty-run.done-before-return': { status: 400, title: 'The work was done before it was returned' },
  'duty-run.minutes-out-of-range': { status: 400, title: 'The minutes do not fit the period' },
  'duty-run.quantity-out-of-range': { status: 400, title: 'The quantity is not from one to the agreed volume' },
  'duty-run.without-evidence': { status: 400, title: 'There is no evidence of the work' },
  'duty-run.too-much-evidence': { status: 400, title: 'There are too many pieces of evidence' },
  'duty-run.bad-evidence': { status: 400, title: 'The evidence is not what it says it is' },
  'duty-run.quality-out-of-range': { status: 400, title: 'Quality is a whole number from 1 to 5' },
  'duty-run.reason-missing': { status: 400, title: 'There is no reason' },
  'duty-run.reason-too-long': { status: 400, title: 'The reason is too long' },
} as const satisfies ErrorTable;
