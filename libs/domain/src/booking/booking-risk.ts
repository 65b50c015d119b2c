import type { Party } from '../organisation/party.js';
import { demand } from '../policy.js';
import { instantMs } from '../time/instant.js';
import type { Slot } from '../time/slot.js';
import type { Booking, BookingFact, ConfirmedBooking } from './booking.js';
import { isOnDayOff, type Readiness, type ReadinessReason, unreadinessOf } from './readiness.js';

/** Why what is booked may not take place. */
export type RiskReason = ReadinessReason | 'on-day-off';

/** The two sides that can agree to go on. */
export type RiskSide = 'agency' | 'business';

/** What is booked doesn't start, and costs nothing, as long as this is there. */
export interface BookingRisk {
  readonly reasons: readonly RiskReason[];
  readonly sinceAt: string;
  readonly agreedBy: readonly RiskSide[];
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
  const sinceAt = booking.status === 'confirmed' ? (booking.risk?.sinceAt ?? now) : now;
  return booking.slots.filter(({ startAt }) => instantMs(startAt) > Math.min(instantMs(now), instantMs(sinceAt)));
}

/**
 * The slots of a booking that take place, or did: none that was missed or called off, and as long as it is at risk none that
 * had not begun.
 */
export function slotsThatTakePlace(booking: Booking): Slot[] {
  if (booking.status !== 'confirmed' && booking.status !== 'cancelled') return [];
  const { slots, cancelledSlots } = booking;
  const { risk, missedSlots = [] } = booking.status === 'confirmed' ? booking : {};
  const missed = new Set([...missedSlots, ...cancelledSlots].map(({ startAt }) => startAt));
  const begun = ({ startAt }: Slot): boolean => risk === undefined || instantMs(startAt) <= instantMs(risk.sinceAt);
  return slots.filter((slot) => begun(slot) && !missed.has(slot.startAt));
}

/** Why the slots that lie ahead may not take place, but for what both sides have agreed to. */
export function risksOf({ slots, risksAgreed }: ConfirmedBooking, readiness: Readiness, now: string): RiskReason[] {
  const ahead = slots.filter(({ endAt }) => instantMs(endAt) > instantMs(now));
  const last = ahead.at(-1);
  if (last === undefined) return [];
  const reasons: RiskReason[] = unreadinessOf(readiness, last.endAt);
  if (isOnDayOff(readiness.assistant, ahead)) reasons.push('on-day-off');
  return reasons.filter((reason) => !risksAgreed?.includes(reason));
}

/** Puts a confirmed booking at risk, or settles it, as things are now; holds are looked at when they are confirmed. */
export function assess({ readiness, now }: AssessBooking, booking: Booking): BookingFact[] {
  if (booking.status !== 'confirmed') return [];
  const reasons = risksOf(booking, readiness, now);
  const { risk } = booking;
  if (reasons.length === 0) return risk === undefined ? [] : [settled('cause-gone', booking, risk, now)];
  const isKnown = risk !== undefined && reasons.join() === risk.reasons.join();
  if (isKnown) return [];
  const sinceAt = risk?.sinceAt ?? now;
  return [{ type: 'bookingAtRisk', reasons, slots: slotsAhead(booking, now), sinceAt }];
}

/** @throws DomainError `booking.not-at-risk`, `booking.not-a-party`, `booking.risk-not-theirs` */
export function agree({ by, now }: AgreeToRisk, booking: Booking): BookingFact[] {
  demand(booking.status === 'confirmed' && booking.risk !== undefined, 'booking.not-at-risk');
  const { risk } = booking;
  const side = sideOf(by, booking);
  const theirs = risk.reasons.every((reason) => agreeable.has(reason));
  demand(theirs, 'booking.risk-not-theirs', { reasons: risk.reasons });
  if (risk.agreedBy.includes(side)) return [];
  const agreed: BookingFact = { type: 'bookingRiskAgreed', side, agreedAt: now };
  return risk.agreedBy.length === 0 ? [agreed] : [agreed, settled('agreed', booking, risk, now)];
}

function settled(
  how: BookingRiskSettled['how'],
  { slots }: ConfirmedBooking,
  { sinceAt }: BookingRisk,
  now: string,
): BookingRiskSettled {
  return { type: 'bookingRiskSettled', how, missedSlots: beganBetween(slots, sinceAt, now), settledAt: now };
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
      return { ...kept, risk: { reasons: fact.reasons, sinceAt: fact.sinceAt, agreedBy: [] } };
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
