import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type Booking = components['schemas']['BookingDto'];

export const bookingsQuery = pagesQuery(['bookings'], (after) =>
  client.body(client.api.GET('/v1/bookings', { params: { query: after === undefined ? {} : { after } } })),
);
