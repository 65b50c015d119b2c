import { client } from '../../api/client';
import type { Waiting, WaitingSource } from '../home/waiting';

/** What is booked and can't take place as things stand. */
export const bookingsAtRisk: WaitingSource = {
  queryKey: ['bookings', 'waiting', 'at-risk'],
  async read() {
    const { items } = await client.body(
      client.api.GET('/v1/bookings', { params: { query: { atRisk: 'true', status: 'confirmed', limit: 20 } } }),
    );
    return items.map(({ id, assistantId }): Waiting => ({
      key: `risk ${id}`,
      text: 'bookings.at-risk-waits',
      link: { to: '/bookings/$bookingId', params: { bookingId: id } },
      assistantId,
      atRisk: true,
    }));
  },
};
