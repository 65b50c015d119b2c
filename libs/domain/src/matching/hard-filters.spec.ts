import { Temporal } from 'temporal-polyfill';
import { firstMinuteReading } from '../time/first-instant.examples.js';
import { localMinutes, type WeeklyHours } from '../time/weekly-hours.js';
import { CalendarCache } from './calendar-cache.js';
import type { Candidate, NeedToMatch } from './candidate.js';
import { exclusionReasons, judge } from './filters.js';
import { context } from './matching.fixture.js';
import { prepareNeed } from './prepared-need.js';
import { aNeed, candidatesOf, Dice } from './random-market.fixture.js';
import { rank } from './rank.js';

/**
 * The hard filters once more, minute by minute and through Temporal alone: what the marketplace promises, said in the
 * plainest way there is. Nothing of the code that it checks is used but the shapes.
 */
const firstMinute = Date.UTC(2026, 1, 20) / 60_000;
const minuteCount = 75 * 1440;

/** The dates around, each found once. */
const dates = Array.from({ length: 75 }, (_, index) => {
  const date = Temporal.PlainDate.from('2026-02-20').add({ days: index });
  const day = Temporal.PlainDate.from('1970-01-01').until(date, { largestUnit: 'days' }).days;
  return { date, iso: date.toString(), weekday: date.dayOfWeek, day };
});
type Day = (typeof dates)[number];
const dayOf = (iso: string): number => dates.find((date) => date.iso === iso)!.day;

/** How a zone's clocks turn local times into minutes, as Temporal has it or with the offset of one date for ever. */
interface Clocks {
  minuteOf(zone: string, date: Day, minuteOfDay: number): number;
  /** The local date, as a count of days, at a minute. */
  dayAt(zone: string, minute: number): number;
}

function remembered<K, T>(values: Map<K, T>, key: K, find: () => T): T {
  const value = values.get(key) ?? find();
  values.set(key, value);
  return value;
}

const minutes = new Map<string, Map<number, number>>();
const days = new Map<string, Int32Array>();
const real: Clocks = {
  minuteOf: (zone, { date, day }, minuteOfDay) => {
    const ofZone = remembered(minutes, zone, () => new Map<number, number>());
    return remembered(ofZone, day * 1441 + minuteOfDay, () => {
      const local = date.toPlainDateTime().add({ minutes: minuteOfDay });
      return firstMinuteReading(local, zone) - firstMinute;
    });
  },
  dayAt: (zone, minute) => {
    const byMinute = remembered(days, zone, () => {
      const dayOfMinute = new Int32Array(minuteCount);
      for (const { date, day } of dates) {
        const start = date.toZonedDateTime(zone).epochMilliseconds / 60_000 - firstMinute;
        dayOfMinute.fill(day, Math.max(0, start));
      }
      return dayOfMinute;
    });
    return byMinute[minute]!;
  },
};

/** Zones as numbers, which is what everybody tries first. */
function fixedOffsets(on: string): Clocks {
  const offsets = new Map<string, number>();
  const of = (timeZone: string): number =>
    remembered(offsets, timeZone, () => {
      const noon = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone, plainTime: '12:00' });
      return noon.offsetNanoseconds / 60e9;
    });
  return {
    minuteOf: (zone, { day }, minuteOfDay) => day * 1440 + minuteOfDay - of(zone) - firstMinute,
    dayAt: (zone, minute) => Math.floor((firstMinute + minute + of(zone)) / 1440),
  };
}

/** Calls back with every minute of these hours on these dates. */
function eachMinute(
  clocks: Clocks,
  zone: string,
  weekly: readonly WeeklyHours[],
  on: readonly Day[],
  tell: (minute: number) => void,
): void {
  for (const date of on) {
    for (const { weekday, start, end } of weekly) {
      if (weekday !== date.weekday) continue;
      const until = clocks.minuteOf(zone, date, localMinutes(end));
      for (let minute = clocks.minuteOf(zone, date, localMinutes(start)); minute < until; minute += 1) tell(minute);
    }
  }
}

