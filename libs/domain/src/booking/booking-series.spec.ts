import * as fc from 'fast-check';
import type { AgencyId, AgreementId, AssistantId, BookingId, BusinessId, ClearanceId, InvoiceId } from '../ids.js';
import { refusalOf } from '../refusals.examples.js';
import type { ClearedWorkplace } from '../safety/cleared-workplace.js';
import { publishedAssistant } from '../supply/assistant.examples.js';
import type { PublishedAssistant } from '../supply/assistant.js';
import type { Slot } from '../time/slot.js';
import { decideAssessed, decideBooking, evolveBooking } from './booking-decisions.js';
import { lateFeesDue } from './booking-late-fees.js';
import { type MovesAskedFor, rescheduleBooking, slotsToMove } from './booking-reschedule.js';
import type { Booking, CancelBookingSlots, ConfirmedBooking, HoldContext } from './booking.js';

const assistantId = 'assistant-1' as AssistantId;
const agencyId = 'agency-1' as AgencyId;
const hourlyRate = { amountMinor: 1801, currency: 'EUR' } as const;
const timeZone = 'Europe/Madrid';
const cancellation = { freeCancellationHours: 24, lateFeeBps: 5000 };
const monday = (day: number, hour = 9): Slot => ({
  startAt: `2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`,
  endAt: `2026-03-${String(day).padStart(2, '0')}T${String(hour + 1).padStart(2, '0')}:00:00.000Z`,
});
const slots = [2, 9, 16, 23].map((day) => monday(day));
const [past, soon, next, last] = slots as [Slot, Slot, Slot, Slot];
/** The first Monday is over, and the second less than a day ahead. */
const now = '2026-03-08T12:00:00.000Z';
const series: ConfirmedBooking = {
  status: 'confirmed',
  bookingId: 'booking-1' as BookingId,
  agreementId: 'agreement-1' as AgreementId,
  businessId: 'business-1' as BusinessId,
  agencyId,
  assistantId,
  lineId: null,
  timeZone,
  slots,
  hourlyRate,
  cancellation,
  heldAt: '2026-02-01T09:00:00.000Z',
  confirmedAt: '2026-02-01T09:05:00.000Z',
  clearanceId: 'clearance-1' as ClearanceId,
  cancelledSlots: [],
  lateFees: [],
};
const half = { amountMinor: 900, currency: 'EUR' };

const cancelOf = (...named: string[]): CancelBookingSlots => ({
  type: 'cancelBookingSlots',
  slots: named,
  cancelledBy: 'business',
  reason: 'a holiday',
  now,
});
const after = (booking: Booking, ...commands: Parameters<typeof decideBooking>[0][]): Booking =>
  commands.reduce((state, command) => decideBooking(command, state).reduce<Booking>(evolveBooking, state), booking);

describe('single slots of a series', () => {
  it('are called off, each at its own price, and the others stay', () => {
    expect(decideBooking(cancelOf(soon.startAt), series)).toEqual([
      {
        type: 'bookingSlotsCancelled',
        cancelledBy: 'business',
        reason: 'a holiday',
        cancelledSlots: [soon],
        lateFee: half,
        cancelledAt: now,
      },
    ]);
    expect(after(series, cancelOf(soon.startAt), cancelOf(last.startAt))).toMatchObject({
      status: 'confirmed',
      slots: [past, next],
      cancelledSlots: [soon, last],
      lateFees: [{ amount: half, incurredAt: now, invoiceId: null }],
    });
  });

  it('may be named in whatever spelling of their instant, and cost nothing when the agency calls them off', () => {
    const spelled = { ...cancelOf('2026-03-09T10:00:00+01:00'), cancelledBy: 'agency' } as const;
    expect(after(series, spelled)).toMatchObject({ cancelledSlots: [soon], lateFees: [] });
  });

  it('take the booking with them when none is left ahead', () => {
    const called = after(series, cancelOf(next.startAt), cancelOf(last.startAt, soon.startAt));
    expect(called).toMatchObject({
      status: 'cancelled',
      cancelledSlots: [next, soon, last],
      lateFee: half,
      lateFees: [{ amount: half }],
    });
  });

  it.each<[string, string[]]>([
    ['booking.slot-unknown slots.1', [soon.startAt, '2026-03-10T09:00:00.000Z']],
    ['booking.slot-begun slots.0', [past.startAt]],
    ['booking.slot-named-twice slots.1', [soon.startAt, soon.startAt]],
    ['time.bad-instant slots.0', ['monday']],
  ])('are refused with %s, which names the occurrence', (refusal, named) => {
    expect(refusalOf(() => decideBooking(cancelOf(...named), series))).toBe(refusal);
  });

  it('come to the same, called off one by one or at once, and none is lost', () => {
    fc.assert(
      fc.property(fc.subarray([soon, next, last]), (named) => {
        const one = named.reduce<Booking>((booking, { startAt }) => after(booking, cancelOf(startAt)), series);
        const all = named.length === 0 ? series : after(series, cancelOf(...named.map(({ startAt }) => startAt)));
        const changed = [one, all] as (typeof series)[];
        const [fees, otherFees] = changed.map(({ lateFees }) => lateFees.map(({ amount }) => amount.amountMinor));
        expect(fees).toEqual(otherFees);
        for (const { slots: kept, cancelledSlots } of changed) {
          // What a booking had when it was called off as a whole it goes on showing.
          const starts = new Set([...kept, ...cancelledSlots].map(({ startAt }) => startAt));
          expect([...starts].sort()).toEqual(slots.map(({ startAt }) => startAt));
        }
      }),
    );
  });
});

