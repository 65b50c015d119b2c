import type { AgencyId, AgreementId, AssistantId, BookingId, BusinessId, ClearanceId, UserId } from '../ids.js';
import { refusalOf } from '../refusals.examples.js';
import { readiness as usualReadiness } from '../responsibilities/agreement/agreement.examples.js';
import type { Slot } from '../time/slot.js';
import { decideAssessed, decideBooking, evolveBooking } from './booking-decisions.js';
import { type BookingRiskFact, isAtRisk, slotsAtRisk, slotsThatTakePlace } from './booking-risk.js';
import type { Booking, BookingFact } from './booking.js';
import type { Readiness } from './readiness.js';

const agencyId = 'agency-1' as AgencyId;
const businessId = 'business-1' as BusinessId;
const slot = (day: string): Slot => ({ startAt: `${day}T08:00:00.000Z`, endAt: `${day}T09:00:00.000Z` });
const [first, second, third] = [slot('2026-03-09'), slot('2026-03-16'), slot('2026-03-23')];
const before = '2026-03-08T12:00:00.000Z';
const afterFirst = '2026-03-10T12:00:00.000Z';
const facts: BookingFact[] = [
  {
    type: 'bookingHeld',
    bookingId: 'booking-1' as BookingId,
    agreementId: 'agreement-1' as AgreementId,
    businessId,
    agencyId,
    assistantId: 'assistant-1' as AssistantId,
    lineId: null,
    timeZone: 'Europe/Madrid',
    slots: [first, second, third],
    hourlyRate: { amountMinor: 2_000, currency: 'EUR' },
    cancellation: { freeCancellationHours: 24, lateFeeBps: 5_000 },
    heldAt: '2026-03-02T09:00:00.000Z',
    holdExpiresAt: '2026-03-02T09:15:00.000Z',
  },
  { type: 'bookingConfirmed', clearanceId: 'clearance-1' as ClearanceId, confirmedAt: '2026-03-02T09:05:00.000Z' },
];
const confirmed = facts.reduce<Booking | null>(evolveBooking, null)!;
const ready: Readiness = { ...usualReadiness, clearance: { ...usualReadiness.clearance!, validUntil: third.endAt } };
const off = (...days: string[]): Readiness => ({
  ...ready,
  assistant: { ...ready.assistant, daysOff: days.map((day) => ({ from: day, to: day })) },
});
const assess = (readiness: Readiness, now: string, booking = confirmed) =>
  decideBooking({ type: 'assessBooking', readiness, now }, booking) as BookingRiskFact[];
const after = (decided: readonly BookingFact[], booking = confirmed) => decided.reduce<Booking>(evolveBooking, booking);
const agree = (organisationId: AgencyId | BusinessId, now: string) =>
  ({ type: 'agreeToRisk', by: { organisationId, userId: 'user-1' as UserId }, now }) as const;
const suspended: Readiness = { ...ready, agencyStatus: 'suspended' };

