import { client } from '../../api/client';
import type { Waiting, WaitingSource } from '../home/waiting';

/** Proposals that nobody has answered. */
export const proposalsToAnswer: WaitingSource = {
  queryKey: ['proposals', 'waiting'],
  async read() {
    const { items } = await client.body(
      client.api.GET('/v1/proposals', { params: { query: { status: 'open', limit: 20 } } }),
    );
    return items.map(({ id, needId, assistantId }): Waiting => ({
      key: id,
      text: 'home.proposal-open',
      link: { to: '/needs/$needId', params: { needId } },
      assistantId,
    }));
  },
};
