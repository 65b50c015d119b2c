import { clockOf, overlapOf, type PreparedNeed, spansOf, type Spans, workingSpans } from '#domain';
import type { SupplyColumns } from '../../supply/columns/supply-columns.js';
import { localPieces, NeedWeeks, weekMinutes, type WeeksInZone } from './need-weeks.js';

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

  /** How a calendar suits the need; worked out once for all who have it. */
  stateOf(calendar: number): number {
    if (this.state[calendar] === calendarIs.unknown) this.look(calendar);
    return this.state[calendar]!;
  }

  /** Minutes over all weeks that somebody with this calendar shares who has nothing booked; no less than the truth. */
  mostMinutes(calendar: number): number {
    return this.stateOf(calendar) === calendarIs.odd ? this.prepared.askedMinutes : this.minutes[calendar]!;
  }

  /** Minutes that an assistant really shares, and whether they are enough in every week. */
  exactly(row: number): { readonly minutes: number; readonly enough: boolean } {
    const { columns, calendars } = this.supply;
    const calendar = columns.calendar[row]!;
    const state = this.stateOf(calendar);
    const zone = calendars.timeZoneOf(calendar);
    const hasDaysOff = columns.daysOffLength[row]! > 0;
    if (state === calendarIs.odd || (hasDaysOff && this.weeks.in(zone).midnightIsOdd)) return this.byTheDates(row);
    const taken = this.takenFrom(row, zone);
    const whole = { minutes: this.minutes[calendar]!, enough: state === calendarIs.enough };
    return taken.length === 0 ? whole : this.without(taken, calendar, this.weeks.in(zone), whole.minutes);
  }

  private look(calendar: number): void {
    const { calendars } = this.supply;
    const { kinds, odd } = this.weeks.in(calendars.timeZoneOf(calendar));
    const { values } = calendars.hours;
    const at = calendars.hoursAt[calendar]!;
    const end = at + calendars.hoursLength[calendar]!;
    for (let index = at; index < end; index += 1) {
      const isOdd = odd.some(({ start, minutes }) => {
        const since = (values[index]! - start + weekMinutes) % weekMinutes;
        return since > 0 && since < minutes;
      });
      if (isOdd) {
        this.state[calendar] = calendarIs.odd;
        return;
      }
    }
    let minutes = 0;
    let enough = this.prepared.askedMinutes > 0;
    for (const { pieces, requiredMinutes, weeks } of kinds) {
      let shared = 0;
      for (let piece = 0; piece < pieces.length; piece += 2) {
        shared += minutesWithin(pieces[piece]!, pieces[piece + 1]!, values, at, end);
      }
      minutes += shared * weeks;
      enough &&= shared >= requiredMinutes;
    }
    this.minutes[calendar] = minutes;
    this.state[calendar] = enough ? calendarIs.enough : calendarIs.tooLittle;
  }

  /** Bookings and days off between the first asked hour and the last, as UTC minutes. */
  private takenFrom(row: number, timeZone: string): Spans {
    const { columns, times } = this.supply;
    const first = this.prepared.spans[0] ?? 0;
    const last = this.prepared.lastMinute;
    const busy = this.supply.busyOf(row);
    const taken: (readonly [start: number, end: number])[] = [];
    for (let index = 0; index < busy.length && busy[index]! < last; index += 2) {
      if (busy[index + 1]! > first) taken.push([busy[index]!, busy[index + 1]!]);
    }
    const at = columns.daysOffAt[row]!;
    const bookings = taken.length;
    for (let index = at; index < at + columns.daysOffLength[row]!; index += 2) {
      const start = clockOf(timeZone).toUtc(times.values[index]! * 1440);
      const end = clockOf(timeZone).toUtc((times.values[index + 1]! + 1) * 1440);
      if (start < last && end > first) taken.push([start, end]);
    }
    return taken.length === bookings ? taken.flat() : spansOf(taken);
  }

  /** Takes from what the calendar shares what is taken of it, week by week. */
  private without(taken: Spans, calendar: number, weeks: WeeksInZone, minutes: number) {
    const { spans, weekOfSpan, askedByWeek, requiredByWeek } = this.prepared;
    const { calendars } = this.supply;
    const { values } = calendars.hours;
    const at = calendars.hoursAt[calendar]!;
    const end = at + calendars.hoursLength[calendar]!;
    const lost = new Int32Array(askedByWeek.length);
    for (let span = 0, from = 0; span < spans.length && from < taken.length; span += 2) {
      while (from < taken.length && taken[from + 1]! <= spans[span]!) from += 2;
      for (let next = from; next < taken.length && taken[next]! < spans[span + 1]!; next += 2) {
        const [start, stop] = [Math.max(taken[next]!, spans[span]!), Math.min(taken[next + 1]!, spans[span + 1]!)];
        localPieces(start, stop, weeks.stretches, (local, until) => {
          lost[weekOfSpan[span >> 1]!]! += minutesWithin(local, until, values, at, end);
        });
      }
    }
    const left = this.leftByWeek(calendar, weeks, lost);
    return {
      minutes: minutes - lost.reduce((sum, some) => sum + some, 0),
      enough: left.every((some, week) => askedByWeek[week] === 0 || some >= requiredByWeek[week]!),
    };
  }

  private leftByWeek(calendar: number, { kinds, kindOfWeek }: WeeksInZone, lost: Int32Array): number[] {
    const { calendars } = this.supply;
    const at = calendars.hoursAt[calendar]!;
    const end = at + calendars.hoursLength[calendar]!;
    const ofKind = kinds.map(({ pieces }) => {
      let shared = 0;
      for (let piece = 0; piece < pieces.length; piece += 2) {
        shared += minutesWithin(pieces[piece]!, pieces[piece + 1]!, calendars.hours.values, at, end);
      }
      return shared;
    });
    return Array.from(lost, (some, week) => (ofKind[kindOfWeek[week]!] ?? 0) - some);
  }

  private byTheDates(row: number): { readonly minutes: number; readonly enough: boolean } {
    const candidate = this.supply.candidate(row);
    const { spans, lastMinute, askedMinutes } = this.prepared;
    const working = Int32Array.from(workingSpans(candidate, spans[0] ?? 0, lastMinute));
    const { share, sufficient } = overlapOf(this.prepared, working, candidate.busy);
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
