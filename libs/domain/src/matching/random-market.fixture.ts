import type { AgencyId, AssistantId, NeedId } from '../ids.js';
import { instantMs, minuteMs } from '../time/instant.js';
import { addDays } from '../time/local-date.js';
import { spansOf } from '../time/spans.js';
import type { WeeklyHours } from '../time/weekly-hours.js';
import type { Candidate, NeedToMatch } from './candidate.js';

/** Clocks that change in March, in April, in both hemispheres and not at all; half hours and quarters from UTC. */
const zones = [
  'Europe/Madrid', 'Europe/London', 'America/New_York', 'America/Santiago', 'America/Havana', 'America/Bogota',
  'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Beirut', 'Australia/Lord_Howe', 'Australia/Adelaide', 'Pacific/Chatham',
] as const; // prettier-ignore

/** Needs begin around the changes of the clocks of spring and autumn. */
const firstDays = ['2026-03-02', '2026-03-05', '2026-03-23', '2026-03-26', '2026-04-01'] as const;
const skillCodes = ['email', 'books', 'web', 'phone'] as const;
const dutyCodes = ['inbox', 'receipts', 'travel', 'calls', 'payroll'] as const;
const levels = ['A2', 'B1', 'B2', 'C1', 'C2'] as const;
const wholeWeek = [1, 2, 3, 4, 5, 6, 7] as const;

/** Chance that a seed repeats: mulberry32, 32 bits of state. */
export class Dice {
  constructor(private state: number) {}

  /** An integer from `least` to `most`, both included. */
  between(least: number, most: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return least + Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (most - least + 1));
  }
  pick<T>(values: readonly T[]): T {
    return values[this.between(0, values.length - 1)]!;
  }
  some<T>(values: readonly T[], least = 0): T[] {
    return this.shuffled(values).slice(0, this.between(least, values.length));
  }
  shuffled<T>(values: readonly T[]): T[] {
    return values
      .map((value) => [this.between(0, 1_000_000), value] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, value]) => value);
  }
  isOneOf(outOf: number): boolean {
    return this.between(1, outOf) === 1;
  }
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** One stretch a day, on quarters of an hour. */
function hours(dice: Dice, weekdays: readonly number[], from: readonly [number, number], quarters: [number, number]) {
  const start = dice.between(from[0] * 4, from[1] * 4) * 15;
  const end = Math.min(1440, start + dice.between(...quarters) * 15);
  return weekdays.map((weekday): WeeklyHours => ({ weekday, start: clock(start), end: clock(end) }));
}

export function aNeed(dice: Dice): NeedToMatch {
  const timeZone = dice.pick(zones);
  const startsOn = dice.pick(firstDays);
  const weekly = hours(dice, dice.some(wholeWeek, 1), [0, 18], [4, 24]);
  const from = instantMs(`${addDays(startsOn, dice.between(0, 3))}T00:00:00Z`) + dice.between(0, 1439) * minuteMs;
  const window = {
    startAt: new Date(from).toISOString(),
    endAt: new Date(from + dice.between(30, 600) * minuteMs).toISOString(),
  };
  return {
    needId: `need-${dice.between(0, 1_000_000)}` as NeedId,
    lines: dice.some(dutyCodes, 2).map((dutyCode) => ({
      lineId: dutyCode,
      dutyCode,
      volume: dice.between(1, 9),
      cadence: dice.pick(['once', 'weekly', 'monthly']),
      importance: dice.between(1, 3),
    })),
    ...skills(dice),
    requiredLanguages: dice.some(['ca', 'en']).map((language) => ({ language, minLevel: dice.pick(levels) })),
    hours: dice.isOneOf(6) ? { kind: 'window', timeZone, ...window } : { kind: 'weekly', timeZone, weekly },
    startsOn,
    endsOn: addDays(startsOn, dice.between(3, 20)),
    minOverlapMinutesPerWeek: dice.pick([0, 30, 60, 120, 240]),
    hourlyRateCap: {
      amountMinor: dice.between(1200, 3000),
      currency: dice.isOneOf(10) ? 'AED' : dice.pick(['EUR', 'USD', 'GBP']),
    },
    excludedAgencyIds: dice.isOneOf(4) ? [`agency-${dice.between(1, 30)}` as AgencyId] : [],
  };
}

