import { client } from '../../api/client';
import type { WaitingSource } from '../home/waiting';

/** Messages that nobody could handle: to be tried again once the cause is gone, or given up. */
export const deadLettersToDecide: WaitingSource = {
  queryKey: ['figures', 'waiting'],
  async read() {
    const { messaging } = await client.body(client.api.GET('/v1/admin/figures'));
    const count = messaging.deadLetters;
    return count === 0
      ? []
      : [
          {
            key: 'dead-letters',
            text: 'administration.letters',
            values: { count, parked: messaging.parked },
            link: { to: '/admin/dead-letters' },
            atRisk: true,
          },
        ];
  },
};