const assistant: PublishedAssistant = {
  ...publishedAssistant,
  assistantId,
  agencyId,
  hourlyRate,
  weeklyHours: [1, 2].map((weekday) => ({ weekday, start: '09:00', end: '14:00' })),
  weeklyCapacityMinutes: 120,
};
const clearance: ClearedWorkplace = {
  clearanceId: 'clearance-1' as ClearanceId,
  jurisdiction: 'es',
  countryCode: 'ES',
  validUntil: '2026-03-31T00:00:00.000Z',
};
const context: HoldContext = {
  agreement: {
    agreementId: series.agreementId,
    businessId: series.businessId,
    agencyId,
    assistantId,
    accepted: true,
    startsOn: '2026-03-01',
    endsOn: '2026-03-31',
    timeZone,
    cancellation,
    hourlyRate,
    instantLimits: null,
    lines: [],
  },
  assistant,
  agencyStatus: 'verified',
  engagementEnded: false,
  lastDayOn: null,
  busy: [next, last],
  elsewhere: [],
  bookedOfAgreement: [next, last],
  bookedOfLine: [],
  absences: [],
  holdMinutes: 15,
  clearance,
};
const moving = (asked: MovesAskedFor, changes: Partial<HoldContext> = {}) =>
  rescheduleBooking({ type: 'rescheduleBooking', ...slotsToMove(asked, series, now), now }, series, {
    ...context,
    ...changes,
  });
const to = (slot: Slot, place: Slot): MovesAskedFor => ({ moves: [{ startAt: slot.startAt, to: place }] });

describe('moving a booking', () => {
  it('moves a single slot, at the price of calling it off', () => {
    const [fact] = moving(to(soon, monday(10)));
    expect(fact).toEqual({
      type: 'bookingRescheduled',
      givenUp: [soon],
      taken: [monday(10)],
      slots: [past, monday(10), next, last],
      lateFee: half,
      rescheduledAt: now,
    });
    expect(evolveBooking(series, fact!)).toMatchObject({
      status: 'confirmed',
      slots: [past, monday(10), next, last],
      lateFees: [{ amount: half, incurredAt: now, invoiceId: null }],
    });
  });

  it('moves all that lies ahead to other weekly hours', () => {
    const weekly = { timeZone, startsOn: '2026-03-09', endsOn: '2026-03-30' };
    const tuesdays = { weekly: { ...weekly, weeklyHours: [{ weekday: 2, start: '10:00', end: '11:00' }] } };
    const [fact] = moving(tuesdays, { busy: [] });
    expect(fact).toMatchObject({
      givenUp: [soon, next, last],
      slots: [past, monday(10), monday(17), monday(24)],
    });
  });

  it('may move into the time that it gives up, and says nothing when nothing moves', () => {
    const overlapping = { startAt: '2026-03-16T09:30:00.000Z', endAt: '2026-03-16T10:30:00.000Z' };
    expect(moving(to(next, overlapping), { busy: [soon, last] })).toHaveLength(1);
    expect(moving(to(next, next))).toEqual([]);
  });

  it.each<[string, MovesAskedFor, Partial<HoldContext>]>([
    ['booking.moves-or-slots moves', {}, {}],
    ['booking.moves-or-slots moves', { ...to(soon, monday(10)), slots: [monday(10)] }, {}],
    [
      'booking.slots-or-weekly slots',
      { slots: [monday(10)], weekly: { timeZone, startsOn: '2026-03-09', endsOn: '2026-03-09', weeklyHours: [] } },
      {},
    ],
    ['booking.slot-begun moves.0.startAt', to(past, monday(10)), {}],
    ['booking.slot-unknown moves.0.startAt', to(monday(11), monday(10)), {}],
    ['time.slot-in-the-past moves.0.to', to(soon, past), {}],
    ['booking.slot-taken moves.0.to', to(soon, next), {}],
    ['booking.outside-working-hours moves.0.to', to(soon, monday(11)), {}],
    [
      'booking.outside-agreement moves.0.to',
      to(soon, { startAt: '2026-04-06T08:00:00.000Z', endAt: '2026-04-06T09:00:00.000Z' }),
      {},
    ],
    [
      'booking.over-capacity moves.0.to',
      to(last, monday(17)),
      { busy: [{ ...next, endAt: '2026-03-16T11:00:00.000Z' }] },
    ],
    ['booking.clearance-missing', to(soon, monday(10)), { clearance: null }],
    [
      'booking.clearance-too-short moves.0.to',
      to(soon, monday(10)),
      { clearance: { ...clearance, validUntil: '2026-03-10T00:00:00.000Z' } },
    ],
    ['assistant.paused', to(soon, monday(10)), { assistant: { ...assistant, status: 'paused', pausedAt: now } }],
    ['booking.agency-not-verified', to(soon, monday(10)), { agencyStatus: 'suspended' }],
    ['engagement.already-ended', to(soon, monday(10)), { engagementEnded: true }],
    ['booking.after-last-day moves.0.to', to(soon, monday(10)), { lastDayOn: '2026-03-08' }],
  ])('is refused with %s', (refusal, asked, changes) => {
    expect(refusalOf(() => moving(asked, changes))).toBe(refusal);
  });

  it('is for a confirmed booking with time ahead', () => {
    const held: Booking = { ...series, status: 'held', holdExpiresAt: now };
    expect(refusalOf(() => slotsToMove(to(soon, monday(10)), held, now))).toBe('booking.not-confirmed');
    const over = () => slotsToMove({ slots: [monday(30)] }, series, '2026-03-29T09:00:00.000Z');
    expect(refusalOf(over)).toBe('booking.nothing-to-reschedule');
  });
});

