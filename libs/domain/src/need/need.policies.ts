import { isBlank, isOwnName, textLength } from '#text';
import { isCurrency } from '../billing/money/currency.js';
import { assertDuty, assertLanguages, assertSkills } from '../capability/capability.policies.js';
import { demand, type Policy } from '../policy.js';
import { cadences } from '../time/cadence.js';
import { instantMs, minuteMs } from '../time/instant.js';
import { assertLocalDate, dateOfEpochDay, epochDay } from '../time/local-date.js';
import { localDayOf } from '../time/expand-weekly.js';
import { normaliseWeeklyHours, weeklyMinutes } from '../time/weekly-hours.js';
import { assertTimeZone } from '../time/zone.js';
import { channels, type NeedDecisionContext, type NeedDetails, type NeedHours } from './need.js';

/** A need on its way into a fact, with what it is judged by. */
export interface NeedInContext {
  readonly details: NeedDetails;
  /** As it was until now; null for a new one. */
  readonly before: NeedDetails | null;
  readonly context: NeedDecisionContext;
  readonly now: string;
}

export const maxWordsLength = 5_000;
export const maxNeedLines = 60;
export const maxNeedAgencies = 100;
export const maxTermDays = 366;
const weekMinutes = 7 * 1440;

const isImportance = (value: number): boolean => value === 1 || value === 2 || value === 3;

/** What holds for every need, a draft as well. */
export const needPolicies: readonly Policy<NeedInContext>[] = [
  function isToldInReasonableWords({ details: { words } }) {
    if (!words) return;
    demand(!isBlank(words.text), 'need.words-missing', { at: ['words'] });
    demand(textLength(words.text) <= maxWordsLength, 'need.words-too-long', { at: ['words'], max: maxWordsLength });
  },
  function hasLinesThatCanBeWorkedOn({ details: { lines }, before, context }) {
    const dutiesBefore = before?.lines.map(({ dutyCode }) => dutyCode) ?? [];
    demand(lines.length <= maxNeedLines, 'need.too-many-lines', { at: ['lines'], max: maxNeedLines });
    lines.forEach((line, index) => {
      const at = ['lines', index];
      demand(!isBlank(line.lineId), 'need.line-id-missing', { at: [...at, 'lineId'] });
      demand(isOwnName(line.lineId), 'need.bad-line-id', { at: [...at, 'lineId'] });
      const first = lines.findIndex(({ lineId }) => lineId === line.lineId) === index;
      demand(first, 'need.line-twice', { at: [...at, 'lineId'], lineId: line.lineId });
      assertDuty('need', line.dutyCode, context.catalogue, dutiesBefore, [...at, 'dutyCode']);
      const counted = Number.isSafeInteger(line.volume) && line.volume >= 1;
      demand(counted, 'need.bad-volume', { at: [...at, 'volume'], volume: line.volume });
      demand(cadences.includes(line.cadence), 'need.bad-cadence', { at: [...at, 'cadence'], value: line.cadence });
      demand(!isBlank(line.doneCriterion), 'need.no-done-criterion', { at: [...at, 'doneCriterion'] });
      demand(isImportance(line.importance), 'need.bad-importance', { at: [...at, 'importance'] });
    });
  },
  function asksForSkillsOfTheCatalogue({ details: { requiredSkills, preferredSkills }, context }) {
    for (const [list, asked] of Object.entries({ requiredSkills, preferredSkills })) {
      const skills = asked.map(({ skillCode, minLevel }) => ({ skillCode, level: minLevel }));
      assertSkills('need', skills, context.catalogue.skillCodes, [list]);
      asked.forEach(({ importance }, index) =>
        demand(isImportance(importance), 'need.bad-importance', { at: [list, index, 'importance'] }),
      );
    }
  },
  function prefersNoSkillThatItRequires({ details: { requiredSkills, preferredSkills } }) {
    const required = new Set(requiredSkills.map(({ skillCode }) => skillCode));
    preferredSkills.forEach(({ skillCode }, index) =>
      demand(!required.has(skillCode), 'need.skill-twice', { at: ['preferredSkills', index], skillCode }),
    );
  },
  function requiresLanguages({ details: { requiredLanguages } }) {
    const languages = requiredLanguages.map(({ language, minLevel }) => ({ language, level: minLevel }));
    assertLanguages('need', languages, ['requiredLanguages']);
  },
  function isWantedInHoursThatExist({ details: { hours } }) {
    if (hours) assertHours(hours);
  },
  function hasATermThatEnds({ details: { startsOn, endsOn } }) {
    if (startsOn !== null) assertLocalDate(startsOn, ['startsOn']);
    if (endsOn !== null) assertLocalDate(endsOn, ['endsOn']);
    if (startsOn === null || endsOn === null) return;
    demand(startsOn <= endsOn, 'need.bad-term', { at: ['endsOn'], startsOn, endsOn });
    const days = epochDay(endsOn) - epochDay(startsOn) + 1;
    demand(days <= maxTermDays, 'need.term-too-long', { at: ['endsOn'], days, maxDays: maxTermDays });
  },
  function asksForOverlapThatItsHoursHold({ details: { minOverlapMinutesPerWeek: minutes, hours } }) {
    const details = { at: ['minOverlapMinutesPerWeek'], minutes };
    demand(Number.isInteger(minutes) && minutes >= 0 && minutes <= weekMinutes, 'need.bad-overlap', details);
    const held = hours ? minutesHeld(hours) : weekMinutes;
    demand(minutes <= held, 'need.overlap-beyond-hours', { ...details, max: held });
  },
  function hasACapInACurrency({ details: { hourlyRateCap: cap } }) {
    if (!cap) return;
    demand(isCurrency(cap.currency), 'money.unknown-currency', { at: ['hourlyRateCap', 'currency'] });
    const details = { at: ['hourlyRateCap', 'amountMinor'], amountMinor: cap.amountMinor };
    demand(Number.isSafeInteger(cap.amountMinor), 'money.not-an-integer', details);
    demand(cap.amountMinor > 0, 'need.rate-cap-not-positive', details);
  },
  function talksInAtMostTwoChannels({ details: { channels: chosen } }) {
    chosen.forEach((channel, index) => {
      demand(channels.includes(channel), 'need.bad-channel', { at: ['channels', index], channel });
      demand(chosen.indexOf(channel) === index, 'need.channel-twice', { at: ['channels', index], channel });
    });
    demand(chosen.length <= 2, 'need.too-many-channels', { at: ['channels'], max: 2 });
  },
  function knowsItsResponseTimeInMinutes({ details: { context } }) {
    const minutes = context.currentFirstResponseMinutes;
    const fits = minutes === null || (Number.isSafeInteger(minutes) && minutes >= 0);
    demand(fits, 'need.bad-response-time', { at: ['context', 'currentFirstResponseMinutes'], minutes });
  },
  function doesNotInviteWhomItExcludes({ details: { invitedAgencyIds, excludedAgencyIds } }) {
    for (const [list, ids] of Object.entries({ invitedAgencyIds, excludedAgencyIds })) {
      demand(ids.length <= maxNeedAgencies, 'need.too-many-agencies', { at: [list], max: maxNeedAgencies });
    }
    const both = invitedAgencyIds.find((id) => excludedAgencyIds.includes(id));
    demand(both === undefined, 'need.agency-invited-and-excluded', { at: ['excludedAgencyIds'], agencyId: both });
  },
];

