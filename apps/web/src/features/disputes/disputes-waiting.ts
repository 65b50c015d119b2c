import { client } from '../../api/client';
import type { Waiting, WaitingSource } from '../home/waiting';

/** Disputes in which it is the turn of the reader's side. */
export const disputesOf = (side: 'agency' | 'business' | 'administrator'): WaitingSource => ({
  queryKey: ['disputes', 'waiting'],
  async read() {
    const { items } = await client.body(
      client.api.GET('/v1/disputes', {
        params: { query: { sort: '-opened', limit: 50, ...(side === 'administrator' && { status: 'to-decide' }) } },
      }),
    );
    return items
      .filter(({ waitsFor }) => waitsFor === side)
      .map(({ id, assistantId, answerDueAt }): Waiting => ({
        key: id,
        text: side === 'administrator' ? 'disputes.waits-decision' : 'disputes.waits-answer',
        link: { to: '/disputes/$disputeId', params: { disputeId: id } },
        assistantId,
        by: answerDueAt,
      }));
  },
});
