import { agencyTeam, businessTeam } from '#access';
import type { bookingEvents, SlotV1 } from '#contracts';
import type { NoticeFacts, NoticesOf, Side } from '../notice-table.js';
import { everybodyInvolved, whoDoesIt } from './told.js';

/** When the first of the slots begins. */
const firstOf = ({ slots }: { readonly slots: readonly SlotV1[] }): NoticeFacts => ({ at: slots[0]?.startAt });

const sideOf = (by: 'agency' | 'business' | 'marketplace'): readonly Side[] => (by === 'marketplace' ? [] : [by]);

export const bookingNotices: NoticesOf<typeof bookingEvents> = {
  'booking.held.v1': { topic: 'bookings', urgency: 'quiet', to: { agency: agencyTeam }, facts: firstOf },
  'booking.confirmed.v1': {
    topic: 'bookings',
    urgency: 'soon',
    to: whoDoesIt,
    facts: firstOf,
  },
  'booking.expired.v1': { topic: 'bookings', urgency: 'soon', to: { business: businessTeam }, facts: firstOf },
  'booking.released.v1': { topic: 'bookings', urgency: 'quiet', to: { agency: agencyTeam }, facts: firstOf },
  'booking.cancelled.v1': {
    topic: 'bookings',
    urgency: 'essential',
    to: everybodyInvolved,
    except: ({ cancelledBy }) => sideOf(cancelledBy),
    facts: firstOf,
  },
  'booking.slots-cancelled.v1': {
    topic: 'bookings',
    urgency: 'essential',
    to: everybodyInvolved,
    except: ({ cancelledBy }) => sideOf(cancelledBy),
    facts: firstOf,
  },
  'booking.rescheduled.v1': {
    topic: 'bookings',
    urgency: 'essential',
    to: whoDoesIt,
    facts: ({ taken }) => firstOf({ slots: taken }),
  },
  'booking.no-show.v1': {
    topic: 'bookings',
    urgency: 'essential',
    to: { business: businessTeam },
    facts: firstOf,
  },
  'booking.at-risk.v1': { topic: 'bookings', urgency: 'essential', to: everybodyInvolved, facts: firstOf },
  'booking.risk-agreed.v1': {
    topic: 'bookings',
    urgency: 'soon',
    to: { agency: agencyTeam, business: businessTeam },
    except: ({ side }) => [side],
  },
  'booking.risk-settled.v1': { topic: 'bookings', urgency: 'soon', to: everybodyInvolved },
  // The invoice tells of it.
  'booking.late-fees-invoiced.v1': 'nobody',
};
