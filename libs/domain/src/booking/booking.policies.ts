import { isBlank } from '#text';
import { absencesFrom, touchesAbsence } from '../absence/absent-time.js';
import { demand, type Policy } from '../policy.js';
import { localDate } from '../time/calendar.js';
import { localDayOf } from '../time/expand-weekly.js';
import { hourMs, instantMs, minuteMs } from '../time/instant.js';
import { epochDay } from '../time/local-date.js';
import { periodAt } from '../time/periods.js';
import type { AskedSlot, Slot } from '../time/slot.js';
import { spansOfSlots } from '../time/spans.js';
import { minutesByWeek, weekStartsOn } from '../time/weeks.js';
import type { CancelBooking, Booking, ConfirmBooking, HeldBooking, HoldContext } from './booking.js';
import { slotsAhead } from './booking-risk.js';
import { assertCalendarHolds } from './fits-calendar.js';
import { demandReady, isOnDayOff, unreadinessOf } from './readiness.js';

/** A hold on its way: its slots are in order already. */
export interface HoldInContext {
  readonly slots: readonly AskedSlot[];
  readonly lineId: string | null;
  readonly now: string;
  readonly context: HoldContext;
}

const maxHoldMinutes = 24 * 60;

/**
 * Whoever has given notice works to the end of its last day and no longer.
 * @param lastDayOn local date in the zone, included; null while there is none
 * @throws DomainError `booking.after-last-day`, which names the slot
 */
export function demandOverBy(lastDayOn: string | null, timeZone: string, slots: readonly AskedSlot[]): void {
  if (lastDayOn === null) return;
  for (const { startAt, endAt, at, which } of slots) {
    const last = localDayOf(timeZone, instantMs(endAt) / minuteMs - 1);
    demand(last <= epochDay(lastDayOn), 'booking.after-last-day', { at, which, startAt, lastDayOn });
  }
}

