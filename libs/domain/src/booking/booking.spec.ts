import type { DomainError } from '../domain-error.js';
import type { AgencyId, AgreementId, AssistantId, BookingId, BusinessId, ClearanceId } from '../ids.js';
import { refusalOf } from '../refusals.examples.js';
import type { ClearedWorkplace } from '../safety/cleared-workplace.js';
import { publishedAssistant } from '../supply/assistant.examples.js';
import type { PublishedAssistant } from '../supply/assistant.js';
import { plainSlots } from '../time/normalise-slots.js';
import type { Slot } from '../time/slot.js';
import { decideBooking, evolveBooking, holdBooking } from './booking-decisions.js';
import type { Booking, BookingFact, CancelBooking, ConfirmBooking, HoldContext, NoteNobodyThere } from './booking.js';
import type { Readiness } from './readiness.js';
import { slotsAskedFor, weeklySlots } from './slots-asked-for.js';

const now = '2026-03-02T09:00:00.000Z';
const bookingId = '01900000-0000-7000-8000-000000000041' as BookingId;
const agreementId = '01900000-0000-7000-8000-000000000051' as AgreementId;
const businessId = '01900000-0000-7000-8000-000000000002' as BusinessId;
const agencyId = '01900000-0000-7000-8000-000000000001' as AgencyId;
const assistantId = '01900000-0000-7000-8000-000000000011' as AssistantId;
const clearanceId = '01900000-0000-7000-8000-000000000031' as ClearanceId;

const assistant: PublishedAssistant = {
  ...publishedAssistant,
  assistantId,
  agencyId,
  daysOff: [{ from: '2026-04-06', to: '2026-04-06' }],
  weeklyCapacityMinutes: 240,
};
const parties = { agreementId, businessId, agencyId, assistantId };
const agreement = {
  ...parties,
  accepted: true,
  startsOn: '2026-03-01',
  endsOn: '2026-04-30',
  timeZone: 'Europe/Madrid',
  cancellation: { freeCancellationHours: 24, lateFeeBps: 5000 },
  instantLimits: null,
  lines: [],
  hourlyRate: null,
};
const byTheHour = { ...agreement, lines: [{ lineId: 'calls', cadence: 'weekly' as const, ceilingMinutes: 120 }] };
const clearance: ClearedWorkplace = {
  clearanceId,
  jurisdiction: 'es',
  countryCode: 'ES',
  validUntil: '2026-04-30T22:00:00.000Z',
};
const context: HoldContext = {
  agreement,
  assistant,
  agencyStatus: 'verified',
  clearance,
  engagementEnded: false,
  lastDayOn: null,
  busy: [],
  elsewhere: [],
  bookedOfAgreement: [],
  bookedOfLine: [],
  absences: [],
  holdMinutes: 15,
};

const slot = (startAt: string, endAt: string): Slot => ({ startAt: `${startAt}:00.000Z`, endAt: `${endAt}:00.000Z` });
const [first, second] = [slot('2026-03-09T08:00', '2026-03-09T09:00'), slot('2026-03-16T08:00', '2026-03-16T10:00')];
const held: BookingFact = {
  type: 'bookingHeld',
  bookingId,
  ...parties,
  lineId: null,
  timeZone: 'Europe/Madrid',
  slots: [first, second],
  hourlyRate: { amountMinor: 1850, currency: 'EUR' },
  cancellation: agreement.cancellation,
  heldAt: now,
  holdExpiresAt: '2026-03-02T09:15:00.000Z',
};
const confirmed: BookingFact = { type: 'bookingConfirmed', clearanceId, confirmedAt: now };

const readiness: Readiness = { agencyStatus: 'verified', assistant, clearance, absences: [] };
const confirm = (changes: Partial<Readiness> = {}, at = now): ConfirmBooking => ({
  type: 'confirmBooking',
  readiness: { ...readiness, ...changes },
  now: at,
});

const given = (...facts: BookingFact[]) => facts.reduce<Booking | null>(evolveBooking, null);
const hold = (slots: Slot[], changes: Partial<HoldContext> = {}) =>
  holdBooking({ type: 'holdBooking', bookingId, lineId: null, slots, now }, null, { ...context, ...changes });
