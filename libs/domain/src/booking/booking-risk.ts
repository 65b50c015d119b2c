import { type AbsentTime, absencesAhead, absencesFrom, presentTime, touchesAbsence } from '../absence/absent-time.js';
import type { Party } from '../organisation/party.js';
import { demand } from '../policy.js';
import { instantMs } from '../time/instant.js';
import type { Slot } from '../time/slot.js';
import type { Booking, BookingFact, ConfirmedBooking } from './booking.js';
import { isOnDayOff, type Readiness, type ReadinessReason, unreadinessOf } from './readiness.js';

/** Why what is booked may not take place. */
export type RiskReason = ReadinessReason | 'on-day-off' | 'absent';

/** The two sides that can agree to go on. */
export type RiskSide = 'agency' | 'business';

/** What is booked doesn't start, and costs nothing, as long as this is there. An absence alone is in the way of its own time only. */
export interface BookingRisk {
  readonly reasons: readonly RiskReason[];
  readonly sinceAt: string;
  readonly agreedBy: readonly RiskSide[];
  /** Those that touch an absence, where nothing else is in the way; left out where all that lies ahead is at risk. */
  readonly slots?: readonly Slot[];
}

export interface AssessBooking {
  readonly type: 'assessBooking';
  readonly readiness: Readiness;
  readonly now: string;
}
/** One side is willing to go on in spite of it. */
export interface AgreeToRisk {
  readonly type: 'agreeToRisk';
  readonly by: Party;
  readonly now: string;
}

export interface BookingAtRisk {
  readonly type: 'bookingAtRisk';
  readonly reasons: readonly RiskReason[];
  /** The slots that don't take place unless it is settled before they begin. */
  readonly slots: readonly Slot[];
  readonly sinceAt: string;
}
export interface BookingRiskAgreed {
  readonly type: 'bookingRiskAgreed';
  readonly side: RiskSide;
  readonly agreedAt: string;
}
export interface BookingRiskSettled {
  readonly type: 'bookingRiskSettled';
  readonly how: 'cause-gone' | 'agreed';
  /** Those that would have begun meanwhile: they did not take place. */
  readonly missedSlots: readonly Slot[];
  readonly settledAt: string;
}
export type BookingRiskFact = BookingAtRisk | BookingRiskAgreed | BookingRiskSettled;

/** What the two sides can settle between them. A suspension is the marketplace's, and a clearance is nobody's to waive. */
const agreeable: ReadonlySet<RiskReason> = new Set(['on-day-off']);

const beganBetween = (slots: readonly Slot[], fromAt: string, toAt: string): Slot[] =>
  slots.filter(({ startAt }) => instantMs(startAt) > instantMs(fromAt) && instantMs(startAt) <= instantMs(toAt));

/** Something stands in the way of what lies ahead. */
export const isAtRisk = (booking: Booking): boolean => booking.status === 'confirmed' && booking.risk !== undefined;

/** The slots that haven't begun; of a booking at risk none has since it is. */
export function slotsAhead(booking: Booking, now: string): Slot[] {
  const sinceMs = booking.status === 'confirmed' && booking.risk ? instantMs(booking.risk.sinceAt) : instantMs(now);
  const atRisk = new Set(slotsAtRisk(booking));
  return booking.slots.filter((slot) => {
    const startMs = instantMs(slot.startAt);
    return startMs > instantMs(now) || (startMs > sinceMs && atRisk.has(slot));
  });
}

/** The slots that don't take place, or not in whole, unless it is settled before they begin. */
export function slotsAtRisk(booking: Booking): Slot[] {
  if (booking.status !== 'confirmed' || booking.risk === undefined) return [];
  const { slots, sinceAt } = booking.risk;
  const touched = slots && new Set(slots.map(({ startAt }) => startAt));
  return booking.slots.filter(({ startAt }) =>
    touched === undefined ? instantMs(startAt) > instantMs(sinceAt) : touched.has(startAt),
  );
}

/** What was not called off of a confirmed booking, whether or not it takes place. */
export const slotsBooked = (booking: Booking): readonly Slot[] =>
  booking.status === 'confirmed' || booking.status === 'cancelled' ? booking.slots : [];

/**
 * The time of a booking that takes place, or did: nothing that was missed or called off, as long as it is at risk nothing
 * that had not begun, and nothing in an absence, which may leave a part of a slot.
 */
export function slotsThatTakePlace(booking: Booking, absences: readonly AbsentTime[]): Slot[] {
  if (booking.status !== 'confirmed' && booking.status !== 'cancelled') return [];
  const { slots, cancelledSlots } = booking;
  const { risk, missedSlots = [] } = booking.status === 'confirmed' ? booking : {};
  const missed = new Set([...missedSlots, ...cancelledSlots].map(({ startAt }) => startAt));
  const begun = ({ startAt }: Slot): boolean =>
    risk === undefined || risk.slots !== undefined || instantMs(startAt) <= instantMs(risk.sinceAt);
  const taken = slots.filter((slot) => begun(slot) && !missed.has(slot.startAt));
  return presentTime(taken, absencesFrom(absences, booking));
}

