import { decideBy, type Deciders } from '../deciders.js';
import { demand, unexpectedFact, uphold } from '../policy.js';
import { instantMs, instantOf, minuteMs } from '../time/instant.js';
import { normaliseSlots, plainSlots } from '../time/normalise-slots.js';
import { partiesOf } from '../work-parties.js';
import type {
  Booking,
  BookingCancelled,
  BookingCommand,
  BookingFact,
  CancelBooking,
  ConfirmedBooking,
  ConfirmBooking,
  ExpireBooking,
  HoldBooking,
  HoldContext,
  ReleaseBooking,
  RescheduleBooking,
} from './booking.js';
import { cancelAhead, cancelSlots, slotsWithout } from './booking-cancellation.js';
import { invoiceLateFees, withLateFee } from './booking-late-fees.js';
import { noteNobodyThere } from './booking-no-show.js';
import { agree, assess, evolveRisk, slotsAhead } from './booking-risk.js';
import { confirmationPolicies, holdPolicies } from './booking.policies.js';
import type { Readiness } from './readiness.js';

/**
 * Takes the slots for a while, so that nobody else can while the business makes up its mind.
 * @throws DomainError `booking.…` and `time.…` as listed in the contracts' tables of errors
 */
export function holdBooking(command: HoldBooking, state: Booking | null, context: HoldContext): BookingFact[] {
  demand(state === null, 'booking.already-held');
  const { bookingId, lineId, now } = command;
  const slots = normaliseSlots(command.slots, now);
  uphold(holdPolicies, { slots, lineId, now, context });
  const { agreement, assistant, holdMinutes } = context;
  const { agreementId, timeZone, cancellation } = agreement;
  return [
    {
      type: 'bookingHeld',
      bookingId,
      agreementId,
      ...partiesOf(agreement),
      lineId,
      timeZone,
      slots: plainSlots(slots),
      hourlyRate: agreement.hourlyRate ?? assistant.hourlyRate,
      cancellation,
      heldAt: now,
      holdExpiresAt: instantOf(instantMs(now) + holdMinutes * minuteMs),
    },
  ];
}

/** Whether its time is free again: a hold that nobody confirmed or let go, and that is over. */
export const hasLapsed = (booking: Booking, now: string): boolean =>
  booking.status === 'held' && instantMs(now) >= instantMs(booking.holdExpiresAt);

/**
 * What is left of a booking when its agreement has ended: nothing that lies ahead. Holds are left alone: they lapse
 * within minutes, and nobody can confirm them any more.
 */
export function callOffBooking(command: CancelBooking, booking: Booking): BookingFact[] {
  return booking.status === 'confirmed' && slotsAhead(booking, command.now).length > 0
    ? cancelAhead(command, booking)
    : [];
}

/** What is asked of a booking once it is held, but for other time, which looks at all that a hold looks at. */
type CommandOnceHeld = Exclude<BookingCommand, HoldBooking | RescheduleBooking>;

/** What can happen to a booking once it is held. @throws DomainError `booking.…` */
export function decideBooking(command: CommandOnceHeld, state: Booking | null): BookingFact[] {
  demand(state !== null, 'booking.not-found');
  return decideBy(deciders, command, state);
}

const deciders: Deciders<CommandOnceHeld, Booking, BookingFact> = {
  confirmBooking: confirm,
  cancelBooking: cancelAhead,
  cancelBookingSlots: cancelSlots,
  invoiceLateFees: invoiceLateFees,
  expireBooking: expire,
  releaseBooking: release,
  noteNobodyThere: noteNobodyThere,
  assessBooking: assess,
  agreeToRisk: agree,
};

/**
 * Decides about a booking as things are now, whether or not somebody has looked at it since they changed, and looks at what
 * became of it: it may have been the slots in question that were called off.
 */
export function decideAssessed(command: CommandOnceHeld, readiness: Readiness, booking: Booking): BookingFact[] {
  const assessNow = (one: Booking) => assess({ type: 'assessBooking', readiness, now: command.now }, one);
  const before = assessNow(booking);
  const current = before.reduce<Booking>(evolveBooking, booking);
  const decided = decideBooking(command, current);
  const after = assessNow(decided.reduce<Booking>(evolveBooking, current));
  return [...before, ...decided, ...after];
}

function confirm(command: ConfirmBooking, state: Booking): BookingFact[] {
  demand(state.status === 'held', 'booking.not-held', { status: state.status });
  uphold(confirmationPolicies, { booking: state, command });
  const { clearanceId } = command.readiness.clearance!;
  return [{ type: 'bookingConfirmed', clearanceId, confirmedAt: command.now }];
}

