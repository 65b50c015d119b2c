import * as fc from 'fast-check';
import type { AgreementId, AssistantId } from '../ids.js';
import { endOfDay, startOfDay } from '../time/calendar.js';
import { instantMs, instantOf, minuteMs } from '../time/instant.js';
import { addDays } from '../time/local-date.js';
import type { Slot } from '../time/slot.js';
import {
  absencesFrom,
  absentMinutesIn,
  type AbsentTime,
  isAwayAt,
  lateAfterAbsence,
  presentTime,
  touchesAbsence,
} from './absent-time.js';

const agreementId = 'agreement-1' as AgreementId;
const assistantId = 'assistant-1' as AssistantId;
const away = (startsAt: string, endsAt: string | null, from: AgreementId | null = null): AbsentTime => ({
  assistantId,
  startsAt,
  endsAt,
  agreementId: from,
});
const day = (on: string): Slot => ({ startAt: `2026-03-${on}T00:00:00.000Z`, endAt: `2026-03-${on}T10:00:00.000Z` });
const minutesOf = ({ startAt, endAt }: Slot): number => (instantMs(endAt) - instantMs(startAt)) / minuteMs;

/** A week in which the clocks of the zone change, by its local dates. */
const changes: readonly (readonly [timeZone: string, startsOn: string])[] = [
  ['Europe/Madrid', '2026-03-26'],
  ['Europe/Madrid', '2026-10-22'],
  ['America/New_York', '2026-03-05'],
  ['America/New_York', '2026-10-29'],
  ['Australia/Lord_Howe', '2026-04-02'],
  ['Australia/Lord_Howe', '2026-10-01'],
];
/** The week around a change of the clocks, one of its days, and absences in it to the minute. */
const aWeek = fc.constantFrom(...changes).chain(([timeZone, startsOn]) => {
  const startAt = startOfDay(startsOn, timeZone);
  const minutes = minutesOf({ startAt, endAt: endOfDay(addDays(startsOn, 6), timeZone) });
  const at = (minute: number): string => instantOf(instantMs(startAt) + minute * minuteMs);
  const span = fc
    .tuple(fc.integer({ min: -600, max: minutes + 600 }), fc.integer({ min: 1, max: minutes }))
    .map(([from, long]) => away(at(from), at(from + long)));
  const slot = fc
    .tuple(fc.integer({ min: 0, max: minutes - 1 }), fc.integer({ min: 1, max: 1440 }))
    .map(([from, long]) => ({ startAt: at(from), endAt: at(from + long) }));
  return fc.record({
    week: fc.constant({ startAt, endAt: at(minutes) }),
    absences: fc.array(span, { maxLength: 6 }),
    slot,
    minute: fc.integer({ min: 0, max: minutes - 1 }).map(at),
  });
});
type WeekWithAbsences = typeof aWeek extends fc.Arbitrary<infer Week> ? Week : never;

