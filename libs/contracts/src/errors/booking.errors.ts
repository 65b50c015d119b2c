import type { ErrorTable } from './error-entry.js';

export const bookingErrors = {
  'booking.not-found': { status: 404, title: 'There is no such booking' },
  'booking.already-held': { status: 409, title: 'The booking exists already' },
  'booking.agreement-not-accepted': { status: 409, title: 'Only an accepted agreement can be booked' },
  'booking.agency-not-verified': { status: 409, title: 'The agency is not active at the moment' },
  'booking.assistant-not-published': { status: 409, title: 'The assistant is not listed at the moment' },
  'booking.other-assistant': { status: 409, title: 'The agreement names another assistant' },
  'booking.outside-agreement': { status: 409, title: 'A slot lies outside the term of the agreement' },
  'booking.outside-working-hours': { status: 409, title: 'A slot lies outside the working hours of the assistant' },
  'booking.on-day-off': { status: 409, title: 'A slot lies on a day off of the assistant' },
  'booking.slot-taken': { status: 409, title: 'The time is taken already' },
  'booking.over-capacity': { status: 409, title: 'The week has no capacity left for it' },
  'booking.bad-hold': { status: 400, title: 'A hold lasts from 1 minute to a day' },
  'booking.not-held': { status: 409, title: 'The booking is not held any more' },
  'booking.hold-expired': { status: 409, title: 'The hold has expired' },
  'booking.hold-running': { status: 409, title: 'The hold has not expired yet' },
  'booking.clearance-missing': { status: 409, title: 'The assistant has no safety clearance' },
  'booking.clearance-too-short': { status: 409, title: 'The safety clearance ends before the booking does' },
  'booking.not-confirmed': { status: 409, title: 'The booking is not confirmed' },
  'booking.nothing-to-cancel': { status: 409, title: 'Every slot of the booking has begun' },
  'booking.reason-missing': { status: 400, title: 'A cancellation says why' },
} as const satisfies ErrorTable;
