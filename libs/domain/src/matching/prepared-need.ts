import { periodCount } from '../time/periods.js';
import { expandSpans, localDayOf } from '../time/expand-weekly.js';
import { instantMs, minuteMs } from '../time/instant.js';
import { dateOfEpochDay, epochDay } from '../time/local-date.js';
import { intersectSpans, spanMinutes } from '../time/spans.js';
import { minutesByWeek } from '../time/weeks.js';
import { weeklyMinutes } from '../time/weekly-hours.js';
import { clockOf } from '../time/zone.js';
import type { NeedToMatch } from './candidate.js';
import { comparableValue, type ExchangeRates } from './exchange-rates.js';

/** What a matching goes by besides the need and the candidates. */
export interface MatchingContext {
  readonly rates: ExchangeRates;
  /** Mean quality of the marketplace as a part of the scale, 0 (all 1) to 1 (all 5): `marketplaceQualityOf`. */
  readonly marketplaceQuality: number;
  readonly now: string;
  /**
   * Minutes that a unit of each duty takes as a rule of thumb: with it the capacity that is asked for is at least the
   * work that the lines stand for. Without it only the presence in the asked hours counts.
   */
  readonly indicativeMinutes?: ReadonlyMap<string, number>;
}

/**
 * A need with what follows from it alone, worked out once for all candidates: the asked hours that still lie ahead, as
 * UTC minutes, week by week. Weeks are stretches of seven days counted from the first day, so that a need that starts
 * on a Thursday has no half week but perhaps the last one.
 */
export interface PreparedNeed {
  readonly need: NeedToMatch;
  /** Asked hours in order, as pairs [start, end) of UTC minutes; none lies in two weeks. */
  readonly spans: Int32Array;
  /** The week of each pair of `spans`. */
  readonly weekOfSpan: Int32Array;
  readonly askedByWeek: Int32Array;
  /** What an assistant has to be there for; less in proportion where a week has less of the hours than usual. */
  readonly requiredByWeek: Int32Array;
  readonly askedMinutes: number;
  /** UTC minute at which the last asked hour ends; the clearance has to outlive it. */
  readonly lastMinute: number;
  /** The cap in euros, for comparing; null when there is no rate for its currency. */
  readonly capValue: number | null;
  readonly dutyCodes: ReadonlySet<string>;
  /** Minutes that have to be free in a week that so many of the asked ones fall into: never fewer for more. */
  capacityForWeekOf(minutes: number): number;
  /** Minutes that have to be free in each ISO week of a zone, by the week's number. */
  requiredCapacity(timeZone: string): ReadonlyMap<number, number>;
}

/** Of the context, what the hard filters go by. */
export type FilterContext = Pick<MatchingContext, 'rates' | 'now' | 'indicativeMinutes'>;

/** @throws DomainError `time.…` for a need that was never checked */
export function prepareNeed(need: NeedToMatch, context: FilterContext): PreparedNeed {
  const { hours, minOverlapMinutesPerWeek: minOverlap } = need;
  const today = localDayOf(hours.timeZone, Math.floor(instantMs(context.now) / minuteMs));
  const firstDay = Math.max(epochDay(need.startsOn), today);
  const { spans, weekOfSpan, askedByWeek } = askedWeeks(need, firstDay, epochDay(need.endsOn));
  const usual = Math.max(1, hours.kind === 'weekly' ? weeklyMinutes(hours.weekly) : Math.max(0, ...askedByWeek));
  // Without a stated minimum there still has to be some time that both share.
  const presence = (asked: number): number =>
    Math.max(Math.min(1, asked), Math.floor(minOverlap * Math.min(1, asked / usual)));
  const askedMinutes = spanMinutes(spans);
  const work = expectedWork(need, context, firstDay);
  const capacityForWeekOf = (minutes: number): number =>
    minutes === 0 ? 0 : Math.max(presence(minutes), Math.ceil((work * minutes) / askedMinutes));
  const capacities = new Map<string, ReadonlyMap<number, number>>();
  return {
    need,
    spans,
    weekOfSpan,
    askedByWeek,
    requiredByWeek: askedByWeek.map(presence),
    askedMinutes,
    lastMinute: spans.at(-1) ?? 0,
    capValue: comparableValue(need.hourlyRateCap, context.rates),
    dutyCodes: new Set(need.lines.map((line) => line.dutyCode)),
    capacityForWeekOf,
    requiredCapacity(timeZone) {
      const known = capacities.get(timeZone);
      if (known) return known;
      const asked = minutesByWeek(spans, timeZone);
      const required = new Map([...asked].map(([week, minutes]) => [week, capacityForWeekOf(minutes)]));
      capacities.set(timeZone, required);
      return required;
    },
  };
}

function askedWeeks({ hours }: NeedToMatch, firstDay: number, lastDay: number) {
  const clock = clockOf(hours.timeZone);
  const asked =
    hours.kind === 'weekly'
      ? expandSpans(hours.weekly, hours.timeZone, firstDay, lastDay, () => true)
      : [Math.floor(instantMs(hours.startAt) / minuteMs), Math.ceil(instantMs(hours.endAt) / minuteMs)];
  const spans: number[] = [];
  const weekOfSpan: number[] = [];
  const askedByWeek: number[] = [];
  for (let day = firstDay; day <= lastDay; day += 7) {
    const nextDay = Math.min(day + 7, lastDay + 1);
    const inWeek = intersectSpans(asked, [clock.toUtc(day * 1440), clock.toUtc(nextDay * 1440)]);
    for (let index = 0; index < inWeek.length; index += 2) weekOfSpan.push(askedByWeek.length);
    spans.push(...inWeek);
    askedByWeek.push(spanMinutes(inWeek));
  }
  return {
    spans: Int32Array.from(spans),
    weekOfSpan: Int32Array.from(weekOfSpan),
    askedByWeek: Int32Array.from(askedByWeek),
  };
}

/** Minutes of work that the lines of a need stand for in a usual week, by the minutes of a unit; the catalogue's, as a rule of thumb. */
export function workPerWeek(need: NeedToMatch, indicativeMinutes: ReadonlyMap<string, number>): number {
  const [from, to] = [epochDay(need.startsOn), epochDay(need.endsOn)];
  const weeks = Math.max(1, (to - from + 1) / 7);
  return Math.ceil(expectedWork(need, { indicativeMinutes }, from) / weeks);
}

/** Minutes of work that the lines stand for from the first day on. */
function expectedWork(
  { lines, endsOn }: NeedToMatch,
  { indicativeMinutes }: Pick<FilterContext, 'indicativeMinutes'>,
  firstDay: number,
): number {
  if (!indicativeMinutes) return 0;
  const startsOn = dateOfEpochDay(firstDay);
  return lines.reduce((total, { dutyCode, volume, cadence, asNeeded }) => {
    const minutes = asNeeded === true ? 60 : (indicativeMinutes.get(dutyCode) ?? 0);
    return total + periodCount(cadence, startsOn, endsOn) * volume * minutes;
  }, 0);
}
