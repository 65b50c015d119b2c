import { type Booking, dayMs, instantMs, type Slot } from '#domain';
import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from 'ical-generator';
import { setImmediate } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { ownUidEnd } from './own-uid.js';
import { timeZoneComponent } from './time-zone-component.js';

export interface ShownBooking {
  readonly booking: Booking;
  readonly version: number;
  /** Who it is with, as the reader of the feed knows them. */
  readonly withWhom: string;
}

type Language = 'en' | 'es' | 'ca';

const words: Readonly<Record<Language, { readonly title: string; readonly held: string; readonly changes: string }>> = {
  en: { title: 'Ajudant: bookings', held: 'Held: {who}', changes: 'Moves and cancellations are made in Ajudant.' },
  es: {
    title: 'Ajudant: reservas',
    held: 'En espera: {who}',
    changes: 'Los cambios y las anulaciones se hacen en Ajudant.',
  },
  ca: {
    title: 'Ajudant: reserves',
    held: 'En espera: {who}',
    changes: 'Els canvis i les anul·lacions es fan a Ajudant.',
  },
};

/** What is over is shown for so long. */
export const shownPastDays = 90;
/** Entries of one calendar: half a second of writing. */
const maxEntries = 2_000;
/** So many are written at a time. */
const pieceLength = 20;

interface Entry {
  readonly slot: Slot;
  readonly status: ICalEventStatus;
}

/** The slots of a booking as a calendar has them: those that take place, and those that stood in it and will not. */
function entriesOf(booking: Booking): readonly Entry[] {
  const changed = booking.status === 'confirmed' || booking.status === 'cancelled' ? booking : null;
  const missed = booking.status === 'confirmed' ? (booking.missedSlots ?? []) : [];
  const calledOff = [...(changed?.cancelledSlots ?? []), ...missed];
  const off = new Set(calledOff.map(({ startAt }) => startAt));
  const live = booking.slots.filter(({ startAt }) => !off.has(startAt));
  const starts = new Set(live.map(({ startAt }) => startAt));
  const gone = new Map([...calledOff, ...(changed?.movedSlots ?? [])].map((slot) => [slot.startAt, slot]));
  const status = booking.status === 'held' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
  return [
    ...live.map((slot) => ({ slot, status })),
    ...[...gone.values()]
      .filter(({ startAt }) => !starts.has(startAt))
      .map((slot) => ({ slot, status: ICalEventStatus.CANCELLED })),
  ];
}

const zoned = (ms: number, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);

/**
 * Bookings as iCalendar: one entry for each slot, which keeps its UID for as long as it begins then. What was called off or moved stays
 * as cancelled, and the version of the booking is its sequence number, so that calendars which keep copies of their own follow. A long
 * one is written piece by piece, so that it holds nobody up.
 */
export async function bookingsCalendar(
  all: readonly ShownBooking[],
  { language, most = maxEntries }: { readonly language: Language; readonly most?: number },
  now: string,
): Promise<string> {
  const shown = nearest(all, most, instantMs(now));
  const zones = spansOfZones(shown);
  const calendar = ical({
    name: words[language].title,
    prodId: { company: 'Ajudant', product: 'Bookings', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 900,
  });
  // The rules of a zone are written where an entry is in it.
  const firsts = new Set([...zones.keys()].map((zone) => shown.find(({ booking }) => booking.timeZone === zone)!));
  for (const one of firsts) calendar.createEvent(entryOf(one, language, now));
  calendar.timezone({
    name: [...zones.keys()][0] ?? 'UTC',
    generator: (zone) => timeZoneComponent(zone, zones.get(zone) ?? { from: instantMs(now), to: instantMs(now) }),
  });
  const whole = calendar.toString();
  const end = whole.lastIndexOf('END:VCALENDAR');
  // Below a calendar with a zone the library would write when an entry was made by that zone's clock, which has to be in UTC.
  const pieces: string[] = [];
  for (let from = 0; from < shown.length; from += pieceLength) {
    await setImmediate();
    pieces.push(entriesAlone(shown.slice(from, from + pieceLength).map((one) => entryOf(one, language, now))));
  }
  const head = shown.length === 0 ? whole.slice(0, end) : whole.slice(0, whole.indexOf('BEGIN:VEVENT'));
  return [head, ...pieces, whole.slice(end)].join('');
}

function spansOfZones(shown: readonly (ShownBooking & Entry)[]): ReadonlyMap<string, { from: number; to: number }> {
  const zones = new Map<string, { from: number; to: number }>();
  for (const { booking, slot } of shown) {
    const [from, to] = [instantMs(slot.startAt), instantMs(slot.endAt)];
    const known = zones.get(booking.timeZone);
    zones.set(booking.timeZone, { from: Math.min(from, known?.from ?? from), to: Math.max(to, known?.to ?? to) });
  }
  return zones;
}

function entryOf(
  { booking: { bookingId, timeZone }, version, withWhom, slot, status }: ShownBooking & Entry,
  language: Language,
  now: string,
): ICalEventData {
  const { held, changes } = words[language];
  const from = instantMs(slot.startAt);
  return {
    id: `${bookingId}-${Math.floor(from / 1_000)}${ownUidEnd}`,
    sequence: version,
    stamp: zoned(instantMs(now), 'UTC'),
    start: zoned(from, timeZone),
    end: zoned(instantMs(slot.endAt), timeZone),
    timezone: timeZone,
    summary: status === ICalEventStatus.TENTATIVE ? held.replace('{who}', withWhom) : withWhom,
    description: changes,
    status,
  };
}

function entriesAlone(events: ICalEventData[]): string {
  const text = ical({ events }).toString();
  return text.slice(text.indexOf('BEGIN:VEVENT'), text.lastIndexOf('END:VCALENDAR'));
}

/** What is shown of all: what lies ahead, the soonest first, then what was, the latest first, as far as there is room. */
function nearest(all: readonly ShownBooking[], most: number, now: number): readonly (ShownBooking & Entry)[] {
  const oldest = now - shownPastDays * dayMs;
  const isLapsed = ({ booking }: ShownBooking): boolean =>
    booking.status === 'held' && instantMs(booking.holdExpiresAt) <= now;
  const dated = all
    .filter((shown) => !isLapsed(shown))
    .flatMap((shown) => entriesOf(shown.booking).map((entry) => ({ ...shown, ...entry })))
    .map((shown) => ({ shown, from: instantMs(shown.slot.startAt), to: instantMs(shown.slot.endAt) }))
    .filter(({ to }) => to > oldest);
  if (dated.length <= most) return dated.map(({ shown }) => shown);
  const [ahead, past] = [dated.filter(({ to }) => to > now), dated.filter(({ to }) => to <= now)];
  ahead.sort((one, other) => one.from - other.from);
  past.sort((one, other) => other.from - one.from);
  return [...ahead, ...past].slice(0, most).map(({ shown }) => shown);
}
