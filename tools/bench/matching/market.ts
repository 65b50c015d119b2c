import {
  addDays,
  type AgencyId,
  type AssistantId,
  type Candidate,
  type MatchingContext,
  minorUnitDigits,
  minuteMs,
  type Money,
  type NeedId,
  type NeedToMatch,
  spansOf,
  type WeeklyHours,
} from '#domain';
import { catalogueDuties, catalogueSkills } from '#knowledge/catalogue';
import type { AgencyFacts } from '../../../apps/matcher/src/search/columns/agency-table.js';
import type { ListedAssistant } from '../../../apps/matcher/src/search/columns/supply-columns.js';
import { referenceRates } from '#knowledge/rates';
import { Dice, Zipf } from './dice.js';
import { foreignLanguages, type Place, places } from './places.js';

/** Monday before the clocks change in North America and then in Europe. */
const usualNow = '2026-03-02T08:00:00.000Z';
const dayMinutes = 1_440;
const assistantsPerAgency = 50;
const duties = new Zipf(catalogueDuties.map(({ code }) => code));
const skills = new Zipf(catalogueSkills.map(({ code }) => code));
const placeOf = new Zipf(places);

const idOf = (kind: number, number: number): string =>
  `0190${kind}000-${(number >>> 20).toString(16).padStart(4, '0')}-7000-8${(number & 0xfff).toString(16).padStart(3, '0')}-${(Math.imul(number, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}${((number >>> 4) & 0xffff).toString(16).padStart(4, '0')}`;
export const assistantIdOf = (number: number): AssistantId => idOf(1, number) as AssistantId;
export const agencyIdOf = (number: number): AgencyId => idOf(2, number) as AgencyId;

/** A marketplace in which every assistant and every need is what its number makes of it, in any order. */
export class Market {
  readonly agencies: number;

  constructor(
    readonly assistants: number,
    private readonly seed: number,
    readonly now = usualNow,
  ) {
    this.agencies = Math.max(10, Math.floor(assistants / assistantsPerAgency));
  }

  context(): MatchingContext {
    const indicativeMinutes = new Map(catalogueDuties.map((duty) => [duty.code, duty.indicativeMinutes]));
    return { rates: referenceRates(), marketplaceQuality: 0.8, now: this.now, indicativeMinutes };
  }

  agency(number: number): AgencyFacts {
    const dice = new Dice(this.seed, number * 4 + 1);
    const invited = dice.between(0, 40);
    const answered = Math.floor(invited * dice.next());
    return {
      status: dice.chance(0.95) ? 'verified' : 'suspended',
      responses: { answered, missed: invited - answered },
    };
  }

  assistant(number: number): ListedAssistant {
    const dice = new Dice(this.seed, number * 4 + 2);
    const { now } = this;
    const place = placeOf.pick(dice);
    const weeklyHours = hoursOf(dice);
    const isBooked = dice.chance(0.4);
    const reviews = dice.chance(0.6) ? Math.floor(dice.next() ** 3 * 60) + 1 : 0;
    return {
      assistantId: assistantIdOf(number),
      agencyId: agencyIdOf(Math.floor(dice.next() ** 2 * this.agencies)),
      calendarVersion: 2,
      timeZone: place.timeZone,
      weeklyHours,
      daysOff: dice.chance(0.3) ? daysOffOf(dice, now) : [],
      weeklyCapacityMinutes: dice.pick([600, 900, 1_200, 1_500, 1_800, 2_400, 2_400]),
      skills: skills.some(dice, dice.between(2, 7)).map((skillCode) => ({ skillCode, level: dice.between(1, 5) })),
      dutyCodes: duties.some(dice, dice.between(3, 9)),
      languages: languagesOf(dice, place),
      hourlyRate: rateOf(dice, place),
      instantBooking: dice.chance(0.3),
      listedAt: new Date(
        Date.parse(now) - dice.between(0, dice.chance(0.15) ? 60 : 900) * dayMinutes * minuteMs,
      ).toISOString(),
      clearedUntil: dice.chance(0.08)
        ? null
        : new Date(Date.parse(now) + dice.between(0, 365 * 24) * 3_600_000).toISOString(),
      busy: isBooked ? bookingsOf(dice, now) : [],
      elsewhere: [],
      work: { runs: reviews * 30, onTime: reviews * (30 - dice.between(0, 6)) },
      reviews: {
        count: reviews,
        scoreSum: Array.from({ length: reviews }, () => 5 - Math.floor(dice.next() ** 2 * 5)).reduce(
          (a, b) => a + b,
          0,
        ),
      },
    };
  }

  candidate(number: number): Candidate {
    const assistant = this.assistant(number);
    const { status, responses } = this.agency(this.agencyNumberOf(assistant.agencyId));
    return { ...assistant, agencyStatus: status, responses };
  }