describe('what is booked', () => {
  it.each<[string, Readiness, string[]]>([
    ['a suspension', suspended, ['agency-not-verified']],
    ['a withdrawal', { ...ready, assistant: { ...ready.assistant, status: 'withdrawn' } }, ['assistant-not-published']],
    ['a voided clearance', { ...ready, clearance: null }, ['clearance-missing']],
    ['a move', { ...ready, assistant: { ...ready.assistant, countryCode: 'GB' } }, ['clearance-elsewhere']],
    [
      'a shorter clearance',
      { ...ready, clearance: { ...ready.clearance!, validUntil: second.endAt } },
      ['clearance-too-short'],
    ],
    ['a day off', off('2026-03-16'), ['on-day-off']],
    ['two causes', { ...off('2026-03-23'), clearance: null }, ['clearance-missing', 'on-day-off']],
  ])('is at risk after %s', (_, readiness, reasons) => {
    const decided = assess(readiness, before);
    expect(decided).toEqual([{ type: 'bookingAtRisk', reasons, slots: [first, second, third], sinceAt: before }]);
    expect(isAtRisk(after(decided))).toBe(true);
    // Nothing new is nothing to tell.
    expect(assess(readiness, afterFirst, after(decided))).toEqual([]);
  });

  it('is not at risk through a pause, a day off on another day, or for what is over', () => {
    expect(assess({ ...ready, assistant: { ...ready.assistant, status: 'paused' } }, before)).toEqual([]);
    expect(assess(off('2026-03-10', '2026-03-24'), before)).toEqual([]);
    expect(assess(off('2026-03-09'), afterFirst)).toEqual([]);
    expect(assess(suspended, '2026-03-23T09:00:00.000Z')).toEqual([]);
  });

  it('is told again when the reasons change, and stays at risk since the first of them', () => {
    const risky = after(assess(suspended, before));
    const decided = assess({ ...suspended, clearance: null }, afterFirst, risky);
    expect(decided).toMatchObject([{ reasons: ['agency-not-verified', 'clearance-missing'], sinceAt: before }]);
  });

  it('is settled when the cause is gone, and what would have begun meanwhile did not take place', () => {
    const risky = after(assess(suspended, before));
    const decided = assess(ready, afterFirst, risky);
    expect(decided).toEqual([
      { type: 'bookingRiskSettled', how: 'cause-gone', missedSlots: [first], settledAt: afterFirst },
    ]);
    expect(after(decided, risky)).toMatchObject({ status: 'confirmed', missedSlots: [first] });
    expect(isAtRisk(after(decided, risky))).toBe(false);
  });

  it('is settled when both sides agree to a day off, and not put at risk by it again', () => {
    const risky = after(assess(off('2026-03-16'), before));
    const once = decideBooking(agree(agencyId, before), risky);
    expect(once).toEqual([{ type: 'bookingRiskAgreed', side: 'agency', agreedAt: before }]);
    const half = after(once, risky);
    expect(decideBooking(agree(agencyId, before), half)).toEqual([]);
    expect(isAtRisk(half)).toBe(true);
    const twice = decideBooking(agree(businessId, before), half);
    expect(twice.map(({ type }) => type)).toEqual(['bookingRiskAgreed', 'bookingRiskSettled']);
    const settled = after(twice, half);
    expect(assess(off('2026-03-16'), afterFirst, settled)).toEqual([]);
    expect(assess({ ...off('2026-03-16'), clearance: null }, afterFirst, settled)).toMatchObject([
      { reasons: ['clearance-missing'] },
    ]);
  });

  it('is not settled by the two sides where it is not theirs to settle', () => {
    const refusal = (by: AgencyId | BusinessId, booking: Booking) =>
      refusalOf(() => decideBooking(agree(by, before), booking));
    for (const readiness of [suspended, { ...ready, clearance: null }]) {
      expect(refusal(businessId, after(assess(readiness, before)))).toBe('booking.risk-not-theirs');
    }
    expect(refusal(businessId, confirmed)).toBe('booking.not-at-risk');
    expect(refusal('business-9' as BusinessId, after(assess(off('2026-03-16'), before)))).toBe('booking.not-a-party');
  });

  it('is cancelled for nothing while it is at risk, told or not, with what would have begun since', () => {
    const cancel = { type: 'cancelBooking', cancelledBy: 'business', reason: 'no use', now: afterFirst } as const;
    const late = { ...cancel, now: '2026-03-15T12:00:00.000Z' };
    expect(decideBooking(late, confirmed)).toMatchObject([{ lateFee: { amountMinor: 1_000 } }]);
    expect(decideAssessed(late, suspended, confirmed)).toMatchObject([
      { type: 'bookingAtRisk' },
      { type: 'bookingCancelled', cancelledSlots: [second, third], lateFee: { amountMinor: 0 } },
    ]);
    const risky = after(assess(suspended, before));
    expect(decideAssessed(cancel, suspended, risky)).toMatchObject([
      { type: 'bookingCancelled', cancelledSlots: [first, second, third], lateFee: { amountMinor: 0 } },
    ]);
    expect(decideAssessed(late, ready, risky)).toMatchObject([
      { type: 'bookingRiskSettled' },
      { type: 'bookingCancelled', cancelledSlots: [second, third], lateFee: { amountMinor: 1_000 } },
    ]);
  });

  describe('and falls into an absence', () => {
    const away = (startsAt: string, endsAt: string | null): Readiness => ({
      ...ready,
      absences: [{ assistantId: 'assistant-1' as AssistantId, startsAt, endsAt, agreementId: null }],
    });
    const half = away('2026-03-16T08:30:00.000Z', '2026-03-16T12:00:00.000Z');
    const week = away('2026-03-14T00:00:00.000Z', '2026-03-20T00:00:00.000Z');

    it('is at risk with that time alone: the rest takes place and costs what it costs', () => {
      const [fact, ...others] = assess(week, before);
      expect(others).toEqual([]);
      expect(fact).toMatchObject({ type: 'bookingAtRisk', reasons: ['absent'], slots: [second] });
      const booking = after([fact!]);
      expect(slotsThatTakePlace(booking, week.absences)).toEqual([first, third]);
      expect(slotsAtRisk(booking)).toEqual([second]);
      const cancel = (...slots: Slot[]) =>
        decideBooking(
          {
            type: 'cancelBookingSlots',
            cancelledBy: 'business',
            reason: 'Away',
            slots: slots.map(({ startAt }) => startAt),
            now: '2026-03-09T07:00:00.000Z',
          },
          booking,
        );
      expect(cancel(second)).toMatchObject([{ lateFee: { amountMinor: 0 } }]);
      expect(cancel(first)).toMatchObject([{ lateFee: { amountMinor: 1_000 } }]);
      expect(assess(week, afterFirst, booking)).toEqual([]);
    });

    it('is settled once it is over, and says what was missed of it; a part of a slot takes place', () => {
      const booking = after(assess(week, before));
      expect(assess(week, '2026-03-21T00:00:00.000Z', booking)).toEqual([
        { type: 'bookingRiskSettled', how: 'cause-gone', missedSlots: [second], settledAt: '2026-03-21T00:00:00.000Z' },
      ]);
      const halved = after(assess(half, before));
      expect(slotsThatTakePlace(halved, half.absences)).toEqual([
        first,
        { ...second, endAt: '2026-03-16T08:30:00.000Z' },
        third,
      ]);
      expect(assess(half, '2026-03-21T00:00:00.000Z', halved)).toMatchObject([{ missedSlots: [] }]);
    });

    it('tells of more and of less time, and changes over to a suspension, which is in the way of everything', () => {
      const booking = after(assess(week, before));
      const longer = away('2026-03-14T00:00:00.000Z', null);
      const [more] = assess(longer, afterFirst, booking);
      expect(more).toMatchObject({ reasons: ['absent'], slots: [second, third], sinceAt: before });
      const both = assess({ ...week, agencyStatus: 'suspended' }, afterFirst, booking);
      expect(both).toMatchObject([
        { type: 'bookingRiskSettled', missedSlots: [] },
        {
          type: 'bookingAtRisk',
          reasons: ['agency-not-verified', 'absent'],
          slots: [second, third],
          sinceAt: afterFirst,
        },
      ]);
      const withBoth = after(both, booking);
      expect(slotsThatTakePlace(withBoth, week.absences)).toEqual([first]);
      expect(refusalOf(() => decideBooking(agree(agencyId, afterFirst), withBoth))).toBe('booking.risk-not-theirs');
    });

    it('is neither held nor confirmed anew', () => {
      const held = after([facts[0]!], null as never);
      const confirm = { type: 'confirmBooking', readiness: week, now: '2026-03-02T09:05:00.000Z' } as const;
      expect(refusalOf(() => decideBooking(confirm, held))).toBe('booking.assistant-absent');
    });
  });
});