function askedMinutes(clocks: Clocks, { hours, startsOn, endsOn }: NeedToMatch): Set<number> {
  const asked = new Set<number>();
  if (hours.kind === 'weekly') {
    const term = dates.filter(({ iso }) => iso >= startsOn && iso <= endsOn);
    eachMinute(clocks, hours.timeZone, hours.weekly, term, (minute) => asked.add(minute));
    return asked;
  }
  const [start, end] = [hours.startAt, hours.endAt].map((at) => Date.parse(at) / 60_000 - firstMinute);
  for (let minute = start!; minute < end!; minute += 1) {
    const day = clocks.dayAt(hours.timeZone, minute);
    if (day >= dayOf(startsOn) && day <= dayOf(endsOn)) asked.add(minute);
  }
  return asked;
}

/** 1 where the assistant works on a day that isn't off. */
function workedMinutes(clocks: Clocks, { timeZone, weeklyHours, daysOff }: Candidate): Uint8Array {
  const worked = new Uint8Array(minuteCount);
  const on = dates.slice(5, 70).filter(({ iso }) => !daysOff.some(({ from, to }) => iso >= from && iso <= to));
  eachMinute(clocks, timeZone, weeklyHours, on, (minute) => (worked[minute] = 1));
  return worked;
}

const cefr = 'A1 A2 B1 B2 C1 C2';
const inEuro: Readonly<Record<string, number>> = { EUR: 1, USD: 0.92, GBP: 1.17 };