const nobodyThere = (at: string): NoteNobodyThere => ({
  type: 'noteNobodyThere',
  slots: [first.startAt],
  worked: [],
  now: at,
});
const cancelAt = (at: string, cancelledBy: CancelBooking['cancelledBy'] = 'business'): CancelBooking => ({
  type: 'cancelBooking',
  cancelledBy,
  reason: 'no need any more',
  now: at,
});

describe('a booking', () => {
  it('holds its slots in order for fifteen minutes', () => {
    expect(hold([second, first])).toEqual([held]);
    expect(given(held)).toMatchObject({ status: 'held', slots: [first, second] });
  });

  it('takes the price of an hour from its agreement, and from the listing where that has none', () => {
    const hourlyRate = { amountMinor: 2400, currency: 'EUR' } as const;
    expect(hold([first], { agreement: { ...agreement, hourlyRate } })).toMatchObject([{ hourlyRate }]);
    expect(hold([first])).toMatchObject([{ hourlyRate: assistant.hourlyRate }]);
  });

  it('is of a line by the hour, within the hours of each of its periods', () => {
    const of = (lineId: string | null, slots: Slot[], bookedOfLine: Slot[] = []) =>
      holdBooking({ type: 'holdBooking', bookingId, lineId, slots, now }, null, {
        ...context,
        agreement: {
          ...byTheHour,
          lines: [...byTheHour.lines, { lineId: 'inbox', cadence: 'once', ceilingMinutes: null }],
        },
        bookedOfLine,
      });
    expect(of('calls', [first, second])).toMatchObject([{ lineId: 'calls', slots: [first, second] }]);
    expect(of(null, [first])).toMatchObject([{ lineId: null }]);
    expect(refusalOf(() => of('gone', [first]))).toBe('booking.line-unknown lineId');
    expect(refusalOf(() => of('inbox', [first]))).toBe('booking.line-per-unit lineId');
    const early = slot('2026-03-09T09:00', '2026-03-09T10:01');
    expect(refusalOf(() => of('calls', [first], [early]))).toBe('booking.beyond-line-hours slots.0');
    expect(refusalOf(() => of('calls', [second], [early]))).toBeNull();
  });

  it('is confirmed by a clearance that outlives its last slot', () => {
    expect(decideBooking(confirm(), given(held))).toEqual([confirmed]);
    expect(given(held, confirmed)).toMatchObject({ status: 'confirmed', clearanceId });
    expect(given(held, confirmed)).not.toHaveProperty('holdExpiresAt');
  });

  it('is confirmed for somebody who is paused, since what is booked stays', () => {
    const paused = { ...assistant, status: 'paused' as const };
    expect(decideBooking(confirm({ assistant: paused }), given(held))).toEqual([confirmed]);
  });

  it('is released while held, or expires when its time is up', () => {
    expect(decideBooking({ type: 'releaseBooking', now }, given(held))).toEqual([
      { type: 'bookingReleased', releasedAt: now },
    ]);
    const at = '2026-03-02T09:15:00.000Z';
    expect(decideBooking({ type: 'expireBooking', now: at }, given(held))).toEqual([
      { type: 'bookingExpired', expiredAt: at },
    ]);
  });

  it.each<[string, string, number, Slot[], CancelBooking['cancelledBy']]>([
    ['for nothing in time', '2026-03-08T08:00:00.000Z', 0, [first, second], 'business'],
    ['for half of what is late', '2026-03-08T08:01:00.000Z', 925, [first, second], 'business'],
    ['without what has begun', '2026-03-09T08:00:00.000Z', 0, [second], 'business'],
    ['for nothing by the agency', '2026-03-08T20:00:00.000Z', 0, [first, second], 'agency'],
  ])('is cancelled %s', (_, at, fee, cancelledSlots, by) => {
    expect(decideBooking(cancelAt(at, by), given(held, confirmed))).toEqual([
      {
        type: 'bookingCancelled',
        cancelledBy: by,
        reason: 'no need any more',
        cancelledSlots,
        lateFee: { amountMinor: fee, currency: 'EUR' },
        cancelledAt: at,
      },
    ]);
  });

  it.each<[string, Slot[], Partial<HoldContext>]>([
    ['booking.agreement-not-accepted', [first], { agreement: { ...agreement, accepted: false } }],
    ['booking.other-assistant', [first], { agreement: { ...agreement, assistantId: 'x' as AssistantId } }],
    ['booking.agency-not-verified', [first], { agencyStatus: 'suspended' }],
    [
      'booking.assistant-not-published',
      [first],
      { assistant: { ...assistant, status: 'withdrawn', withdrawnAt: now, reason: 'x' } },
    ],
    ['assistant.paused', [first], { assistant: { ...assistant, status: 'paused', pausedAt: now } }],
    ['booking.bad-hold', [first], { holdMinutes: 0 }],
    ['booking.outside-agreement', [slot('2026-05-04T08:00', '2026-05-04T09:00')], {}],
    ['booking.after-last-day', [first, second], { lastDayOn: '2026-03-15' }],
    ['booking.outside-working-hours', [slot('2026-03-10T08:00', '2026-03-10T09:00')], {}],
    ['booking.on-day-off', [slot('2026-04-06T08:00', '2026-04-06T09:00')], {}],
    ['booking.slot-taken', [first], { busy: [slot('2026-03-09T08:30', '2026-03-09T09:30')] }],
    ['booking.slot-taken', [first], { elsewhere: [slot('2026-03-09T08:30', '2026-03-09T09:30')] }],
    ['booking.over-capacity', [slot('2026-03-09T08:00', '2026-03-09T13:00')], {}],
    ['time.slots-overlap', [first, first], {}],
    ['time.slot-in-the-past', [slot('2026-03-02T08:00', '2026-03-02T09:00')], {}],
    ['booking.clearance-missing', [first], { clearance: null }],
    ['booking.clearance-too-short', [first], { clearance: { ...clearance, validUntil: '2026-03-09T08:59:59.999Z' } }],
    ['booking.clearance-elsewhere', [first], { assistant: { ...assistant, countryCode: 'FR' } }],
    ['engagement.already-ended', [first], { engagementEnded: true }],
    ['booking.line-missing', [first], { agreement: byTheHour }],
  ])('is not held: %s', (code, slots, changes) => {
    expect(() => hold(slots, changes)).toThrow(code);
  });

  it('is refused with the place that a slot had among those that were asked for', () => {
    const asked = [second, slot('2026-04-06T08:00', '2026-04-06T09:00'), first];
    expect(refusalOf(() => hold(asked))).toBe('booking.on-day-off slots.1');
    const late = slot('2026-05-04T08:00', '2026-05-04T09:00');
    expect(refusalOf(() => hold([late, first]))).toBe('booking.outside-agreement slots.0');
  });

  it('of an instant agreement keeps the notice and the hours a week that the agency gives without being asked', () => {
    const limits = (mostMinutesPerWeek: number, leastNoticeHours: number) => ({
      agreement: { ...agreement, instantLimits: { mostMinutesPerWeek, leastNoticeHours } },
    });
    expect(hold([first], limits(60, 167))).toHaveLength(1);
    expect(() => hold([first], limits(60, 168))).toThrow('booking.too-short-notice');
    expect(() => hold([first], limits(59, 0))).toThrow('booking.beyond-weekly-hours');
    const bookedOfAgreement = [slot('2026-03-15T22:00', '2026-03-15T22:30')];
    expect(hold([first], { ...limits(90, 0), bookedOfAgreement })).toHaveLength(1);
    expect(() => hold([first], { ...limits(89, 0), bookedOfAgreement })).toThrow('booking.beyond-weekly-hours');
    // A week later it is another week.
    expect(hold([second], { ...limits(120, 0), bookedOfAgreement })).toHaveLength(1);
  });

  it('is held once', () => {
    const again = () =>
      holdBooking({ type: 'holdBooking', bookingId, lineId: null, slots: [first], now }, given(held), context);
    expect(again).toThrow('booking.already-held');
  });

  const expired: BookingFact = { type: 'bookingExpired', expiredAt: now };
  it.each<[string, BookingFact[], Parameters<typeof decideBooking>[0]]>([
    ['booking.not-found', [], { type: 'releaseBooking', now }],
    ['booking.not-held', [held, expired], confirm()],
    ['booking.not-held', [held, confirmed], { type: 'releaseBooking', now }],
    ['booking.not-held', [held, confirmed], { type: 'expireBooking', now }],
    ['booking.hold-expired', [held], confirm({}, '2026-03-02T09:15:00.000Z')],
    ['booking.hold-running', [held], { type: 'expireBooking', now: '2026-03-02T09:14:59.999Z' }],
    ['booking.agency-not-verified', [held], confirm({ agencyStatus: 'suspended' })],
    ['booking.assistant-not-published', [held], confirm({ assistant: { ...assistant, status: 'withdrawn' } })],
    ['booking.clearance-missing', [held], confirm({ clearance: null })],
    ['booking.clearance-elsewhere', [held], confirm({ assistant: { ...assistant, countryCode: 'PT' } })],
    ['booking.clearance-elsewhere', [held], confirm({ clearance: { ...clearance, jurisdiction: 'us' } })],
    [
      'booking.clearance-too-short',
      [held],
      confirm({ clearance: { ...clearance, validUntil: '2026-03-16T09:59:59.999Z' } }),
    ],
    [
      'booking.on-day-off',
      [held],
      confirm({ assistant: { ...assistant, daysOff: [{ from: '2026-03-16', to: '2026-03-16' }] } }),
    ],
    ['booking.not-confirmed', [held], cancelAt(now)],
    ['booking.reason-missing', [held, confirmed], { ...cancelAt(now), reason: '' }],
    ['booking.nothing-to-cancel', [held, confirmed], cancelAt('2026-03-16T08:00:00.000Z')],
    ['booking.slot-not-over', [held, confirmed], nobodyThere('2026-03-09T08:59:59.999Z')],
    ['booking.no-show-too-late', [held, confirmed], nobodyThere('2026-03-16T09:00:00.001Z')],
  ])('is refused with %s', (code, facts, command) => {
    expect(() => decideBooking(command, given(...facts))).toThrow(code);
  });
});

