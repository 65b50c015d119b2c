import { client } from '../../api/client';
import type { Waiting, WaitingSource } from '../home/waiting';

/** Hours that are held until somebody confirms them. */
export const bookingsToConfirm: WaitingSource = {
  queryKey: ['bookings', 'waiting', 'held'],
  async read() {
    const { items } = await client.body(
      client.api.GET('/v1/bookings', { params: { query: { status: 'held', limit: 20 } } }),
    );
    return items.map(({ id, assistantId, holdExpiresAt }): Waiting => ({
      key: id,
      text: 'home.hold-open',
      link: { to: '/bookings/$bookingId', params: { bookingId: id } },
      assistantId,
      by: holdExpiresAt,
    }));
  },
};
