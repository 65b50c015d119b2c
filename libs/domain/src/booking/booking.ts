import type { AbsentTime } from '../absence/absent-time.js';
import type { Money } from '../billing/money/money.js';
import type { CancellationTerms } from '../billing/pricing/late-fee.js';
import { every } from '../every.js';
import type { BookingId, ClearanceId, InvoiceId } from '../ids.js';
import type { AgencyStatus } from '../organisation/agency.js';
import type { ClearedWorkplace } from '../safety/cleared-workplace.js';
import type { Assistant } from '../supply/assistant.js';
import type { Cadence } from '../time/cadence.js';
import type { AskedSlot, Slot } from '../time/slot.js';
import type { AgreementParties } from '../work-parties.js';
import type { AgreeToRisk, AssessBooking, BookingRisk, BookingRiskFact, RiskReason } from './booking-risk.js';
import type { Readiness } from './readiness.js';

interface BookingBase extends AgreementParties {
  readonly bookingId: BookingId;
  /** The line of the agreement that the hours are of; null where hours are kept for the agreement as a whole. */
  readonly lineId: string | null;
  /** IANA zone in which the slots were meant. */
  readonly timeZone: string;
  /** By start, none overlapping another. */
  readonly slots: readonly Slot[];
  /** The base of a late fee: what an hour costs by the version of the agreement that was in force when the hold was made. */
  readonly hourlyRate: Money;
  readonly cancellation: CancellationTerms;
  readonly heldAt: string;
}
/** What calling off or moving time late costs, and the invoice that charged it. */
export interface LateFee {
  readonly amount: Money;
  /** When the time was called off or moved. */
  readonly incurredAt: string;
  readonly invoiceId: InvoiceId | null;
}
/** What became of a booking after it was confirmed. */
interface ChangesOfBooking {
  /** The slots that will not take place, by when they were called off; those that had begun stay as they are. */
  readonly cancelledSlots: readonly Slot[];
  /** The slots that gave way to other time, where any did; calendars that show them have to hear of it. */
  readonly movedSlots?: readonly Slot[];
  /** Those that are more than nothing, in the order in which they arose. */
  readonly lateFees: readonly LateFee[];
}
export interface HeldBooking extends BookingBase {
  readonly status: 'held';
  readonly holdExpiresAt: string;
}
export interface ConfirmedBooking extends BookingBase, ChangesOfBooking {
  readonly status: 'confirmed';
  readonly confirmedAt: string;
  readonly clearanceId: ClearanceId;
  /** There as long as something stands in the way of what lies ahead. */
  readonly risk?: BookingRisk;
  /** What both sides have agreed to go on in spite of. */
  readonly risksAgreed?: readonly RiskReason[];
  /** Slots that did not take place: the booking was at risk when they would have begun, or nobody of the business was there. */
  readonly missedSlots?: readonly Slot[];
}
export interface CancelledBooking extends BookingBase, ChangesOfBooking {
  readonly status: 'cancelled';
  readonly cancelledAt: string;
  readonly cancelledBy: CancellingParty;
  readonly reason: string;
  /** Of what was called off in the end. */
  readonly lateFee: Money;
}
export interface ExpiredBooking extends BookingBase {
  readonly status: 'expired';
  readonly expiredAt: string;
}
/** Let go by the business before it was confirmed. */
export interface ReleasedBooking extends BookingBase {
  readonly status: 'released';
  readonly releasedAt: string;
}
export type Booking = HeldBooking | ConfirmedBooking | CancelledBooking | ExpiredBooking | ReleasedBooking;
export type BookingStatus = Booking['status'];
export const bookingStatuses = every<BookingStatus>({
  held: true,
  confirmed: true,
  cancelled: true,
  expired: true,
  released: true,
});

export const cancellingParties = ['business', 'agency', 'marketplace'] as const;
export type CancellingParty = (typeof cancellingParties)[number];

export interface HoldBooking {
  readonly type: 'holdBooking';
  readonly bookingId: BookingId;
  readonly lineId: string | null;
  readonly slots: readonly AskedSlot[];
  readonly now: string;
}
export interface ConfirmBooking {
  readonly type: 'confirmBooking';
  readonly readiness: Readiness;
  readonly now: string;
}
export interface CancelBooking {
  readonly type: 'cancelBooking';
  readonly cancelledBy: CancellingParty;
  readonly reason: string;
  readonly now: string;
}
/** Single slots of a series. */
export interface CancelBookingSlots extends Omit<CancelBooking, 'type'> {
  readonly type: 'cancelBookingSlots';
  /** Which ones, by their starts. */
  readonly slots: readonly string[];
}
/** Other time in the place of some that lies ahead. */
export interface RescheduleBooking {
  readonly type: 'rescheduleBooking';
  readonly givenUp: readonly Slot[];
  readonly taken: readonly AskedSlot[];
  readonly now: string;
}
export interface InvoiceLateFees {
  readonly type: 'invoiceLateFees';
  /** Which ones, by when they arose. */
  readonly incurredAt: readonly string[];
  readonly invoiceId: InvoiceId;
  readonly now: string;
}
/** By the sweeper, or by whoever books the same time after the hold has lapsed. */
export interface ExpireBooking {
  readonly type: 'expireBooking';
  readonly now: string;
}
export interface ReleaseBooking {
  readonly type: 'releaseBooking';
  readonly now: string;
}
/** The agency says of slots that are over that nobody of the business was there. */
export interface NoteNobodyThere {
  readonly type: 'noteNobodyThere';
  /** Which ones, by their starts. */
  readonly slots: readonly string[];
  /** Time of the agreement in which work is recorded. */
  readonly worked: readonly Slot[];
  readonly now: string;
}
export type BookingCommand =
  | HoldBooking
  | ConfirmBooking
  | CancelBooking
  | CancelBookingSlots
  | RescheduleBooking
  | InvoiceLateFees
  | ExpireBooking
  | ReleaseBooking
  | NoteNobodyThere
  | AssessBooking
  | AgreeToRisk;