describe('a weekly series', () => {
  it('is booked from its next slot on, at the same hour of its own zone through a change of the clocks', () => {
    const series = {
      weeklyHours: [{ weekday: 1, start: '09:00', end: '10:00' }],
      timeZone: 'Europe/Madrid',
      startsOn: '2026-03-16',
      endsOn: '2026-03-30',
    };
    const at = ['weekly', 'weeklyHours', 0];
    expect(weeklySlots(series, '2026-03-16T08:00:00.000Z')).toEqual([
      { ...slot('2026-03-23T08:00', '2026-03-23T09:00'), at, which: '2026-03-23' },
      { ...slot('2026-03-30T07:00', '2026-03-30T08:00'), at, which: '2026-03-30' },
    ]);
    expect(() => weeklySlots({ ...series, weeklyHours: [{ weekday: 8, start: '09:00', end: '10:00' }] }, now)).toThrow(
      'time.bad-weekday',
    );
  });

  const nights = (start: string, end: string, startsOn = '2027-03-21') => ({
    weeklyHours: [
      { weekday: 1, start: '09:00', end: '10:00' },
      { weekday: 7, start, end },
    ],
    timeZone: 'Europe/Madrid',
    startsOn,
    endsOn: '2027-04-04',
  });

  it('has a slot on every date, also on the one on which the clocks skip its beginning', () => {
    const slots = weeklySlots(nights('02:30', '03:30'), now).filter(({ at }) => at?.at(-1) === 1);
    expect(plainSlots(slots)).toEqual([
      slot('2027-03-21T01:30', '2027-03-21T02:30'),
      slot('2027-03-28T01:00', '2027-03-28T01:30'),
      slot('2027-04-04T00:30', '2027-04-04T01:30'),
    ]);
  });

  it('is refused with the date on which the clocks skip all of it, unless that is over', () => {
    const refusal = (series: ReturnType<typeof nights>) => {
      try {
        return weeklySlots(series, now).length;
      } catch (error) {
        return [(error as DomainError).code, (error as DomainError).details];
      }
    };
    const at = ['weekly', 'weeklyHours', 1];
    expect(refusal(nights('02:00', '03:00'))).toEqual(['time.hours-skipped', { at, which: '2027-03-28' }]);
    expect(refusal(nights('02:00', '03:00', '2027-03-29'))).toBe(2);
  });

  it('is asked for, or dated slots are, and not both', () => {
    const slots = [slot('2026-03-23T08:00', '2026-03-23T09:00')];
    const weekly = { weeklyHours: [], timeZone: 'Europe/Madrid', startsOn: '2026-03-16', endsOn: '2026-03-30' };
    expect(plainSlots(slotsAskedFor({ slots }, now))).toEqual(slots);
    expect(slotsAskedFor({ weekly }, now)).toEqual([]);
    expect(() => slotsAskedFor({}, now)).toThrow('booking.slots-or-weekly');
    expect(() => slotsAskedFor({ slots, weekly }, now)).toThrow('booking.slots-or-weekly');
  });
});
