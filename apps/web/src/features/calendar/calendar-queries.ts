import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { dayOf, daysLater } from '../../format/days';
import { readersZone } from '../../format/use-format';
import type { Booking } from '../bookings/booking-queries';

/** A stretch of time that somebody is booked for. */
export interface BookedSlot {
  readonly booking: Booking;
  readonly startAt: string;
  readonly endAt: string;
}

const mostPages = 10;

async function readBookings(from: string, to: string, status: 'held' | 'confirmed'): Promise<Booking[]> {
  const bookings: Booking[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = { from, to, timeZone: readersZone, status, limit: 200, ...(after === undefined ? {} : { after }) };
    const { items, next } = await client.body(client.api.GET('/v1/bookings', { params: { query } }));
    bookings.push(...items);
    if (next === null) break;
    after = next;
  }
  return bookings;
}

/** What is booked on days, both included, by the reader's clocks, in the order in which it begins; held hours as well. */
export const slotsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['bookings', 'slots', from, to],
    queryFn: async (): Promise<readonly BookedSlot[]> => {
      const [held, confirmed] = await Promise.all([
        readBookings(from, to, 'held'),
        readBookings(from, to, 'confirmed'),
      ]);
      return [...held, ...confirmed]
        .flatMap((booking) => booking.slots.map(({ startAt, endAt }) => ({ booking, startAt, endAt })))
        .filter(({ startAt }) => dayOf(startAt) >= from && dayOf(startAt) <= to)
        .sort((one, other) => one.startAt.localeCompare(other.startAt));
    },
  });

export const weekOf = (monday: string): readonly string[] =>
  [0, 1, 2, 3, 4, 5, 6].map((days) => daysLater(monday, days));

/** Who the sides of an agreement are; that changes with a new name alone. */
export const partiesQuery = (agreementId: string) =>
  queryOptions({
    queryKey: ['agreements', agreementId, 'parties'],
    staleTime: 60 * 60_000,
    queryFn: () =>
      client.body(client.api.GET('/v1/agreements/{id}/parties', { params: { path: { id: agreementId } } })),
  });

/** The slots of each day, or of each assistant, in the order in which they begin. */
export function slotsBy(
  slots: readonly BookedSlot[],
  keyOf: (slot: BookedSlot) => string,
): ReadonlyMap<string, readonly BookedSlot[]> {
  const groups = new Map<string, BookedSlot[]>();
  for (const slot of slots) groups.set(keyOf(slot), [...(groups.get(keyOf(slot)) ?? []), slot]);
  return groups;
}
