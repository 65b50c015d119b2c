import { client } from '../../api/client';
import type { WaitingSource } from '../home/waiting';

/** Agencies that registered, to be verified. */
export const agenciesToVerify: WaitingSource = {
  queryKey: ['agencies', 'waiting'],
  async read() {
    const { items } = await client.body(client.api.GET('/v1/agencies', { params: { query: { limit: 200 } } }));
    const count = items.filter(({ status }) => status === 'registered').length;
    return count === 0
      ? []
      : [{ key: 'agencies', text: 'administration.to-verify', values: { count }, link: { to: '/admin/agencies' } }];
  },
};
