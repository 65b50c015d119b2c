import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { instantMs, minuteMs } from '../time/instant.js';
import { type Spans, spansOf } from '../time/spans.js';
import type { WeeklyHours } from '../time/weekly-hours.js';
import { CalendarCache } from './calendar-cache.js';
import type { Candidate, NeedToMatch } from './candidate.js';
import { workingTime } from './filters.js';
import { candidate, context, need } from './matching.fixture.js';
import { minutesByWeekday, overlapOf, sharedByWeek, sharedSpans } from './overlap.js';
import { prepareNeed } from './prepared-need.js';

const zones = [
  'Europe/Madrid', 'Europe/London', 'America/New_York', 'America/Santiago', 'America/Havana', 'Asia/Kolkata',
  'Asia/Kathmandu', 'Asia/Manila', 'Asia/Beirut', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Chatham',
]; // prettier-ignore

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const hours: fc.Arbitrary<WeeklyHours[]> = fc.uniqueArray(
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 10, max: 900 }))
    .map(([weekday, from, long]) => ({ weekday, start: clock(from), end: clock(Math.min(1440, from + long)) })),
  { selector: ({ weekday }) => weekday, maxLength: 7 },
);

/** Every minute of these hours, found through Temporal date by date. */
function minutesWorked(weekly: readonly WeeklyHours[], zone: string, from: string, days: number): Set<number> {
  const minutes = new Set<number>();
  for (let day = -2; day < days + 2; day += 1) {
    const date = Temporal.PlainDate.from(from).add({ days: day });
    for (const { weekday, start, end } of weekly) {
      if (weekday !== date.dayOfWeek) continue;
      const [first, last] = [start, end].map((time) => {
        const [hour, minute] = time.split(':').map(Number);
        const local = date.toPlainDateTime().add({ hours: hour!, minutes: minute! });
        return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds / minuteMs;
      });
      for (let at = first!; at < last!; at += 1) minutes.add(at);
    }
  }
  return minutes;
}

/** The local date at a minute; no zone changes its clocks within a quarter of an hour. */
function datesOf(zone: string): (minute: number) => Temporal.PlainDate {
  const byQuarter = new Map<number, Temporal.PlainDate>();
  return (minute) => {
    const quarter = Math.floor(minute / 15);
    const at = Temporal.Instant.fromEpochMilliseconds(quarter * 15 * minuteMs);
    const date = byQuarter.get(quarter) ?? at.toZonedDateTimeISO(zone).toPlainDate();
    byQuarter.set(quarter, date);
    return date;
  };
}

const inSpans = (spans: Spans, minute: number) =>
  spans.some((start, index) => index % 2 === 0 && minute >= start && minute < spans[index + 1]!);

const cases = fc.record({
  needZone: fc.constantFrom(...zones),
  zone: fc.constantFrom(...zones),
  asked: hours,
  worked: hours,
  /** Around the changes of the clocks of spring and autumn. */
  startsOn: fc.constantFrom('2026-03-05', '2026-03-23', '2026-04-01', '2026-09-21', '2026-10-22', '2026-10-29'),
  days: fc.integer({ min: 1, max: 24 }),
  offAfter: fc.integer({ min: 0, max: 20 }),
  busy: fc.array(fc.tuple(fc.integer({ min: 0, max: 24 * 1440 }), fc.integer({ min: 1, max: 600 })), { maxLength: 6 }),
});