describe('a series at risk', () => {
  const readiness = { agencyStatus: 'verified', assistant, clearance, absences: [] } as const;
  const dayOff = { ...assistant, daysOff: [{ from: '2026-03-09', to: '2026-03-09' }] };
  const onDayOff = { ...readiness, assistant: dayOff };
  const sinceAt = '2026-03-08T11:00:00.000Z';
  const atRisk: ConfirmedBooking = { ...series, risk: { reasons: ['on-day-off'], sinceAt, agreedBy: [] } };
  const types = (facts: readonly { type: string }[]) => facts.map(({ type }) => type);

  it('takes no fee for what is called off, slot by slot or as a whole, whether or not somebody has been told', () => {
    for (const booking of [series, atRisk]) {
      const slot = decideAssessed(cancelOf(soon.startAt), onDayOff, booking);
      const all = decideAssessed({ ...cancelOf(), type: 'cancelBooking' }, onDayOff, booking);
      for (const facts of [slot, all]) {
        const cancelled = facts.find((fact) => 'cancelledSlots' in fact);
        expect(cancelled).toMatchObject({ lateFee: { amountMinor: 0 } });
      }
    }
  });

  it('is settled when the slots in question are called off or moved, and not when others are', () => {
    const settled = ['bookingSlotsCancelled', 'bookingRiskSettled'];
    expect(types(decideAssessed(cancelOf(soon.startAt), onDayOff, atRisk))).toEqual(settled);
    expect(types(decideAssessed(cancelOf(next.startAt), onDayOff, atRisk))).toEqual(['bookingSlotsCancelled']);
    const moved = rescheduleBooking(
      { type: 'rescheduleBooking', ...slotsToMove(to(soon, monday(10)), atRisk, now), now },
      atRisk,
      { ...context, assistant: dayOff },
    );
    expect(types(moved)).toEqual(['bookingRescheduled', 'bookingRiskSettled']);
    expect(moved[0]).toMatchObject({ lateFee: { amountMinor: 0 } });
    expect(moved.reduce<Booking>(evolveBooking, atRisk)).not.toHaveProperty('risk');
  });

  it('counts slots that would have begun meanwhile as ahead', () => {
    const long: ConfirmedBooking = { ...atRisk, risk: { ...atRisk.risk!, sinceAt: '2026-03-01T09:00:00.000Z' } };
    expect(slotsToMove(to(past, monday(10)), long, now)).toMatchObject({ givenUp: [past] });
    expect(after(long, cancelOf(past.startAt))).toMatchObject({ slots: [soon, next, last], lateFees: [] });
  });
});

describe('late fees', () => {
  it('are charged by one invoice, once', () => {
    const called = after(series, cancelOf(soon.startAt));
    const charge = { type: 'invoiceLateFees', incurredAt: [now], invoiceId: 'invoice-1' as InvoiceId, now } as const;
    expect(lateFeesDue(called)).toEqual([{ amount: half, incurredAt: now, invoiceId: null }]);
    const [fact] = decideBooking(charge, called);
    expect(fact).toMatchObject({ type: 'bookingLateFeesInvoiced', amount: half, invoiceId: 'invoice-1' });
    const charged = after(called, charge);
    expect(lateFeesDue(charged)).toEqual([]);
    expect(refusalOf(() => decideBooking(charge, charged))).toBe('booking.no-late-fee');
    expect(lateFeesDue(series)).toEqual([]);
  });
});
