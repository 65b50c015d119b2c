import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type Booking = components['schemas']['BookingDto'];

/** Those at risk alone, or all of them. */
export const bookingsQuery = (atRisk: boolean) =>
  pagesQuery(['bookings', { atRisk }], (after) =>
    client.body(
      client.api.GET('/v1/bookings', {
        params: {
          query: { sort: '-starts', ...(atRisk ? { atRisk: 'true' } : {}), ...(after === undefined ? {} : { after }) },
        },
      }),
    ),
  );

export const bookingQuery = (id: string) =>
  queryOptions({
    queryKey: ['bookings', id],
    queryFn: () => client.answer(client.api.GET('/v1/bookings/{id}', { params: { path: { id } } })),
  });

/** What is confirmed and has not ended, in the order in which it starts; of bookings that end in the week that is asked about or later. */
export async function readSlotsAhead(): Promise<readonly (Booking['slots'][number] & { readonly booking: Booking })[]> {
  const now = new Date().toISOString();
  const { items } = await client.body(
    client.api.GET('/v1/bookings', { params: { query: { status: 'confirmed', sort: '-created', limit: 200 } } }),
  );
  return items
    .flatMap((booking) => booking.slots.map((slot) => ({ ...slot, booking })))
    .filter(({ endAt }) => endAt > now)
    .sort((one, other) => one.startAt.localeCompare(other.startAt));
}

/** A booking, with the version that a change of it names. */
export interface BookingInHand {
  readonly booking: Booking;
  readonly etag: string;
}