/** Now and then one that is required, and some that are preferred. */
function skills(dice: Dice): Pick<NeedToMatch, 'requiredSkills' | 'preferredSkills'> {
  const asked = dice.some(skillCodes).map((skillCode) => ({
    skillCode,
    minLevel: dice.between(1, 5),
    importance: dice.between(1, 3),
  }));
  const requiredSkills = dice.isOneOf(4) ? asked.splice(0, dice.between(1, 2)) : [];
  return { requiredSkills, preferredSkills: asked };
}

/** Somebody who fits many needs and by far not all. */
export function aCandidate(dice: Dice, assistantId: string): Candidate {
  const count = dice.pick([0, 0, 1, 2, 3, 8, 40]);
  const origin = instantMs('2026-03-01T00:00:00Z') / minuteMs;
  const weekdays = dice.some(wholeWeek, 4).sort();
  return {
    assistantId: assistantId as AssistantId,
    agencyId: `agency-${dice.between(1, 30)}` as AgencyId,
    agencyStatus: dice.isOneOf(20) ? dice.pick(['suspended', 'registered']) : 'verified',
    calendarVersion: 1,
    timeZone: dice.pick(zones),
    weeklyHours: [...hours(dice, weekdays, [0, 4], [16, 40]), ...hours(dice, weekdays, [14, 18], [4, 24])],
    daysOff: dice.isOneOf(3) ? [daysOff(dice)] : [],
    weeklyCapacityMinutes: dice.pick([120, 600, 1800, 2400]),
    skills: dice.some(skillCodes, 1).map((skillCode) => ({ skillCode, level: dice.between(1, 5) })),
    dutyCodes: dice.some(dutyCodes, 1),
    languages: ['ca', 'en', 'es']
      .filter(() => !dice.isOneOf(6))
      .map((language) => ({ language, level: dice.pick(['B1', ...levels, 'C2', 'C2']) })),
    hourlyRate: {
      amountMinor: dice.between(500, 2600),
      currency: dice.pick(['EUR', 'EUR', 'USD', 'GBP', 'AED']),
    },
    instantBooking: dice.isOneOf(2),
    listedAt: new Date(instantMs('2026-02-02T08:00:00Z') - dice.between(0, 300 * 1440) * minuteMs).toISOString(),
    clearedUntil: dice.isOneOf(10) ? null : `2026-${dice.pick(['03', '04', '09', '12'])}-15T12:00:00.000Z`,
    busy: spansOf(
      Array.from({ length: dice.between(0, 6) }, () => {
        const start = origin + dice.between(0, 50 * 1440);
        return [start, start + dice.between(30, 600)];
      }),
    ),
    elsewhere: spansOf(
      Array.from({ length: dice.isOneOf(3) ? dice.between(1, 4) : 0 }, () => {
        const start = origin + dice.between(0, 50 * 1440);
        return [start, start + dice.between(30, 600)];
      }),
    ),
    reviews: { count, scoreSum: Array.from({ length: count }, () => dice.between(1, 5)).reduce((a, b) => a + b, 0) },
    work: workOf(dice),
    responses: { answered: dice.between(0, 20), missed: dice.between(0, 10) },
  };
}

function workOf(dice: Dice): Candidate['work'] {
  const runs = dice.isOneOf(3) ? 0 : dice.between(1, 200);
  return { runs, onTime: dice.between(0, runs) };
}

function daysOff(dice: Dice): Candidate['daysOff'][number] {
  const from = addDays('2026-03-01', dice.between(0, 45));
  return { from, to: addDays(from, dice.between(0, 4)) };
}

export const candidatesOf = (dice: Dice, count: number): Candidate[] =>
  Array.from({ length: count }, (_, index) => aCandidate(dice, `assistant-${index}`));
