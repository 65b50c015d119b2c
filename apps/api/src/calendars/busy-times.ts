import { instantOf, minuteMs, type Slot, slotsOfSpans, spansOf } from '#domain';
import ICAL from 'ical.js';
import { calendarsIn } from './calendar-text.js';
import { minuteOf, timesOf, zonesOf } from './entry-times.js';
import { ownUidEnd } from './own-uid.js';

/** Whose calendar it is, as far as it matters to what it says. */
export interface CalendarQuestion {
  readonly text: string;
  /** The assistant's own zone: of whole days, and of times that name none. */
  readonly timeZone: string;
  readonly window: { readonly fromAt: string; readonly toAt: string };
}

export interface BusyTimes {
  readonly window: CalendarQuestion['window'];
  /** In order, none touching another. */
  readonly busy: Slot[];
}

/** Stretches that are kept of a calendar, the earliest first. */
const maxStretches = 2_000;
/** Occurrences that are looked at of one entry, and of all: an entry of every day since 1980 has 17,000. */
const maxOfEntry = 25_000;
const maxOfAll = 200_000;
const monthsAhead = 13;
const dayMinutes = 1_440;

/** From the first of this month on for thirteen months: it stays the same for a month, and so does what is said of it. */
export function busyWindow(now: string): CalendarQuestion['window'] {
  const at = new Date(now);
  const first = (months: number): string => instantOf(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
  return { fromAt: first(0), toAt: first(monthsAhead) };
}

/**
 * When a calendar (RFC 5545) says that somebody is busy: entries with their repetitions, exceptions and whole days, and published busy time
 * (`VFREEBUSY`). Not what is cancelled, what is marked as free (`TRANSP:TRANSPARENT`), nor bookings of our own that came back with it. An
 * entry that can't be made out is left out.
 * @throws Error for what is no calendar
 */
export function busyTimes({ text, timeZone, window }: CalendarQuestion): BusyTimes {
  const [from, to] = [Date.parse(window.fromAt) / minuteMs, Date.parse(window.toAt) / minuteMs];
  const busy = new Busy(from, to);
  let left = maxOfAll;
  for (const calendar of calendarsIn(text)) {
    addPublished(calendar, timeZone, busy);
    for (const entry of entriesOf(calendar)) {
      left -= looked(entry, { timeZone, most: Math.min(left, maxOfEntry) }, busy);
      if (left <= 0) break;
    }
  }
  return { window, busy: slotsOfSpans(spansOf(busy.pairs).slice(0, 2 * maxStretches)) };
}

/** What was found, in minutes since 1970, as far as it lies in the window. */
class Busy {
  readonly pairs: (readonly [number, number])[] = [];

  constructor(
    readonly from: number,
    readonly to: number,
  ) {}

  add(start: number, end: number): void {
    const [first, last] = [Math.floor(start), Math.ceil(end)];
    if (end <= start || last <= this.from || first >= this.to) return;
    this.pairs.push([Math.max(first, this.from), Math.min(last, this.to)]);
  }
}

function addPublished(calendar: ICAL.Component, timeZone: string, busy: Busy): void {
  for (const published of calendar.getAllSubcomponents('vfreebusy')) {
    for (const property of published.getAllProperties('freebusy')) {
      if (String(property.getParameter('fbtype') ?? '').toUpperCase() === 'FREE') continue;
      for (const period of property.getValues() as unknown as ICAL.Period[]) {
        busy.add(minuteOf(period.start, timeZone), minuteOf(period.getEnd(), timeZone));
      }
    }
  }
}

/** An entry and those that stand in the place of single ones of its occurrences. */
interface Entry {
  readonly component: ICAL.Component;
  readonly exceptions: readonly ICAL.Component[];
}

/** Each entry with the exceptions that are of it; exceptions whose entry is missing stand for themselves. */
function entriesOf(calendar: ICAL.Component): Entry[] {
  const byUid = new Map<string, { whole: ICAL.Component[]; exceptions: ICAL.Component[] }>();
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const uid = String(component.getFirstPropertyValue('uid') ?? '');
    if (uid.endsWith(ownUidEnd) || !component.hasProperty('dtstart')) continue;
    let same = byUid.get(uid);
    if (same === undefined) byUid.set(uid, (same = { whole: [], exceptions: [] }));
    (component.hasProperty('recurrence-id') ? same.exceptions : same.whole).push(component);
  }
  return [...byUid.values()].flatMap(({ whole, exceptions }) =>
    whole.length === 0
      ? exceptions.map((component) => ({ component, exceptions: [] }))
      : whole.map((component) => ({ component, exceptions })),
  );
}