/** Of the accepted agreement, what a hold has to keep to. */
export interface BookableAgreement extends AgreementParties {
  readonly accepted: boolean;
  /** Local dates in `timeZone`, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly timeZone: string;
  readonly cancellation: CancellationTerms;
  /** Of an instant agreement: what the agency said beforehand. Null where it was asked. */
  readonly instantLimits: {
    readonly mostMinutesPerWeek: number;
    readonly leastNoticeHours: number;
  } | null;
  /** Those of the assistant. */
  readonly lines: readonly BookableLine[];
  /** What a booked hour costs; null in versions from before it was agreed, and then the assistant's rate stands in. */
  readonly hourlyRate: Money | null;
}

export interface BookableLine {
  readonly lineId: string;
  readonly cadence: Cadence;
  /** What may be booked in a period of it; null for a line per unit, which needs no booking. */
  readonly ceilingMinutes: number | null;
}

export interface HoldContext {
  readonly agreement: BookableAgreement;
  readonly assistant: Assistant;
  readonly agencyStatus: AgencyStatus;
  readonly clearance: ClearedWorkplace | null;
  readonly absences: readonly AbsentTime[];
  readonly engagementEnded: boolean;
  /** Local date in the agreement's zone, included: of a notice, or of the term; null before there is an engagement. */
  readonly lastDayOn: string | null;
  /** The assistant's other held and confirmed slots, at least those in the weeks of the new ones. */
  readonly busy: readonly Slot[];
  /** When she is busy outside of the marketplace, while the slots are; it takes none of the capacity that she gives it. */
  readonly elsewhere: readonly Slot[];
  /** Of what is busy, the agreement's own. */
  readonly bookedOfAgreement: readonly Slot[];
  /** All that is booked of the line, whenever it is. */
  readonly bookedOfLine: readonly Slot[];
  /** How long the hold lasts; the marketplace's default is 15. */
  readonly holdMinutes: number;
}

export interface BookingHeld extends BookingBase {
  readonly type: 'bookingHeld';
  readonly holdExpiresAt: string;
}
export interface BookingConfirmed {
  readonly type: 'bookingConfirmed';
  readonly clearanceId: ClearanceId;
  readonly confirmedAt: string;
}
export interface BookingCancelled {
  readonly type: 'bookingCancelled';
  readonly cancelledBy: CancellingParty;
  readonly reason: string;
  readonly cancelledSlots: readonly Slot[];
  readonly lateFee: Money;
  readonly cancelledAt: string;
}
export interface BookingSlotsCancelled extends Omit<BookingCancelled, 'type'> {
  readonly type: 'bookingSlotsCancelled';
}
export interface BookingRescheduled {
  readonly type: 'bookingRescheduled';
  readonly givenUp: readonly Slot[];
  readonly taken: readonly Slot[];
  /** All that the booking has now. */
  readonly slots: readonly Slot[];
  readonly lateFee: Money;
  readonly rescheduledAt: string;
}
export interface BookingLateFeesInvoiced {
  readonly type: 'bookingLateFeesInvoiced';
  readonly incurredAt: readonly string[];
  readonly amount: Money;
  readonly invoiceId: InvoiceId;
  readonly invoicedAt: string;
}
export interface BookingExpired {
  readonly type: 'bookingExpired';
  readonly expiredAt: string;
}
export interface BookingReleased {
  readonly type: 'bookingReleased';
  readonly releasedAt: string;
}
export interface BookingNoShow {
  readonly type: 'bookingNoShow';
  readonly missedSlots: readonly Slot[];
  readonly lateFee: Money;
  readonly reportedAt: string;
}
export type BookingFact =
  | BookingHeld
  | BookingConfirmed
  | BookingCancelled
  | BookingSlotsCancelled
  | BookingRescheduled
  | BookingLateFeesInvoiced
  | BookingExpired
  | BookingReleased
  | BookingNoShow
  | BookingRiskFact;
