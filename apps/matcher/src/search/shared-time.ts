import {
  clockOf,
  firstSpanEndingAfter,
  overlapOf,
  type PreparedNeed,
  spansOf,
  type Spans,
  takenTime,
  workingSpans,
} from '#domain';
import { calendarOf } from './columns/assistant-columns.js';
import type { SupplyColumns } from './columns/supply-columns.js';
import { type KindOfWeek, localPieces, NeedWeeks, weekMinutes, type WeeksInZone } from './need-weeks.js';

/** What is known of a calendar and a need. */
export const calendarIs = {
  unknown: 0,
  /** Every week has what the need asks for, as long as nothing is booked. */
  enough: 1,
  tooLittle: 2,
  /** Its hours begin or end where clocks change, so each assistant has to be looked at by the rules of the dates. */
  odd: 3,
} as const;

/** What was found of each calendar, in arrays that are kept from one search to the next. */
export class CalendarFindings {
  state = new Uint8Array(0);
  minutes = new Int32Array(0);

  clear(calendars: number): void {
    if (calendars <= this.state.length) {
      this.state.fill(calendarIs.unknown);
      return;
    }
    const room = Math.ceil(calendars * 1.25);
    this.state = new Uint8Array(room);
    this.minutes = new Int32Array(room);
  }
}

/** The time that assistants share with one need, in minutes. */
export class SharedTime {
  private readonly state: Uint8Array;
  private readonly minutes: Int32Array;
  private readonly weeks: NeedWeeks;
  /** By the number of the zone. */
  private readonly byZone: WeeksInZone[] = [];

  constructor(
    private readonly supply: SupplyColumns,
    private readonly prepared: PreparedNeed,
    findings: CalendarFindings,
  ) {
    findings.clear(supply.calendars.rows.end);
    this.state = findings.state;
    this.minutes = findings.minutes;
    this.weeks = new NeedWeeks(prepared);
  }

  isKnown(calendar: number): boolean {
    return this.state[calendar] !== calendarIs.unknown;
  }

  /** How a calendar suits the need; worked out once for all who have it. */
  stateOf(calendar: number): number {
    if (this.state[calendar] === calendarIs.unknown) this.look(calendar);
    return this.state[calendar]!;
  }

  /** Minutes over all weeks that somebody with this calendar shares who has nothing booked; no less than the truth. */
  maxMinutes(calendar: number): number {
    return this.stateOf(calendar) === calendarIs.odd ? this.prepared.askedMinutes : this.minutes[calendar]!;
  }

  /** Minutes that an assistant really shares, and whether they are enough in every week. */
  exactly(row: number): { readonly minutes: number; readonly enough: boolean } {
    const { columns, calendars } = this.supply;
    const calendar = calendarOf(columns, row);
    const state = this.stateOf(calendar);
    const hasDaysOff = columns.daysOffLength[row]! > 0;
    if (state === calendarIs.odd || (hasDaysOff && this.weeksOf(calendar).midnightIsOdd)) return this.byTheDates(row);
    const isBookedAlone = !hasDaysOff && columns.elsewhereLength[row] === 0;
    const taken = isBookedAlone ? this.supply.busyOf(row) : this.allTaken(row, calendars.timeZoneOf(calendar));
    return this.without(taken, calendar, this.weeksOf(calendar));
  }

  private look(calendar: number): void {
    const { kinds, odd } = this.weeksOf(calendar);
    if (odd.length > 0 && this.isOdd(calendar, odd)) {
      this.state[calendar] = calendarIs.odd;
      return;
    }
    let minutes = 0;
    let enough = this.prepared.askedMinutes > 0;
    for (const kind of kinds) {
      const shared = this.sharedInWeek(kind, calendar);
      minutes += shared * kind.weeks;
      enough &&= shared >= kind.requiredMinutes;
    }
    this.minutes[calendar] = minutes;
    this.state[calendar] = enough ? calendarIs.enough : calendarIs.tooLittle;
  }

  /** Whether hours begin or end within a time that a change of the clocks repeats. */
  private isOdd(calendar: number, odd: WeeksInZone['odd']): boolean {
    const { calendars } = this.supply;
    const { values } = calendars.hours;
    const end = calendars.hoursAt[calendar]! + calendars.hoursLength[calendar]!;
    for (let index = calendars.hoursAt[calendar]!; index < end; index += 1) {
      for (const { start, minutes } of odd) {
        const since = (values[index]! - start + weekMinutes) % weekMinutes;
        if (since > 0 && since < minutes) return true;
      }
    }
    return false;
  }

