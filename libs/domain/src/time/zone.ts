import { Temporal } from 'temporal-polyfill';
import { DomainError, type FieldPath } from '../domain-error.js';
import { dayMs, minuteMs } from './instant.js';

const known = new Map<string, boolean>();
/** IANA has about 600 names; whatever else is asked for must not fill the memory. */
const maxKnown = 2_000;

/** Whether it is a zone of the IANA database in its own spelling. Bare offsets (`+01:00`) have no rules and aren't. */
export function isTimeZone(id: string): boolean {
  const seen = known.get(id);
  if (seen !== undefined) return seen;
  const answer = /^[A-Za-z]/.test(id) && id.length <= 64 && spelledAsIana(id);
  if (known.size >= maxKnown) known.clear();
  known.set(id, answer);
  return answer;
}

/** @throws DomainError `time.unknown-zone` */
export function assertTimeZone(id: string, at?: FieldPath): void {
  if (!isTimeZone(id)) throw new DomainError('time.unknown-zone', { at, value: id });
}

function spelledAsIana(id: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id).timeZoneId === id;
  } catch {
    return false;
  }
}

/** From `fromMinute` (UTC minutes since 1970) on, the zone's clocks are `offset` minutes ahead of UTC. */
export interface OffsetPeriod {
  readonly fromMinute: number;
  readonly offset: number;
}

const dayMinutes = dayMs / minuteMs;
const stepMinutes = 3 * 366 * dayMinutes;
/** No zone's clock is further from UTC than 15 hours, so a local minute is at most so far from its instant. */
const widestOffset = 15 * 60;

/**
 * The UTC offsets of one zone over the years that were asked for, found once through Temporal and then looked up: the
 * matcher turns thousands of working weeks into instants and can't go through a calendar library for each.
 */
export class ZoneClock {
  private readonly periods: OffsetPeriod[] = [];
  private coveredFrom = 0;
  private coveredTo = 0;
  /** From one UTC minute to another the offset was found to be this. Those who ask for one minute ask for its neighbours. */
  private steadyFrom = 0;
  private steadyTo = 0;
  private steadyOffset = 0;

  constructor(readonly timeZone: string) {
    assertTimeZone(timeZone);
  }

  /** Minutes that the zone's clocks are ahead of UTC at a UTC minute. */
  offsetAt(minute: number): number {
    if (minute >= this.steadyFrom && minute < this.steadyTo) return this.steadyOffset;
    this.cover(minute);
    const index = this.indexAt(minute);
    this.steadyFrom = Math.max(this.coveredFrom, this.periods[index]!.fromMinute);
    this.steadyTo = Math.min(this.coveredTo, this.periods[index + 1]?.fromMinute ?? Infinity);
    this.steadyOffset = this.periods[index]!.offset;
    return this.steadyOffset;
  }

  toLocal(minute: number): number {
    return minute + this.offsetAt(minute);
  }

  /**
   * The first UTC minute at which the zone's clocks show a local minute or a later one. So a time that a change of the
   * clocks skips is the instant of the change, of a time that happens twice the earlier is meant, and later local minutes
   * never come earlier: what is bounded by two of them holds all the time at which the clocks read what lies between.
   */
  toUtc(localMinute: number): number {
    const asSteady = localMinute - this.offsetAt(localMinute);
    // Far enough from any change of the clocks that no other instant can show the same time.
    if (asSteady - widestOffset >= this.steadyFrom && asSteady + widestOffset < this.steadyTo) return asSteady;
    this.cover(localMinute - widestOffset);
    this.cover(localMinute + widestOffset);
    const first = this.indexAt(localMinute - widestOffset);
    const last = this.indexAt(localMinute + widestOffset);
    for (let index = first; index <= last; index += 1) {
      const { fromMinute, offset } = this.periods[index]!;
      const utc = localMinute - offset;
      if (utc < (this.periods[index + 1]?.fromMinute ?? Infinity)) return Math.max(utc, fromMinute);
    }
    return localMinute - this.periods[last]!.offset;
  }

  /** The periods of constant offset that the time from one UTC minute to another lies in, in order. */
  offsetPeriodsBetween(fromMinute: number, toMinute: number): readonly OffsetPeriod[] {
    this.cover(fromMinute);
    this.cover(toMinute);
    return this.periods.slice(this.indexAt(fromMinute), this.indexAt(toMinute) + 1);
  }

  private indexAt(minute: number): number {
    let low = 0;
    let high = this.periods.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.periods[middle]!.fromMinute <= minute) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private cover(minute: number): void {
    if (minute >= this.coveredFrom && minute < this.coveredTo) return;
    const from = Math.min(minute - stepMinutes, this.coveredTo ? this.coveredFrom : Infinity);
    const to = Math.max(minute + stepMinutes, this.coveredTo || -Infinity);
    this.periods.splice(0, this.periods.length, ...offsetsBetween(this.timeZone, from, to));
    this.coveredFrom = from;
    this.coveredTo = to;
  }
}

function offsetsBetween(timeZone: string, fromMinute: number, toMinute: number): OffsetPeriod[] {
  let at = Temporal.Instant.fromEpochMilliseconds(fromMinute * minuteMs).toZonedDateTimeISO(timeZone);
  const periods = [{ fromMinute, offset: offsetMinutes(at) }];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= toMinute * minuteMs) return periods;
    const offset = offsetMinutes(next);
    if (offset !== periods.at(-1)!.offset) {
      periods.push({ fromMinute: Math.floor(next.epochMilliseconds / minuteMs), offset });
    }
    at = next;
  }
}

/** Before 1972 a few zones had odd seconds; whole minutes are kept, which is exact for every date that can be booked. */
function offsetMinutes(at: Temporal.ZonedDateTime): number {
  return Math.round(at.offsetNanoseconds / (minuteMs * 1_000_000));
}

const clocks = new Map<string, ZoneClock>();

/** The clock of a zone, kept for the next who asks; there are no more of them than zones. */
export function clockOf(timeZone: string): ZoneClock {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new ZoneClock(timeZone);
    clocks.set(timeZone, clock);
  }
  return clock;
}