describe('absent time', () => {
  it('is from the first minute on, up to the minute in which somebody is back', () => {
    const absences = [away('2026-03-09T09:30:00.000Z', '2026-03-09T10:00:00.000Z')];
    expect(isAwayAt(absences, '2026-03-09T09:29:59.999Z')).toBe(false);
    expect(isAwayAt(absences, '2026-03-09T09:30:00.000Z')).toBe(true);
    expect(isAwayAt(absences, '2026-03-09T10:00:00.000Z')).toBe(false);
    expect(touchesAbsence(absences, day('09'))).toBe(true);
    expect(touchesAbsence(absences, day('10'))).toBe(false);
  });

  it('leaves the parts of booked time in which somebody is there', () => {
    const absences = [
      away('2026-03-09T04:00:00.000Z', '2026-03-09T06:00:00.000Z'),
      away('2026-03-10T09:00:00.000Z', null),
    ];
    expect(presentTime([day('08'), day('09'), day('10'), day('11')], absences)).toEqual([
      day('08'),
      { ...day('09'), endAt: '2026-03-09T04:00:00.000Z' },
      { ...day('09'), startAt: '2026-03-09T06:00:00.000Z' },
      { ...day('10'), endAt: '2026-03-10T09:00:00.000Z' },
    ]);
  });

  it('from one of those that somebody works for is time for all others', () => {
    const absences = [away(day('09').startAt, null, agreementId), away(day('10').startAt, null)];
    expect(absencesFrom(absences, { agreementId, assistantId })).toHaveLength(2);
    expect(absencesFrom(absences, { agreementId: 'agreement-2' as AgreementId, assistantId })).toEqual([absences[1]]);
    expect(absencesFrom(absences, { agreementId, assistantId: 'assistant-2' as AssistantId })).toEqual([]);
  });

  it('and the time in which somebody is there add up to all of it, across every change of the clocks', () => {
    fc.assert(
      fc.property(aWeek, ({ absences, slot, week }) => {
        for (const time of [slot, week]) {
          const there = presentTime([time], absences).reduce((total, part) => total + minutesOf(part), 0);
          expect(there + absentMinutesIn(absences, time)).toBe(minutesOf(time));
        }
      }),
    );
  });

  it('is what no part of the time that is left lies in', () => {
    fc.assert(
      fc.property(aWeek, ({ absences, week, minute }) => {
        const parts = presentTime([week], absences);
        const isLeft = parts.some(({ startAt, endAt }) => startAt <= minute && minute < endAt);
        expect(isLeft).toBe(!isAwayAt(absences, minute));
        expect(parts.some((part) => touchesAbsence(absences, part))).toBe(false);
      }),
    );
  });

  it('moves what falls due in it by as much as it took, and nothing else', () => {
    const [from, due] = ['2026-03-02T00:00:00.000Z', '2026-03-09T00:00:00.000Z'];
    const late = (...absences: AbsentTime[]) => lateAfterAbsence(from, due, absences);
    expect(late()).toBe(due);
    expect(late(away('2026-03-03T00:00:00.000Z', '2026-03-04T00:00:00.000Z'))).toBe(due);
    expect(late(away('2026-03-08T00:00:00.000Z', '2026-03-11T00:00:00.000Z'))).toBe('2026-03-12T00:00:00.000Z');
    expect(late(away('2026-03-08T00:00:00.000Z', null))).toBeNull();
    expect(late(away('2026-02-01T00:00:00.000Z', '2026-03-10T00:00:00.000Z'))).toBe('2026-03-17T00:00:00.000Z');
    const again = away('2026-03-11T12:00:00.000Z', '2026-03-13T00:00:00.000Z');
    expect(late(away('2026-03-08T00:00:00.000Z', '2026-03-11T00:00:00.000Z'), again)).toBe('2026-03-13T12:00:00.000Z');
  });

  it('that begins at the very instant at which something is due takes nothing of the time for it', () => {
    const [from, due] = [day('02').startAt, day('09').startAt];
    expect(lateAfterAbsence(from, due, [away(due, null)])).toBe(due);
    expect(lateAfterAbsence(from, due, [away(day('08').startAt, due)])).toBe('2026-03-10T00:00:00.000Z');
    const again = away('2026-03-10T00:00:00.000Z', '2026-03-20T00:00:00.000Z');
    expect(lateAfterAbsence(from, due, [away(day('08').startAt, due), again])).toBe('2026-03-10T00:00:00.000Z');
  });

  it('never makes anybody late sooner, nor while she is away, across every change of the clocks', () => {
    const neverSooner = ({ absences, week }: Pick<WeekWithAbsences, 'absences' | 'week'>): void => {
      const late = lateAfterAbsence(week.startAt, week.endAt, absences)!;
      expect(instantMs(late)).toBeGreaterThanOrEqual(instantMs(week.endAt));
      // The last minute of the time that she has; absences are to the minute here.
      expect(isAwayAt(absences, instantOf(instantMs(late) - minuteMs))).toBe(false);
    };
    const week = { startAt: '2026-10-21T13:30:00.000Z', endAt: '2026-10-28T13:30:00.000Z' };
    neverSooner({ week, absences: [away(week.endAt, '2026-10-28T13:31:00.000Z')] });
    fc.assert(fc.property(aWeek, neverSooner));
  });
});
