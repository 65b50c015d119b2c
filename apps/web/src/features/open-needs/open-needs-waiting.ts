import { client } from '../../api/client';
import type { Waiting, WaitingSource } from '../home/waiting';

/** Needs to which the agency is invited, and those that are open to all. */
export const openNeeds: WaitingSource = {
  queryKey: ['open-needs', 'waiting'],
  async read() {
    const { items } = await client.body(client.api.GET('/v1/needs', { params: { query: { limit: 200 } } }));
    const invited = items.filter((need) => 'invited' in need && need.invited).length;
    const open = items.length - invited;
    const link = { to: '/open-needs' } as const;
    const waiting: Waiting[] = [];
    if (invited > 0) waiting.push({ key: 'invited', text: 'home.invited', values: { count: invited }, link });
    if (open > 0) waiting.push({ key: 'open', text: 'home.open', values: { count: open }, link });
    return waiting;
  },
};