function tally(values: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const mondayWeek = (clocks: Clocks, zone: string, minute: number): number =>
  Math.floor((clocks.dayAt(zone, minute) + 3) / 7);

/** What of a need takes a look at every minute, counted once. */
function whatIsAsked(clocks: Clocks, need: NeedToMatch) {
  const minutesAsked = [...askedMinutes(clocks, need)];
  const week = (minute: number): number =>
    Math.floor((clocks.dayAt(need.hours.timeZone, minute) - dayOf(need.startsOn)) / 7);
  const weekOf = Int32Array.from(minutesAsked, week);
  const inWeek = tally(weekOf);
  const nominal =
    need.hours.kind === 'weekly'
      ? need.hours.weekly.reduce((sum, { start, end }) => sum + localMinutes(end) - localMinutes(start), 0)
      : Math.max(0, ...inWeek.values());
  const presence = (minutesOfWeek: number): number =>
    Math.max(
      Math.min(1, minutesOfWeek),
      Math.floor(need.minOverlapMinutesPerWeek * Math.min(1, minutesOfWeek / nominal)),
    );
  const byZone = new Map<string, ReadonlyMap<number, number>>();
  const inMondayWeeks = (zone: string): ReadonlyMap<number, number> =>
    remembered(byZone, zone, () => tally(minutesAsked.map((minute) => mondayWeek(clocks, zone, minute))));
  const last = Math.max(...minutesAsked) + 1;
  return { need, minutesAsked: Int32Array.from(minutesAsked), weekOf, inWeek, inMondayWeeks, presence, last };
}
type Asked = ReturnType<typeof whatIsAsked>;

interface Known {
  readonly candidate: Candidate;
  /** 1 where the assistant works and isn't busy, here or elsewhere. */
  readonly free: Uint8Array;
  readonly bookedInMondayWeeks: ReadonlyMap<number, number>;
}

function known(clocks: Clocks, candidate: Candidate): Known {
  const free = workedMinutes(clocks, candidate);
  const booked: number[] = [];
  for (let index = 0; index < candidate.busy.length; index += 2) {
    for (let at = candidate.busy[index]!; at < candidate.busy[index + 1]!; at += 1) booked.push(at - firstMinute);
  }
  for (const minute of booked) free[minute] = 0;
  const { elsewhere } = candidate;
  for (let index = 0; index < elsewhere.length; index += 2) {
    free.fill(0, elsewhere[index]! - firstMinute, elsewhere[index + 1]! - firstMinute);
  }
  const weeks = booked.map((minute) => mondayWeek(clocks, candidate.timeZone, minute));
  return { candidate, free, bookedInMondayWeeks: tally(weeks) };
}

function overlaps({ minutesAsked, weekOf, inWeek, presence }: Asked, { free }: Known): boolean {
  const shared = Array.from({ length: 4 }, () => 0);
  minutesAsked.forEach((minute, index) => (shared[weekOf[index]!]! += free[minute]!));
  return minutesAsked.length > 0 && [...inWeek].every(([week, all]) => shared[week]! >= presence(all));
}

/** Monday weeks on the assistant's clock. */
function hasCapacity({ inMondayWeeks, presence }: Asked, { candidate, bookedInMondayWeeks }: Known): boolean {
  return [...inMondayWeeks(candidate.timeZone)].every(
    ([week, all]) => candidate.weeklyCapacityMinutes - (bookedInMondayWeeks.get(week) ?? 0) >= presence(all),
  );
}

function broken(wanted: Asked, someone: Known): string[] {
  const { need, last } = wanted;
  const { candidate } = someone;
  const [rate, cap] = [candidate.hourlyRate, need.hourlyRateCap];
  const comparable = rate.currency === cap.currency || (rate.currency in inEuro && cap.currency in inEuro);
  const value = (amount: typeof rate): number =>
    rate.currency === cap.currency ? amount.amountMinor : amount.amountMinor * inEuro[amount.currency]!;
  const speaks = ({ language, minLevel }: NeedToMatch['requiredLanguages'][number]): boolean =>
    candidate.languages.some((one) => one.language === language && cefr.indexOf(one.level) >= cefr.indexOf(minLevel));
  const passes: Record<(typeof exclusionReasons)[number], boolean> = {
    'agency-inactive': candidate.agencyStatus === 'verified',
    conflict: !need.excludedAgencyIds.includes(candidate.agencyId),
    clearance: candidate.clearedUntil !== null && Date.parse(candidate.clearedUntil) >= (firstMinute + last) * 60_000,
    language: need.requiredLanguages.every(speaks),
    skill: need.requiredSkills.every((asked) =>
      candidate.skills.some(({ skillCode, level }) => skillCode === asked.skillCode && level >= asked.minLevel),
    ),
    rate: comparable && value(rate) <= value(cap),
    duties: need.lines.some(({ dutyCode }) => candidate.dutyCodes.includes(dutyCode)),
    capacity: hasCapacity(wanted, someone),
    overlap: overlaps(wanted, someone),
  };
  return exclusionReasons.filter((reason) => !passes[reason]);
}

describe('the hard filters, against a scan of every minute', () => {
  const seed = 20_260_302;
  const dice = new Dice(seed);
  const needs = Array.from({ length: 100 }, () => aNeed(dice));
  const candidates = candidatesOf(dice, 100);

  it('are never broken: 10,000 random pairs, clock changes on both hemispheres', () => {
    const cache = new CalendarCache();
    const knownOnes = candidates.map((candidate) => known(real, candidate));
    const verdicts = new Map<string, number>();
    for (const need of needs) {
      const [wanted, prepared] = [whatIsAsked(real, need), prepareNeed(need, context)];
      const passing: string[] = [];
      for (const one of knownOnes) {
        const expected = broken(wanted, one);
        const { failed } = judge(prepared, one.candidate, context.rates, cache);
        expect([need.needId, one.candidate.assistantId, ...failed]).toEqual([
          need.needId,
          one.candidate.assistantId,
          ...expected.slice(0, 2),
        ]);
        const verdict = expected[0] ?? 'passes';
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
        if (expected.length === 0) passing.push(one.candidate.assistantId);
      }
      const limits = { entries: 100, nearMisses: 100, newcomerSlot: true, everyCalendar: true };
      const { entries } = rank(need, candidates, context, cache, limits);
      expect(entries.map(({ assistantId }) => assistantId).sort()).toEqual(passing.sort());
    }
    // The sample says something about each filter, and about those who pass.
    for (const verdict of [...exclusionReasons, 'passes']) expect(verdicts.get(verdict) ?? 0).toBeGreaterThan(20);
  });

  it('would be decided wrongly, of the same pairs, with the fixed offsets of the first day', () => {
    const really = candidates.map((candidate) => known(real, candidate));
    const pretended = new Map<string, { readonly clocks: Clocks; readonly wrongly: readonly Known[] }>();
    let flipped = 0;
    for (const need of needs) {
      const { clocks, wrongly } = remembered(pretended, need.startsOn, () => {
        const fixed = fixedOffsets(need.startsOn);
        return { clocks: fixed, wrongly: candidates.map((candidate) => known(fixed, candidate)) };
      });
      const [wanted, pretendedly] = [whatIsAsked(real, need), whatIsAsked(clocks, need)];
      flipped += really.filter((one, index) => overlaps(wanted, one) !== overlaps(pretendedly, wrongly[index]!)).length;
    }
    expect(flipped).toBeGreaterThan(0);
  });
});