function expire({ now }: ExpireBooking, state: Booking): BookingFact[] {
  demand(state.status === 'held', 'booking.not-held', { status: state.status });
  demand(hasLapsed(state, now), 'booking.hold-running', { holdExpiresAt: state.holdExpiresAt });
  return [{ type: 'bookingExpired', expiredAt: now }];
}

function release({ now }: ReleaseBooking, state: Booking): BookingFact[] {
  demand(state.status === 'held', 'booking.not-held', { status: state.status });
  return [{ type: 'bookingReleased', releasedAt: now }];
}

export function evolveBooking(state: Booking | null, fact: BookingFact): Booking {
  if (fact.type === 'bookingHeld') {
    const { type: _, ...held } = fact;
    return { status: 'held', ...held };
  }
  if (!state) return unexpectedFact(fact, 'none');
  const base = baseOf(state);
  switch (fact.type) {
    case 'bookingConfirmed':
      return {
        status: 'confirmed',
        ...base,
        confirmedAt: fact.confirmedAt,
        clearanceId: fact.clearanceId,
        cancelledSlots: [],
        lateFees: [],
      };
    case 'bookingCancelled': {
      const { cancelledAt, cancelledBy, reason, lateFee } = fact;
      const { cancelledSlots, lateFees, movedSlots = [] } = withoutSlots(confirmedOf(state, fact), fact);
      const moved = movedSlots.length === 0 ? {} : { movedSlots };
      return {
        status: 'cancelled',
        ...base,
        cancelledAt,
        cancelledBy,
        reason,
        lateFee,
        cancelledSlots,
        lateFees,
        ...moved,
      };
    }
    case 'bookingSlotsCancelled':
      return withoutSlots(confirmedOf(state, fact), fact);
    case 'bookingRescheduled': {
      const confirmed = confirmedOf(state, fact);
      const lateFees = withLateFee(confirmed.lateFees, fact.lateFee, fact.rescheduledAt);
      return {
        ...confirmed,
        slots: fact.slots,
        movedSlots: [...(confirmed.movedSlots ?? []), ...fact.givenUp],
        lateFees,
      };
    }
    case 'bookingNoShow': {
      const confirmed = confirmedOf(state, fact);
      const lateFees = withLateFee(confirmed.lateFees, fact.lateFee, fact.reportedAt);
      return { ...confirmed, missedSlots: [...(confirmed.missedSlots ?? []), ...fact.missedSlots], lateFees };
    }
    case 'bookingLateFeesInvoiced': {
      if (state.status !== 'confirmed' && state.status !== 'cancelled') return unexpectedFact(fact, state.status);
      const charged = state.lateFees.map((fee) =>
        fact.incurredAt.includes(fee.incurredAt) ? { ...fee, invoiceId: fact.invoiceId } : fee,
      );
      return { ...state, lateFees: charged };
    }
    case 'bookingAtRisk':
    case 'bookingRiskAgreed':
    case 'bookingRiskSettled':
      return state.status === 'confirmed' ? evolveRisk(state, fact) : unexpectedFact(fact, state.status);
    case 'bookingExpired':
      return { status: 'expired', ...base, expiredAt: fact.expiredAt };
    case 'bookingReleased':
      return { status: 'released', ...base, releasedAt: fact.releasedAt };
    default:
      return fact satisfies never;
  }
}

const confirmedOf = (state: Booking, fact: BookingFact): ConfirmedBooking =>
  state.status === 'confirmed' ? state : unexpectedFact(fact, state.status);

function withoutSlots(
  booking: ConfirmedBooking,
  { cancelledSlots: gone, lateFee, cancelledAt }: Pick<BookingCancelled, 'cancelledSlots' | 'lateFee' | 'cancelledAt'>,
): ConfirmedBooking {
  return {
    ...booking,
    slots: slotsWithout(booking.slots, gone),
    cancelledSlots: [...booking.cancelledSlots, ...gone],
    lateFees: withLateFee(booking.lateFees, lateFee, cancelledAt),
  };
}

function baseOf(state: Booking) {
  const { bookingId, agreementId, lineId, timeZone, slots, hourlyRate, cancellation, heldAt } = state;
  return { bookingId, agreementId, ...partiesOf(state), lineId, timeZone, slots, hourlyRate, cancellation, heldAt };
}