  need(number: number): NeedToMatch {
    const dice = new Dice(this.seed, number * 4 + 3);
    const timeZone = dice.pick([
      'Europe/Madrid',
      'Europe/Madrid',
      'Europe/London',
      'Europe/Berlin',
      'America/New_York',
      'America/Los_Angeles',
      'Australia/Sydney',
    ]);
    const days = dice.pick([
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
      [1, 3, 5],
      [2, 4],
      [1, 2, 3, 4],
    ]);
    const asked = skills
      .some(dice, dice.between(0, 3))
      .map((skillCode) => ({ skillCode, minLevel: dice.between(2, 4), importance: dice.between(1, 3) }));
    const start = dice.between(14, 28) * 30;
    const end = start + dice.between(4, 10) * 30;
    const askedMinutes = days.length * (end - start);
    const startsOn = addDays(this.now.slice(0, 10), dice.between(3, 30));
    return {
      needId: idOf(3, number) as NeedId,
      lines: duties.some(dice, dice.between(1, 5)).map((dutyCode, index) => ({
        lineId: `line-${index}`,
        dutyCode,
        volume: dice.between(1, 6),
        cadence: dice.pick(['weekly', 'weekly', 'monthly']),
        importance: dice.between(1, 3),
      })),
      requiredSkills: asked.splice(0, dice.chance(0.3) ? 1 : 0),
      preferredSkills: asked,
      requiredLanguages: [
        { language: dice.pick(['en', 'en', 'en', 'es', 'es', 'ca', 'fr']), minLevel: dice.pick(['B1', 'B2', 'C1']) },
      ],
      hours: {
        kind: 'weekly',
        timeZone,
        weekly: days.map((weekday) => ({ weekday, start: clock(start), end: clock(end) })),
      },
      startsOn,
      endsOn: addDays(startsOn, 7 * dice.between(4, 26) - 1),
      minOverlapMinutesPerWeek: Math.floor((askedMinutes * dice.between(3, 7)) / 10),
      hourlyRateCap: {
        amountMinor: dice.between(10, 40) * 100,
        currency: dice.pick(['EUR', 'EUR', 'EUR', 'GBP', 'USD']),
      },
      excludedAgencyIds: dice.chance(0.1) ? [agencyIdOf(dice.between(0, this.agencies - 1))] : [],
    };
  }

  agencyNumberOf(agencyId: AgencyId): number {
    return this.numberOfAgency.get(agencyId)!;
  }

  private get numberOfAgency(): ReadonlyMap<AgencyId, number> {
    this.numbers ??= new Map(Array.from({ length: this.agencies }, (_, number) => [agencyIdOf(number), number]));
    return this.numbers;
  }
  private numbers: ReadonlyMap<AgencyId, number> | undefined;
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Four of five keep usual hours, the same on all days; the others have theirs, day by day. */
function hoursOf(dice: Dice): WeeklyHours[] {
  const weekdays = dice.pick([
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5, 6],
    [2, 3, 4, 5, 6],
  ]);
  const [first, last] = dice.pick([
    [8, 17],
    [9, 18],
    [7, 15],
    [14, 23],
    [13, 22],
    [4, 13],
    [9, 14],
    [15, 21],
    [0, 8],
  ] as const);
  if (dice.chance(0.8))
    return weekdays.map((weekday) => ({ weekday, start: clock(first * 60), end: clock(last * 60) }));
  return weekdays.map((weekday) => {
    const start = first * 60 + dice.between(0, 4) * 30;
    return { weekday, start: clock(start), end: clock(Math.min(dayMinutes, start + dice.between(6, 18) * 30)) };
  });
}

function daysOffOf(dice: Dice, now: string): Candidate['daysOff'] {
  const from = addDays(now.slice(0, 10), dice.between(0, 150));
  return [{ from, to: addDays(from, dice.between(0, 14)) }];
}

function languagesOf(dice: Dice, { native }: Place): Candidate['languages'] {
  const others = foreignLanguages.filter(([language, share]) => language !== native && dice.chance(share));
  return [
    { language: native, level: 'C2' as const },
    ...others.map(([language, , levels]) => ({ language, level: dice.pick(levels) })),
  ];
}

function rateOf(dice: Dice, { currency, price }: Place): Money {
  const euro = Math.max(3, 17 * price * Math.exp(0.35 * dice.bell()));
  const worth = currency === 'EUR' ? 1 : referenceRates().inEuro[currency]!;
  return { amountMinor: Math.round((euro / worth) * 10 ** minorUnitDigits[currency]), currency };
}

/** The same hours of one to three weekdays over some weeks, as agreed bookings are. */
function bookingsOf(dice: Dice, now: string): number[] {
  const pairs: [number, number][] = [];
  const start = dice.between(6, 18) * 60;
  const minutes = dice.between(2, 8) * 30;
  const weeks = dice.between(1, 10);
  const perWeek = dice.between(1, 3);
  const today = Math.floor(Date.parse(now) / minuteMs / dayMinutes) * dayMinutes;
  for (let week = 0; week < weeks; week += 1) {
    for (let day = 0; day < perWeek; day += 1) {
      const at = today + (week * 7 + day * 2) * dayMinutes + start;
      pairs.push([at, at + minutes]);
    }
  }
  return spansOf(pairs);
}
