import type { Money } from '../billing/money.js';
import type { AgencyId, AssistantId } from '../ids.js';
import { weekdayOfEpochDay } from '../time/local-date.js';
import { clockOf } from '../time/zone.js';
import { CalendarCache } from './calendar-cache.js';
import type { Candidate } from './candidate.js';
import type { PreparedNeed } from './filters.js';
import { type Overlap, sharedSpans } from './overlap.js';
import { type MatchScore, type ScorePart, scoreParts, scoreWeights, wholeScore } from './score.js';

/** Time that both share on one day of a week of the term, on both clocks. */
export interface SharedHours {
  /** ISO weekday and local times `HH:MM` of the need's zone. */
  readonly weekday: number;
  readonly start: string;
  readonly end: string;
  /** The same stretch on the assistant's clock. */
  readonly assistantWeekday: number;
  readonly assistantStart: string;
  readonly assistantEnd: string;
  readonly minutes: number;
}

/** Why somebody is where they are: the computation itself, not a text about it. */
export interface Explanation {
  readonly parts: readonly { readonly part: ScorePart; readonly weight: number; readonly points: number }[];
  readonly matchedDuties: readonly string[];
  readonly missingDuties: readonly string[];
  readonly skills: readonly {
    readonly skillCode: string;
    readonly level: number | null;
    readonly minLevel: number;
  }[];
  /** Of the first week of the term. */
  readonly sharedHours: readonly SharedHours[];
  /** Shared minutes in the scarcest week. */
  readonly worstWeekMinutes: number;
  readonly requiredWeekMinutes: number;
  readonly hourlyRate: Money;
  readonly hourlyRateCap: Money;
  /** Mean 1..5; null without reviews. */
  readonly reviews: { readonly count: number; readonly mean: number | null };
}

export interface RankedAssistant {
  readonly rank: number;
  readonly assistantId: AssistantId;
  readonly agencyId: AgencyId;
  /** 0 to 1; the points of the parts add up to it. */
  readonly score: number;
  readonly instantBooking: boolean;
  readonly explanation: Explanation;
}

export function explain(
  prepared: PreparedNeed,
  candidate: Candidate,
  overlap: Overlap,
  score: MatchScore,
  cache: CalendarCache,
): Explanation {
  const { need } = prepared;
  const offered = new Set(candidate.dutyCodes);
  const levels = new Map(candidate.skills.map(({ skillCode, level }) => [skillCode, level]));
  const codes = [...new Set(need.lines.map((line) => line.dutyCode))];
  const { count, scoreSum } = candidate.reviews;
  return {
    parts: scoreParts.map((part) => ({ part, weight: scoreWeights[part], points: score.points[part] / wholeScore })),
    matchedDuties: codes.filter((code) => offered.has(code)),
    missingDuties: codes.filter((code) => !offered.has(code)),
    skills: need.requiredSkills.map(({ skillCode, minLevel }) => ({
      skillCode,
      level: levels.get(skillCode) ?? null,
      minLevel,
    })),
    sharedHours: sharedHours(prepared, candidate, cache),
    worstWeekMinutes: overlap.worstMinutes,
    requiredWeekMinutes: overlap.worstRequiredMinutes,
    hourlyRate: candidate.hourlyRate,
    hourlyRateCap: need.hourlyRateCap,
    reviews: { count, mean: count === 0 ? null : Math.round((scoreSum / count) * 100) / 100 },
  };
}

function sharedHours({ need, weeks }: PreparedNeed, candidate: Candidate, cache: CalendarCache): SharedHours[] {
  const week = weeks[0];
  if (week === undefined) return [];
  const spans = sharedSpans(week, candidate, cache);
  const hours: SharedHours[] = [];
  for (let index = 0; index < spans.length; index += 2) {
    const [start, end] = [spans[index]!, spans[index + 1]!];
    const there = localTime(need.hours.timeZone, start);
    const here = localTime(candidate.timeZone, start);
    hours.push({
      weekday: there.weekday,
      start: there.time,
      end: localTime(need.hours.timeZone, end).time,
      assistantWeekday: here.weekday,
      assistantStart: here.time,
      assistantEnd: localTime(candidate.timeZone, end).time,
      minutes: end - start,
    });
  }
  return hours;
}

function localTime(timeZone: string, utcMinute: number): { weekday: number; time: string } {
  const local = clockOf(timeZone).toLocal(utcMinute);
  const minuteOfDay = ((local % 1440) + 1440) % 1440;
  const pad = (value: number): string => String(value).padStart(2, '0');
  return {
    weekday: weekdayOfEpochDay(Math.floor(local / 1440)),
    time: `${pad(Math.floor(minuteOfDay / 60))}:${pad(minuteOfDay % 60)}`,
  };
}
