import { type Booking, instantMs, type Slot } from '#domain';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
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
 * as cancelled, and the version of the booking is its sequence number, so that calendars which keep copies of their own follow.
 */
export function bookingsCalendar(
  all: readonly ShownBooking[],
  { language }: { readonly language: Language },
  now: string,
): string {
  const { title, held, changes } = words[language];
  const calendar = ical({
    name: title,
    prodId: { company: 'Ajudant', product: 'Bookings', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 900,
  });
  const zones = new Map<string, { from: number; to: number }>();
  for (const { booking, version, withWhom } of all) {
    if (booking.status === 'held' && instantMs(booking.holdExpiresAt) <= instantMs(now)) continue;
    const { bookingId, timeZone } = booking;
    for (const { slot, status } of entriesOf(booking)) {
      const [from, to] = [instantMs(slot.startAt), instantMs(slot.endAt)];
      const known = zones.get(timeZone);
      zones.set(timeZone, { from: Math.min(from, known?.from ?? from), to: Math.max(to, known?.to ?? to) });
      calendar.createEvent({
        id: `${bookingId}-${Math.floor(from / 1_000)}${ownUidEnd}`,
        sequence: version,
        stamp: zoned(instantMs(now), 'UTC'),
        start: zoned(from, timeZone),
        end: zoned(to, timeZone),
        timezone: timeZone,
        summary: status === ICalEventStatus.TENTATIVE ? held.replace('{who}', withWhom) : withWhom,
        description: changes,
        status,
      });
    }
  }
  calendar.timezone({
    name: [...zones.keys()][0] ?? 'UTC',
    generator: (zone) => timeZoneComponent(zone, zones.get(zone) ?? { from: instantMs(now), to: instantMs(now) }),
  });
  return calendar.toString();
}
