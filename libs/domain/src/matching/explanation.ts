import type { Money } from '../billing/money/money.js';
import type { AgencyId, AssistantId } from '../ids.js';
import { weekdayOfEpochDay } from '../time/local-date.js';
import { intersectSpans, type Spans } from '../time/spans.js';
import { clockOf } from '../time/zone.js';
import type { CalendarCache } from './calendar-cache.js';
import type { Candidate } from './candidate.js';
import { takenTime, workingTime } from './filters.js';
import type { NewcomerSlot } from './newcomer-slot.js';
import { minutesByWeekday, type Overlap, sharedSpans } from './overlap.js';
import type { PreparedNeed } from './prepared-need.js';
import { levelOf } from './shortfall.js';
import { askedSkills, type MatchScore, type ScorePart, scoreParts, scoreWeights, wholeScore } from './score.js';

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
  /** The points of all parts add up to the score; `weight` is the most that a part can give. */
  readonly parts: readonly { readonly part: ScorePart; readonly weight: number; readonly points: number }[];
  readonly matchedDuties: readonly string[];
  readonly missingDuties: readonly string[];
  readonly skills: readonly {
    readonly skillCode: string;
    /** Null where the listing doesn't name the skill. */
    readonly level: number | null;
    readonly minLevel: number;
    readonly reached: boolean;
    /** Nobody is on a shortlist without the required ones; the others are preferred. */
    readonly required: boolean;
  }[];
  /** Of the first week that has all the asked hours. */
  readonly sharedHours: readonly SharedHours[];
  /** Shared minutes over the whole term under each ISO weekday, Monday first, on both clocks. */
  readonly minutesByWeekday: { readonly inNeedZone: readonly number[]; readonly inAssistantZone: readonly number[] };
  /** Shared minutes over the whole term, out of those asked for. */
  readonly sharedMinutes: number;
  readonly askedMinutes: number;
  /** Shared minutes in the scarcest week. */
  readonly worstWeekMinutes: number;
  readonly requiredWeekMinutes: number;
  readonly hourlyRate: Money;
  readonly hourlyRateCap: Money;
  /** Mean 1..5; null without reviews. */
  readonly reviews: { readonly count: number; readonly mean: number | null };
  /** Work of the last year that was done or should have been; `share` 0..1 of it was done on time, null without any. */
  readonly work: { readonly runs: number; readonly onTime: number; readonly share: number | null };
}

export interface RankedAssistant {
  readonly rank: number;
  readonly assistantId: AssistantId;
  readonly agencyId: AgencyId;
  /** 0 to 1; the points of the parts add up to it. */
  readonly score: number;
  readonly instantBooking: boolean;
  /** Null for everybody but the newcomer, if there is one, who has the tenth place by a random draw. */
  readonly newcomerSlot: NewcomerSlot | null;
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
  const codes = [...prepared.dutyCodes].sort();
  const { work } = candidate;
  const { count, scoreSum } = candidate.reviews;
  const shared = sharedSpans(prepared, workingTime(prepared, candidate, cache), takenTime(candidate));
  const inNeedZone = minutesByWeekday(shared, need.hours.timeZone);
  return {
    parts: scoreParts.map((part) => ({ part, weight: scoreWeights[part], points: score.points[part] / wholeScore })),
    matchedDuties: codes.filter((code) => candidate.dutyCodes.includes(code)),
    missingDuties: codes.filter((code) => !candidate.dutyCodes.includes(code)),
    skills: explainSkills(prepared, candidate),
    sharedHours: sharedHours(prepared, candidate, shared),
    minutesByWeekday: { inNeedZone, inAssistantZone: minutesByWeekday(shared, candidate.timeZone) },
    sharedMinutes: inNeedZone.reduce((sum, minutes) => sum + minutes, 0),
    askedMinutes: prepared.askedMinutes,
    worstWeekMinutes: overlap.worstMinutes,
    requiredWeekMinutes: overlap.worstRequiredMinutes,
    hourlyRate: candidate.hourlyRate,
    hourlyRateCap: need.hourlyRateCap,
    reviews: { count, mean: count === 0 ? null : Math.round((scoreSum / count) * 100) / 100 },
    work: { ...work, share: work.runs === 0 ? null : Math.round((work.onTime / work.runs) * 100) / 100 },
  };
}

function explainSkills({ need }: PreparedNeed, { skills }: Candidate): Explanation['skills'] {
  const required = new Set(need.requiredSkills.map(({ skillCode }) => skillCode));
  const asked = [...askedSkills(need)].sort((a, b) => (a.skillCode < b.skillCode ? -1 : 1));
  return asked.map(({ skillCode, minLevel }) => {
    const level = levelOf(skillCode, skills);
    const reached = level !== null && level >= minLevel;
    return { skillCode, level, minLevel, reached, required: required.has(skillCode) };
  });
}

function sharedHours({ need, spans, weekOfSpan, askedByWeek }: PreparedNeed, candidate: Candidate, shared: Spans) {
  const fullest = askedByWeek.indexOf(Math.max(0, ...askedByWeek));
  const ofWeek = spans.filter((_, index) => weekOfSpan[index >> 1] === fullest);
  const there = localTimes(need.hours.timeZone);
  const here = localTimes(candidate.timeZone);
  const hours: SharedHours[] = [];
  const inWeek = intersectSpans(ofWeek, shared);
  for (let index = 0; index < inWeek.length; index += 2) {
    const [start, end] = [inWeek[index]!, inWeek[index + 1]!];
    hours.push({
      weekday: there(start).weekday,
      start: there(start).time,
      end: endTime(there(end).time),
      assistantWeekday: here(start).weekday,
      assistantStart: here(start).time,
      assistantEnd: endTime(here(end).time),
      minutes: end - start,
    });
  }
  return hours;
}

/** Hours that last until midnight end at `24:00`, as weekly hours do. */
const endTime = (time: string): string => (time === '00:00' ? '24:00' : time);

function localTimes(timeZone: string): (utcMinute: number) => { readonly weekday: number; readonly time: string } {
  const clock = clockOf(timeZone);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return (utcMinute) => {
    const local = clock.toLocal(utcMinute);
    const day = Math.floor(local / 1440);
    const minuteOfDay = local - day * 1440;
    const time = `${pad(Math.floor(minuteOfDay / 60))}:${pad(minuteOfDay % 60)}`;
    return { weekday: weekdayOfEpochDay(day), time };
  };
}