/** What the matcher and the agencies have to know before they are asked. */
export const postingPolicies: readonly Policy<NeedInContext>[] = [
  function hasALine({ details }) {
    demand(details.lines.length > 0, 'need.no-lines', { at: ['lines'] });
  },
  function saysInWhichHours({ details: { hours } }) {
    const said = hours !== null && (hours.kind === 'window' || hours.weekly.length > 0);
    demand(said, 'need.no-hours', { at: ['hours'] });
  },
  function saysFromWhenToWhen({ details: { startsOn, endsOn } }) {
    demand(startsOn !== null, 'need.no-term', { at: ['startsOn'] });
    demand(endsOn !== null, 'need.no-term', { at: ['endsOn'] });
  },
  function saysWhatAnHourMayCost({ details }) {
    demand(details.hourlyRateCap !== null, 'need.no-rate-cap', { at: ['hourlyRateCap'] });
  },
  function choosesOneOrTwoChannels({ details }) {
    demand(details.channels.length > 0, 'need.no-channels', { at: ['channels'] });
  },
  function isNotOverYet({ details: { hours, endsOn }, now }) {
    const today = hours && dateOfEpochDay(localDayOf(hours.timeZone, Math.floor(instantMs(now) / minuteMs)));
    demand(!today || !endsOn || endsOn >= today, 'need.over-already', { at: ['endsOn'], endsOn, today });
  },
  function hasItsWindowWithinTheTerm({ details: { hours, startsOn, endsOn } }) {
    if (hours?.kind !== 'window' || !startsOn || !endsOn) return;
    const first = localDayOf(hours.timeZone, instantMs(hours.startAt) / minuteMs);
    const last = localDayOf(hours.timeZone, instantMs(hours.endAt) / minuteMs - 1);
    const inside = first >= epochDay(startsOn) && last <= epochDay(endsOn);
    demand(inside, 'need.window-outside-term', { at: ['hours'], startsOn, endsOn });
  },
];

function assertHours(hours: NeedHours): void {
  assertTimeZone(hours.timeZone, ['hours', 'timeZone']);
  if (hours.kind === 'weekly') {
    normaliseWeeklyHours(hours.weekly, ['hours', 'weekly']);
    return;
  }
  const start = instantMs(hours.startAt, ['hours', 'startAt']);
  const end = instantMs(hours.endAt, ['hours', 'endAt']);
  demand(start % minuteMs === 0 && end % minuteMs === 0, 'time.not-whole-minute', { at: ['hours'] });
  demand(end > start, 'need.bad-window', { at: ['hours', 'endAt'] });
}

/** Minutes of a usual week, or of the window. */
function minutesHeld(hours: NeedHours): number {
  if (hours.kind === 'weekly') return weeklyMinutes(hours.weekly);
  return (instantMs(hours.endAt) - instantMs(hours.startAt)) / minuteMs;
}