export const holdPolicies: readonly Policy<HoldInContext>[] = [
  function isOfAnAcceptedAgreement({ context: { agreement } }) {
    demand(agreement.accepted, 'booking.agreement-not-accepted', { agreementId: agreement.agreementId });
  },
  function namesALineByTheHour({ lineId, context: { agreement } }) {
    const { lines } = agreement;
    if (lineId === null) {
      const needsNone = lines.length === 0 || lines.some(({ ceilingMinutes }) => ceilingMinutes === null);
      demand(needsNone, 'booking.line-missing', { at: ['lineId'] });
      return;
    }
    const line = lines.find((one) => one.lineId === lineId);
    demand(line !== undefined, 'booking.line-unknown', { at: ['lineId'], lineId });
    demand(line.ceilingMinutes !== null, 'booking.line-per-unit', { at: ['lineId'], lineId });
  },
  function isForTheNamedAssistant({ context: { agreement, assistant } }) {
    demand(agreement.assistantId === assistant.assistantId, 'booking.other-assistant');
  },
  function isOfAVerifiedAgency({ context: { agencyStatus } }) {
    demand(agencyStatus === 'verified', 'booking.agency-not-verified');
  },
  function isForAnAssistantWhoIsNotPaused({ context: { assistant } }) {
    demand(assistant.status !== 'paused', 'assistant.paused', { assistantId: assistant.assistantId });
  },
  function isForAListedAssistant({ context: { assistant } }) {
    demand(assistant.status === 'published', 'booking.assistant-not-published');
  },
  function isOfAnEngagementThatGoesOn({ context: { engagementEnded } }) {
    demand(!engagementEnded, 'engagement.already-ended');
  },
  function lastsForAWhile({ context: { holdMinutes } }) {
    const fits = Number.isInteger(holdMinutes) && holdMinutes >= 1 && holdMinutes <= maxHoldMinutes;
    demand(fits, 'booking.bad-hold', { holdMinutes, max: maxHoldMinutes });
  },
  function liesWithinTheAgreement({ slots, context: { agreement } }) {
    const { startsOn, endsOn, timeZone } = agreement;
    slots.forEach(({ startAt, endAt, at, which }) => {
      const first = localDayOf(timeZone, instantMs(startAt) / minuteMs);
      const last = localDayOf(timeZone, instantMs(endAt) / minuteMs - 1);
      const inside = first >= epochDay(startsOn) && last <= epochDay(endsOn);
      demand(inside, 'booking.outside-agreement', { at, which, startAt, startsOn, endsOn });
    });
  },
  function isOverByTheLastDay({ slots, context: { agreement, lastDayOn } }) {
    demandOverBy(lastDayOn, agreement.timeZone, slots);
  },
  function isForSomebodyWhoCanWorkUntilItsEnd({ slots, context }) {
    const last = slots.at(-1);
    if (last === undefined) return;
    const outlasting = slots.find(({ endAt }) => unreadinessOf(context, endAt)[0] === 'clearance-too-short');
    demandReady('booking', context, last.endAt, { at: outlasting?.at, which: outlasting?.which });
  },
  function isForTimeInWhichSheIsThere({ slots, context: { agreement, absences } }) {
    const away = absencesFrom(absences, agreement);
    for (const slot of slots) {
      demand(!touchesAbsence(away, slot), 'booking.assistant-absent', { at: slot.at, which: slot.which });
    }
  },
  function givesTheNoticeThatTheAgencyAsksFor({ slots, now, context: { agreement } }) {
    const hours = agreement.instantLimits?.leastNoticeHours ?? 0;
    const [first] = slots;
    const inTime = first === undefined || instantMs(first.startAt) >= instantMs(now) + hours * hourMs;
    demand(inTime, 'booking.too-short-notice', { at: first?.at, which: first?.which, leastNoticeHours: hours });
  },
  function staysWithinTheHoursThatTheAgencyGivesAWeek({ slots, context: { agreement, bookedOfAgreement } }) {
    if (agreement.instantLimits === null) return;
    const { mostMinutesPerWeek } = agreement.instantLimits;
    const booked = minutesByWeek(spansOfSlots(bookedOfAgreement), agreement.timeZone);
    for (const [week, minutes] of minutesByWeek(spansOfSlots(slots), agreement.timeZone)) {
      const bookedMinutes = minutes + (booked.get(week) ?? 0);
      const details = { weekOf: weekStartsOn(week), bookedMinutes, mostMinutesPerWeek };
      demand(bookedMinutes <= mostMinutesPerWeek, 'booking.beyond-weekly-hours', details);
    }
  },
  function staysWithinTheHoursOfItsLine({ slots, lineId, context: { agreement, bookedOfLine } }) {
    const line = agreement.lines.find((one) => one.lineId === lineId);
    if (line === undefined || line.ceilingMinutes === null) return;
    const { cadence, ceilingMinutes } = line;
    const booked = new Map<number, number>();
    const withSlot = ({ startAt, endAt }: Slot): number => {
      const period = periodAt(cadence, agreement, localDate(startAt, agreement.timeZone))?.number ?? 0;
      const minutes = (booked.get(period) ?? 0) + (instantMs(endAt) - instantMs(startAt)) / minuteMs;
      booked.set(period, minutes);
      return minutes;
    };
    for (const slot of bookedOfLine) withSlot(slot);
    for (const slot of slots) {
      const bookedMinutes = withSlot(slot);
      const details = { at: slot.at, which: slot.which, bookedMinutes, ceilingMinutes };
      demand(bookedMinutes <= ceilingMinutes, 'booking.beyond-line-hours', details);
    }
  },
  function fitsTheAssistantsCalendar({ slots, context: { assistant, busy, elsewhere } }) {
    assertCalendarHolds(assistant, slots, busy, elsewhere);
  },
];

export interface Confirmation {
  readonly booking: HeldBooking;
  readonly command: ConfirmBooking;
}

export const confirmationPolicies: readonly Policy<Confirmation>[] = [
  function comesBeforeTheHoldExpires({ booking, command: { now } }) {
    const { holdExpiresAt } = booking;
    demand(instantMs(now) < instantMs(holdExpiresAt), 'booking.hold-expired', { holdExpiresAt });
  },
  function isForSomebodyWhoCanStillWork({ booking, command: { readiness } }) {
    demandReady('booking', readiness, booking.slots.at(-1)!.endAt);
  },
  function isOnNoDayOff({ booking, command: { readiness } }) {
    demand(!isOnDayOff(readiness.assistant, booking.slots), 'booking.on-day-off');
  },
  function isWhileSheIsThere({ booking, command: { readiness } }) {
    const away = absencesFrom(readiness.absences, booking);
    demand(!booking.slots.some((slot) => touchesAbsence(away, slot)), 'booking.assistant-absent');
  },
];

export interface Cancellation {
  readonly booking: Booking;
  readonly command: Pick<CancelBooking, 'reason' | 'now'>;
}

export const cancellationPolicies: readonly Policy<Cancellation>[] = [
  function isOfAConfirmedBooking({ booking }) {
    demand(booking.status === 'confirmed', 'booking.not-confirmed', { status: booking.status });
  },
  function saysWhy({ command: { reason } }) {
    demand(!isBlank(reason), 'booking.reason-missing', { at: ['reason'] });
  },
  function leavesSomethingToCancel({ booking, command: { now } }) {
    demand(slotsAhead(booking, now).length > 0, 'booking.nothing-to-cancel');
  },
];