  /** The weeks of the need as a calendar's zone has them; the same object for zones whose clocks show the same. */
  weeksOf(calendar: number): WeeksInZone {
    const { calendars } = this.supply;
    const zone = calendars.zone[calendar]!;
    return (this.byZone[zone] ??= this.weeks.in(calendars.zones.codeOf(zone)));
  }

  /** Bookings and what is taken elsewhere within the need's time, and days off, as UTC minutes. */
  private allTaken(row: number, timeZone: string): Spans {
    const { columns, times } = this.supply;
    const clock = clockOf(timeZone);
    const { spans, lastMinute } = this.prepared;
    const taken: (readonly [start: number, end: number])[] = [];
    for (const minutes of [this.supply.busyOf(row), this.supply.elsewhereOf(row)]) {
      const first = firstSpanEndingAfter(minutes, spans[0] ?? lastMinute);
      for (let index = first; index < minutes.length && minutes[index]! < lastMinute; index += 2) {
        taken.push([minutes[index]!, minutes[index + 1]!]);
      }
    }
    const at = columns.daysOffAt[row]!;
    for (let index = at; index < at + columns.daysOffLength[row]!; index += 2) {
      taken.push([
        clock.toUtc(times.lists.values[index]! * 1440),
        clock.toUtc((times.lists.values[index + 1]! + 1) * 1440),
      ]);
    }
    return spansOf(taken);
  }

  /** Takes from what the calendar shares what is taken of it, week by week. */
  private without(taken: Spans, calendar: number, { kinds, kindOfWeek, offsetPeriods }: WeeksInZone) {
    const { spans, weekOfSpan, requiredByWeek } = this.prepared;
    const { calendars } = this.supply;
    const { values } = calendars.hours;
    const at = calendars.hoursAt[calendar]!;
    const end = at + calendars.hoursLength[calendar]!;
    let minutes = this.minutes[calendar]!;
    let enough = this.state[calendar] === calendarIs.enough;
    let lost = 0;
    const count = (local: number, until: number): void => {
      lost += minutesWithin(local, until, values, at, end);
    };
    let from = firstSpanEndingAfter(taken, spans[0] ?? 0);
    for (let span = 0; span < spans.length && (from < taken.length || lost > 0); span += 2) {
      const week = weekOfSpan[span >> 1]!;
      while (from < taken.length && taken[from + 1]! <= spans[span]!) from += 2;
      for (let next = from; next < taken.length && taken[next]! < spans[span + 1]!; next += 2) {
        localPieces(
          Math.max(taken[next]!, spans[span]!),
          Math.min(taken[next + 1]!, spans[span + 1]!),
          offsetPeriods,
          count,
        );
      }
      if (lost === 0 || week === weekOfSpan[(span >> 1) + 1]) continue;
      minutes -= lost;
      enough &&= this.sharedInWeek(kinds[kindOfWeek[week]!]!, calendar) - lost >= requiredByWeek[week]!;
      lost = 0;
    }
    return { minutes, enough };
  }

  private sharedInWeek({ pieces }: KindOfWeek, calendar: number): number {
    const { calendars } = this.supply;
    const at = calendars.hoursAt[calendar]!;
    const end = at + calendars.hoursLength[calendar]!;
    let shared = 0;
    for (let piece = 0; piece < pieces.length; piece += 2) {
      shared += minutesWithin(pieces[piece]!, pieces[piece + 1]!, calendars.hours.values, at, end);
    }
    return shared;
  }

  private byTheDates(row: number): { readonly minutes: number; readonly enough: boolean } {
    const candidate = this.supply.candidate(row);
    const { spans, lastMinute, askedMinutes } = this.prepared;
    const working = Int32Array.from(workingSpans(candidate, spans[0] ?? 0, lastMinute));
    const { share, sufficient } = overlapOf(this.prepared, working, takenTime(candidate));
    return { minutes: Math.round(share * askedMinutes), enough: sufficient };
  }
}

/** Minutes of a stretch of the week that weekly hours cover; these are pairs in order, in an array from `at` to `end`. */
function minutesWithin(start: number, stop: number, hours: Uint16Array, at: number, end: number): number {
  let minutes = 0;
  for (let index = at; index < end && hours[index]! < stop; index += 2) {
    const from = hours[index]! > start ? hours[index]! : start;
    const to = hours[index + 1]! < stop ? hours[index + 1]! : stop;
    if (to > from) minutes += to - from;
  }
  return minutes;
}
