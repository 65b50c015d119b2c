import { type AbsentTime, isAwayAt, presentTime } from '../../absence/absent-time.js';
import { endOfDay, isBefore, startOfDay } from '../../time/calendar.js';
import { type Period, periodsOf } from '../../time/periods.js';
import type { AgreementVersion } from '../agreement/agreement.js';
import type { AgreementTerms } from '../agreement/agreement-terms.js';
import type { DutyLine } from '../agreement/duty-line.js';
import type { HourPack } from './hour-pack.js';

/** A pack as it is agreed for a period. */
export type PlannedPack = Pick<
  HourPack,
  'lineId' | 'description' | 'hourlyRate' | 'minutes' | 'carryOverMinutes' | 'period' | 'startsAt' | 'endsAt'
>;

/** A line whose hours are paid ahead, for the assistant's work. */
export const isPacked = ({ asNeeded, accountable }: DutyLine): boolean =>
  asNeeded?.pack !== undefined && accountable.party === 'assistant';

/** The pack of one period of a line by packs. */
export function packOfPeriod(
  line: DutyLine,
  period: Period,
  { timeZone }: Pick<AgreementTerms, 'timeZone'>,
): PlannedPack {
  const minutes = line.volume * 60;
  return {
    lineId: line.lineId,
    description: line.description,
    hourlyRate: line.unitPrice,
    minutes,
    carryOverMinutes: Math.min(minutes, (line.asNeeded?.pack?.carryOverHours ?? 0) * 60),
    period,
    startsAt: startOfDay(period.startsOn, timeZone),
    endsAt: endOfDay(period.endsOn, timeZone),
  };
}

/** What is known where packs are bought. */
export interface KnownOfPacks {
  /** In force. */
  readonly version: AgreementVersion;
  readonly lastDayOn: string;
  readonly absences: readonly AbsentTime[];
  /** Lines and beginnings of periods that need none: there is a pack, or time that was worked by the hour. */
  readonly covered: readonly { readonly lineId: string; readonly startsAt: string }[];
  readonly now: string;
}

/**
 * The packs to buy now, and when to look again; null where none is to come. A pack is bought when its period begins, unless the assistant is
 * away from its beginning on: then once she is back in it. What was over before the terms came into force was agreed otherwise.
 */
export function packsDue(known: KnownOfPacks): {
  readonly buy: readonly PlannedPack[];
  readonly againAt: string | null;
} {
  const { version, lastDayOn, now, absences } = known;
  const { terms } = version;
  const inForceSince =
    version.acceptances
      .map(({ acceptedAt }) => acceptedAt)
      .sort()
      .at(-1) ?? version.writtenAt;
  const covered = new Set(known.covered.map(({ lineId, startsAt }) => keyOf(lineId, startsAt)));
  const buy: PlannedPack[] = [];
  const later: string[] = [];
  for (const line of terms.lines.filter(isPacked)) {
    for (const period of periodsOf(line.cadence, terms.startsOn, terms.endsOn)) {
      const pack = packOfPeriod(line, period, terms);
      const { startsAt, endsAt } = pack;
      const isWanted = period.startsOn <= lastDayOn && isBefore(inForceSince, endsAt);
      if (!isWanted || covered.has(keyOf(line.lineId, startsAt))) continue;
      if (isBefore(now, startsAt)) later.push(startsAt);
      else if (wasThere(pack, absences, now)) buy.push(pack);
      else if (isBefore(now, endsAt)) later.push(now);
    }
  }
  return { buy, againAt: later.sort().at(0) ?? null };
}

const keyOf = (lineId: string, startsAt: string): string => `${startsAt} ${lineId}`;

/** Whether she was there at any time of its period up to now. */
function wasThere({ startsAt, endsAt }: PlannedPack, absences: readonly AbsentTime[], now: string): boolean {
  if (isBefore(now, endsAt) && !isAwayAt(absences, now)) return true;
  const until = isBefore(now, endsAt) ? now : endsAt;
  return isBefore(startsAt, until) && presentTime([{ startAt: startsAt, endAt: until }], absences).length > 0;
}
