import { errorTable } from './error-table.js';

export const bookingErrors = errorTable({
  400: {
    'booking.bad-hold': 'A hold lasts from 1 minute to a day',
    'booking.reason-missing': 'A cancellation says why',
    'booking.slots-or-weekly': 'A booking takes either slots or weekly hours',
    'booking.moves-or-slots':
      'A booking is moved either by single moves, or by slots or weekly hours for all that lies ahead',
    'booking.slot-unknown': 'The booking has no slot that starts then',
    'booking.slot-named-twice': 'The same slot is named twice',
  },
  403: {
    'booking.not-a-party': 'Only the two sides of the booking may do this',
  },
  404: {
    'booking.not-found': 'There is no such booking',
  },
  409: {
    'booking.already-held': 'The booking exists already',
    'booking.agreement-not-accepted': 'Only an accepted agreement can be booked',
    'booking.agency-not-verified': 'The agency is not active at the moment',
    'booking.assistant-not-published': 'The assistant is not listed at the moment',
    'booking.other-assistant': 'The agreement names another assistant',
    'booking.outside-agreement': 'A slot lies outside the term of the agreement',
    'booking.outside-working-hours': 'A slot lies outside the working hours of the assistant',
    'booking.on-day-off': 'A slot lies on a day off of the assistant',
    'booking.slot-taken': 'The time is taken already',
    'booking.over-capacity': 'The week has no capacity left for it',
    'booking.too-short-notice': 'The agency asks for more notice before the first slot',
    'booking.beyond-weekly-hours': 'The agency gives fewer hours a week without being asked',
    'booking.not-held': 'The booking is not held any more',
    'booking.hold-expired': 'The hold has expired',
    'booking.hold-running': 'The hold has not expired yet',
    'booking.clearance-missing': 'The assistant has no safety clearance',
    'booking.clearance-elsewhere': 'The safety clearance is of a workplace in another country',
    'booking.not-at-risk': 'Nothing stands in the way of the booking',
    'booking.risk-not-theirs': 'What stands in the way is not for the two sides to settle',
    'booking.clearance-too-short': 'The safety clearance ends before the booking does',
    'booking.not-confirmed': 'The booking is not confirmed',
    'booking.nothing-to-cancel': 'Every slot of the booking has begun',
    'booking.nothing-to-reschedule': 'Every slot of the booking has begun',
    'booking.slot-begun': 'The slot has begun',
    'booking.no-late-fee': 'The booking has no such late fee that waits for an invoice',
    'booking.not-instant': 'Only an instant agreement can be booked in one go',
  },
});