interface Limits {
  readonly timeZone: string;
  readonly most: number;
}

/** Returns how many occurrences were looked at. */
function looked(entry: Entry, limits: Limits, busy: Busy): number {
  const found = new Busy(busy.from, busy.to);
  try {
    const count = addOccurrences(entry, limits, found);
    busy.pairs.push(...found.pairs);
    return count;
  } catch {
    return 1;
  }
}

function addOccurrences({ component, exceptions }: Entry, { timeZone, most }: Limits, busy: Busy): number {
  const ranges = exceptions.filter((one) => one.getFirstProperty('recurrence-id')?.getParameter('range') !== undefined);
  const event = new ICAL.Event(component, { strictExceptions: true, exceptions: ranges });
  const add = (one: ICAL.Component, startDate: ICAL.Time, endDate: ICAL.Time): void => {
    const { startZone, endZone } = zonesOf(one, timeZone);
    if (takesTime(one)) busy.add(minuteOf(startDate, startZone), minuteOf(endDate, endZone));
  };
  const addWhole = (one: ICAL.Component): void => {
    const { startDate, endDate } = new ICAL.Event(one, { strictExceptions: true, exceptions: [] });
    add(one, startDate, endDate);
  };
  const { startZone } = zonesOf(component, timeZone);
  const moved = new Map(
    exceptions
      .filter((one) => !ranges.includes(one))
      .map((one) => [timesOf(one, 'recurrence-id', event.startDate, startZone)[0], one]),
  );
  const leftOut = new Set(timesOf(component, 'exdate', event.startDate, startZone));
  // Of what is long over the beginning is enough.
  const longOver = busy.from - event.duration.toSeconds() / 60 - dayMinutes;
  let count = 0;
  for (const { next, until } of occurrencesOf(event)) {
    count += 1;
    const at = minuteOf(next, startZone);
    if (moved.has(at) || leftOut.has(at)) continue;
    if (ranges.length > 0) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      add(item.component, startDate, until ?? endDate);
    } else if (at >= longOver) add(component, next, until ?? endOf(next, event));
    // One that was moved to an earlier or later time doesn't say where the others are.
    if (at >= busy.to || count >= most) break;
  }
  for (const one of moved.values()) addWhole(one);
  return count + moved.size;
}

/** When it happens, without exceptions and in order but for what is added to a rule; an end where an occurrence has one of its own. */
function* occurrencesOf(event: ICAL.Event): Generator<{ next: ICAL.Time; until?: ICAL.Time }> {
  const { component } = event;
  for (const property of component.getAllProperties('rdate')) {
    if (property.type !== 'period') continue;
    for (const period of property.getValues() as unknown as ICAL.Period[]) {
      yield { next: period.start, until: period.getEnd() };
    }
    component.removeProperty(property);
  }
  // Where there is no rule, the beginning is one of them.
  if (!component.hasProperty('rrule')) yield { next: event.startDate };
  if (!event.isRecurring()) return;
  component.removeAllProperties('exdate');
  const occurrences = event.iterator();
  for (let next = occurrences.next(); next; next = occurrences.next()) yield { next };
}

function endOf(next: ICAL.Time, event: ICAL.Event): ICAL.Time {
  const end = next.clone();
  end.addDuration(event.duration);
  return end;
}

function takesTime(component: ICAL.Component): boolean {
  const value = (name: string): string => String(component.getFirstPropertyValue(name) ?? '').toUpperCase();
  return value('transp') !== 'TRANSPARENT' && value('status') !== 'CANCELLED';
}