describe('the overlap of asked and worked hours', () => {
  it('is in each week what a scan of every minute finds, on both clocks, without days off and bookings', () => {
    fc.assert(
      fc.property(cases, ({ needZone, zone, asked, worked, startsOn, days, offAfter, busy }) => {
        const first = Temporal.PlainDate.from(startsOn);
        const dayOff = first.add({ days: offAfter }).toString();
        const origin = first.toZonedDateTime('UTC').epochMilliseconds / minuteMs;
        const someNeed: NeedToMatch = {
          ...need,
          hours: { kind: 'weekly', timeZone: needZone, weekly: asked },
          startsOn,
          endsOn: first.add({ days: days - 1 }).toString(),
        };
        const someone: Candidate = {
          ...candidate,
          timeZone: zone,
          weeklyHours: worked,
          daysOff: [{ from: dayOff, to: dayOff }],
          busy: spansOf(busy.map(([start, long]) => [origin + start, origin + start + long])),
        };
        const prepared = prepareNeed(someNeed, context);
        const found = sharedByWeek(prepared, workingTime(prepared, someone, new CalendarCache()), someone.busy);

        const expected = Array.from({ length: Math.ceil(days / 7) }, () => 0);
        const works = minutesWorked(worked, zone, startsOn, days);
        const [askedOn, workedOn] = [datesOf(needZone), datesOf(zone)];
        for (const minute of minutesWorked(asked, needZone, startsOn, days)) {
          if (!works.has(minute) || inSpans(someone.busy, minute)) continue;
          const day = askedOn(minute).since(first, { largestUnit: 'days' }).days;
          if (day < 0 || day >= days || workedOn(minute).toString() === dayOff) continue;
          expected[Math.floor(day / 7)]! += 1;
        }
        expect([...found]).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  const overlap = (changes: Partial<Candidate>, needChanges: Partial<NeedToMatch> = {}, at = context.now) => {
    const prepared = prepareNeed({ ...need, ...needChanges }, { ...context, now: at });
    const someone = { ...candidate, ...changes };
    return overlapOf(prepared, workingTime(prepared, someone, new CalendarCache()), someone.busy);
  };

  it('is judged by the worst week, here the one in which only one side has changed its clocks', () => {
    const newYork = {
      timeZone: 'America/New_York',
      weeklyHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '04:00', end: '06:00' })),
    };
    expect(overlap(newYork, { startsOn: '2026-03-02', endsOn: '2026-03-06' })).toMatchObject({
      worstMinutes: 600,
      sufficient: true,
    });
    // From the 8th to the 28th of March New York is an hour closer: four in the morning there is nine in Madrid.
    expect(overlap(newYork)).toMatchObject({ worstMinutes: 600, sufficient: true });
    const early = {
      ...newYork,
      weeklyHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '03:00', end: '05:00' })),
    };
    expect(overlap(early, { startsOn: '2026-03-02', endsOn: '2026-03-06' }).sufficient).toBe(true);
    expect(overlap(early)).toMatchObject({ worstMinutes: 300, worstRequiredMinutes: 600, sufficient: false });
  });

  it('asks for less in a last week that is not a whole one', () => {
    expect(overlap({}, { endsOn: '2026-03-10' })).toMatchObject({ worstMinutes: 480, worstRequiredMinutes: 240 });
    const mondays = { weeklyHours: [{ weekday: 1, start: '09:00', end: '13:00' }] };
    expect(overlap(mondays, { endsOn: '2026-03-10', minOverlapMinutesPerWeek: 240 }).sufficient).toBe(true);
  });

  it('looks only at what lies ahead', () => {
    const onLeave = { daysOff: [{ from: '2026-03-02', to: '2026-03-08' }] };
    expect(overlap(onLeave).sufficient).toBe(false);
    expect(overlap(onLeave, {}, '2026-03-09T07:00:00.000Z').sufficient).toBe(true);
    expect(overlap({}, { minOverlapMinutesPerWeek: 0 }, '2026-05-01T00:00:00.000Z')).toMatchObject({
      share: 0,
      sufficient: false,
    });
  });

  it('counts a single window like the hours of a week', () => {
    const window = {
      hours: {
        kind: 'window',
        timeZone: 'Europe/Madrid',
        startAt: '2026-03-05T06:00:00.000Z',
        endAt: '2026-03-05T10:00:00.000Z',
      },
      minOverlapMinutesPerWeek: 180,
    } as const;
    expect(overlap({}, window)).toMatchObject({ worstMinutes: 180, share: 0.75, sufficient: true });
    expect(overlap({}, { ...window, minOverlapMinutesPerWeek: 181 }).sufficient).toBe(false);
  });

  it('falls on other weekdays on another clock, and adds up to the same', () => {
    const prepared = prepareNeed({ ...need, endsOn: '2026-03-08' }, context);
    const auckland = {
      ...candidate,
      timeZone: 'Pacific/Auckland',
      weeklyHours: [
        { weekday: 2, start: '00:00', end: '01:00' },
        { weekday: 1, start: '21:00', end: '24:00' },
      ],
    };
    const shared = sharedSpans(prepared, workingTime(prepared, auckland, new CalendarCache()), []);
    expect(minutesByWeekday(shared, 'Europe/Madrid')).toEqual([240, 0, 0, 0, 0, 0, 0]);
    expect(minutesByWeekday(shared, 'Pacific/Auckland')).toEqual([180, 60, 0, 0, 0, 0, 0]);
  });
});

describe('the cache of calendars', () => {
  const spans = (
    cache: CalendarCache,
    changes: Partial<Candidate>,
    from = '2026-03-02T00:00:00Z',
    to = '2026-03-09T00:00:00Z',
  ) => cache.workingSpans({ ...candidate, ...changes }, instantMs(from) / minuteMs, instantMs(to) / minuteMs);

  it('keeps a calendar until its version changes, and reaches further when it is asked to', () => {
    const cache = new CalendarCache();
    const kept = spans(cache, {});
    expect(spans(cache, {})).toBe(kept);
    expect(spans(cache, { weeklyHours: [] })).toBe(kept);
    expect(spans(cache, { weeklyHours: [], calendarVersion: 2 })).toHaveLength(0);
    const far = spans(cache, {}, '2026-03-02T00:00:00Z', '2026-12-31T00:00:00Z');
    expect(far.slice(0, 10)).toEqual(kept.slice(0, 10));
    expect(far.at(-1)).toBeGreaterThan(instantMs('2026-12-30T00:00:00Z') / minuteMs);
    expect(spans(cache, {}, '2026-05-01T00:00:00Z', '2026-06-01T00:00:00Z')).toBe(far);
  });

  it('does not reach back to 1970 for a need whose hours are all over', () => {
    const cache = new CalendarCache();
    const over = prepareNeed(need, { ...context, now: '2026-06-01T00:00:00.000Z' });
    expect(workingTime(over, candidate, cache)).toHaveLength(0);
    const ahead = prepareNeed(need, context);
    expect(workingTime(ahead, candidate, cache)[0]).toBeGreaterThan(instantMs('2026-02-01T00:00:00Z') / minuteMs);
  });

  it('holds no more assistants than it may', () => {
    const cache = new CalendarCache(1);
    const kept = spans(cache, {});
    spans(cache, { assistantId: 'other' as Candidate['assistantId'] });
    expect(spans(cache, {})).not.toBe(kept);
  });
});