/** Why the slots that lie ahead may not take place, but for what both sides have agreed to. */
export function risksOf(booking: ConfirmedBooking, readiness: Readiness, now: string): RiskReason[] {
  const { slots, risksAgreed } = booking;
  const ahead = slots.filter(({ endAt }) => instantMs(endAt) > instantMs(now));
  const last = ahead.at(-1);
  if (last === undefined) return [];
  const reasons: RiskReason[] = unreadinessOf(readiness, last.endAt);
  if (isOnDayOff(readiness.assistant, ahead)) reasons.push('on-day-off');
  const away = absencesAhead(absencesFrom(readiness.absences, booking), now);
  if (ahead.some((slot) => touchesAbsence(away, slot))) reasons.push('absent');
  return reasons.filter((reason) => !risksAgreed?.includes(reason));
}

/** Puts a confirmed booking at risk, or settles it, as things are now; holds are looked at when they are confirmed. */
export function assess({ readiness, now }: AssessBooking, booking: Booking): BookingFact[] {
  if (booking.status !== 'confirmed') return [];
  const reasons = risksOf(booking, readiness, now);
  const { risk } = booking;
  const away = absencesFrom(readiness.absences, booking);
  const ended = (): BookingRiskFact[] => (risk === undefined ? [] : [causeGone(booking, risk, away, now)]);
  if (reasons.length === 0) return ended();
  const isOver = ({ endAt }: Slot): boolean => instantMs(endAt) <= instantMs(now);
  const inAbsence = booking.slots.filter((slot) => !isOver(slot) && touchesAbsence(absencesAhead(away, now), slot));
  const over = (risk?.slots ?? []).filter((slot) => isOver(slot) && touchesAbsence(away, slot));
  const slots = isAbsenceAlone(reasons) ? [...over, ...inAbsence] : slotsAhead(booking, now);
  const isKnown =
    risk !== undefined &&
    reasons.join() === risk.reasons.join() &&
    (risk.slots === undefined || startsOf(risk.slots) === startsOf(slots));
  if (isKnown) return [];
  // What an absence puts at risk is other time than what a suspension does: the one is over when the other begins.
  const goesOn = risk !== undefined && isAbsenceAlone(risk.reasons) === isAbsenceAlone(reasons);
  const atRisk: BookingRiskFact = { type: 'bookingAtRisk', reasons, slots, sinceAt: goesOn ? risk.sinceAt : now };
  return goesOn ? [atRisk] : [...ended(), atRisk];
}

const isAbsenceAlone = (reasons: readonly RiskReason[]): boolean => reasons.every((reason) => reason === 'absent');
const startsOf = (slots: readonly Slot[]): string => slots.map(({ startAt }) => startAt).join();

/** @throws DomainError `booking.not-at-risk`, `booking.not-a-party`, `booking.risk-not-theirs` */
export function agree({ by, now }: AgreeToRisk, booking: Booking): BookingFact[] {
  demand(booking.status === 'confirmed' && booking.risk !== undefined, 'booking.not-at-risk');
  const { risk } = booking;
  const side = sideOf(by, booking);
  const theirs = risk.reasons.every((reason) => agreeable.has(reason));
  demand(theirs, 'booking.risk-not-theirs', { reasons: risk.reasons });
  if (risk.agreedBy.includes(side)) return [];
  const agreed: BookingFact = { type: 'bookingRiskAgreed', side, agreedAt: now };
  if (risk.agreedBy.length === 0) return [agreed];
  const missedSlots = beganBetween(booking.slots, risk.sinceAt, now);
  return [agreed, { type: 'bookingRiskSettled', how: 'agreed', missedSlots, settledAt: now }];
}

/** Of what touched an absence, those are missed of which no time is left. */
function causeGone(
  { slots }: ConfirmedBooking,
  risk: BookingRisk,
  away: readonly AbsentTime[],
  now: string,
): BookingRiskSettled {
  const missedSlots =
    risk.slots === undefined
      ? beganBetween(slots, risk.sinceAt, now)
      : risk.slots.filter(
          (slot) => instantMs(slot.startAt) <= instantMs(now) && presentTime([slot], away).length === 0,
        );
  return { type: 'bookingRiskSettled', how: 'cause-gone', missedSlots, settledAt: now };
}

function sideOf({ organisationId }: Party, booking: Booking): RiskSide {
  const side = organisationId === booking.agencyId ? 'agency' : 'business';
  demand(side === 'agency' || organisationId === booking.businessId, 'booking.not-a-party');
  return side;
}

export function evolveRisk(booking: ConfirmedBooking, fact: BookingRiskFact): ConfirmedBooking {
  const { risk, missedSlots = [], risksAgreed = [], ...others } = booking;
  const kept = {
    ...others,
    ...(missedSlots.length > 0 && { missedSlots }),
    ...(risksAgreed.length > 0 && { risksAgreed }),
  };
  switch (fact.type) {
    case 'bookingAtRisk':
      return {
        ...kept,
        risk: {
          reasons: fact.reasons,
          sinceAt: fact.sinceAt,
          agreedBy: [],
          ...(isAbsenceAlone(fact.reasons) && { slots: fact.slots }),
        },
      };
    case 'bookingRiskAgreed':
      return risk ? { ...kept, risk: { ...risk, agreedBy: [...risk.agreedBy, fact.side] } } : kept;
    case 'bookingRiskSettled': {
      const missed = [...missedSlots, ...fact.missedSlots];
      const agreed = fact.how === 'agreed' ? [...risksAgreed, ...(risk?.reasons ?? [])] : risksAgreed;
      return {
        ...kept,
        ...(missed.length > 0 && { missedSlots: missed }),
        ...(agreed.length > 0 && { risksAgreed: agreed }),
      };
    }
    default:
      return fact satisfies never;
  }
}
