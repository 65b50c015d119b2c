import { clockOf, instantOf, isTimeZone, minuteMs, type Slot, slotsOfSpans, spansOf } from '#domain';
import ICAL from 'ical.js';
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
const daySeconds = 86_400;

/** From the first of this month on for thirteen months: it stays the same for a month, and so does what is said of it. */
export function busyWindow(now: string): CalendarQuestion['window'] {
  const at = new Date(now);
  const first = (months: number): string => instantOf(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
  return { fromAt: first(0), toAt: first(monthsAhead) };
}

/**
 * When a calendar (RFC 5545) says that somebody is busy: entries with their repetitions, exceptions and whole days. Not what is
 * cancelled, what is marked as free (`TRANSP:TRANSPARENT`), nor bookings of our own that came back with it.
 * @throws Error for what is no calendar
 */
export function busyTimes({ text, timeZone, window }: CalendarQuestion): BusyTimes {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  if (calendar.name !== 'vcalendar') throw new Error('this is not one calendar');
  const [from, to] = [Date.parse(window.fromAt) / minuteMs, Date.parse(window.toAt) / minuteMs];
  const pairs: (readonly [number, number])[] = [];
  let left = maxOfAll;
  for (const entry of entriesOf(calendar)) {
    left -= addOccurrences(entry, { from, to, timeZone, most: Math.min(left, maxOfEntry) }, pairs);
    if (left <= 0) break;
  }
  return { window, busy: slotsOfSpans(spansOf(pairs).slice(0, 2 * maxStretches)) };
}

/** Each entry with the exceptions that are of it; exceptions whose entry is missing stand for themselves. */
function entriesOf(calendar: ICAL.Component): ICAL.Event[] {
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
      ? exceptions.map((component) => new ICAL.Event(component, { strictExceptions: true, exceptions: [] }))
      : whole.map((component) => new ICAL.Event(component, { strictExceptions: true, exceptions })),
  );
}

interface Within {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
  readonly most: number;
}

/** Returns how many occurrences were looked at. */
function addOccurrences(event: ICAL.Event, within: Within, pairs: (readonly [number, number])[]): number {
  const add = ({ component, startDate, endDate }: Pick<ICAL.Event, 'component' | 'startDate' | 'endDate'>): void => {
    if (endDate.compare(startDate) <= 0 || !takesTime(component)) return;
    const { startZone, endZone } = zonesOf(component, within.timeZone);
    const [start, end] = [Math.floor(minuteOf(startDate, startZone)), Math.ceil(minuteOf(endDate, endZone))];
    if (end > within.from && start < within.to) pairs.push([Math.max(start, within.from), Math.min(end, within.to)]);
  };
  if (!event.isRecurring()) {
    add(event);
    return 1;
  }
  const { component, duration } = event;
  const { startZone } = zonesOf(component, within.timeZone);
  // Without exceptions there is nothing to look an occurrence up in, and of what is long over the beginning is enough.
  const hasExceptions = Object.keys(event.exceptions).length > 0;
  const longOver = within.from - (duration.toSeconds() + daySeconds) / 60;
  const occurrences = event.iterator();
  let count = 0;
  while (count < within.most) {
    const next = occurrences.next() as ICAL.Time | null | undefined;
    if (next === null || next === undefined) break;
    count += 1;
    const at = minuteOf(next, startZone);
    if (hasExceptions) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      add({ component: item.component, startDate, endDate });
    } else if (at >= longOver) {
      const endDate = next.clone();
      endDate.addDuration(duration);
      add({ component, startDate: next, endDate });
    }
    // One that was moved to an earlier or later time doesn't say where the others are.
    if (at >= within.to) break;
  }
  return count;
}

function takesTime(component: ICAL.Component): boolean {
  const value = (name: string): string => String(component.getFirstPropertyValue(name) ?? '').toUpperCase();
  return value('transp') !== 'TRANSPARENT' && value('status') !== 'CANCELLED';
}

/** By which zones times are read for which the calendar brings no rules along: those of the world by that name, or the assistant's. */
function zonesOf(component: ICAL.Component, timeZone: string): { startZone: string; endZone: string } {
  const named = (property: string): string | null => {
    const name = component.getFirstProperty(property)?.getParameter('tzid');
    return typeof name === 'string' && isTimeZone(name) ? name : null;
  };
  const startZone = named('dtstart') ?? timeZone;
  return { startZone, endZone: named('dtend') ?? startZone };
}

/** Whole days are the assistant's, whatever the zone of the calendar. */
function minuteOf(time: ICAL.Time, zone: string): number {
  const isFloating = time.isDate || time.zone === ICAL.Timezone.localTimezone;
  if (!isFloating) return time.toUnixTime() / 60;
  const { year, month, day, hour, minute } = time;
  return clockOf(zone).toUtc(Date.UTC(year, month - 1, day, ...(time.isDate ? [] : [hour, minute])) / minuteMs);
}
