import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type Booking = components['schemas']['BookingDto'];

export const bookingsQuery = pagesQuery(['bookings'], (after) =>
  client.body(client.api.GET('/v1/bookings', { params: { query: after === undefined ? {} : { after } } })),
);

export const bookingQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['bookings', bookingId],
    queryFn: () => client.answer(client.api.GET('/v1/bookings/{id}', { params: { path: { id: bookingId } } })),
  });
