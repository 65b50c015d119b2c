import { client } from '../../api/client';
import type { Waiting, WaitingSource } from '../home/waiting';
import { readEngagements } from '../work/work-queries';

/** Engagements that have ended and that the reader's side has not said how they were. */
export const reviewsToGive = (side: 'agency' | 'business'): WaitingSource => ({
  queryKey: ['reviews', 'waiting', side],
  async read() {
    const ended = (await readEngagements()).filter(({ status }) => status === 'ended');
    if (ended.length === 0) return [];
    const { items } = await client.body(client.api.GET('/v1/reviews', { params: { query: { limit: 200 } } }));
    const given = new Set(items.filter((review) => review.side === side).map(({ engagementId }) => engagementId));
    return ended
      .filter(({ id }) => !given.has(id))
      .map(({ id, assistantId }): Waiting => ({
        key: id,
        text: 'home.review-open',
        link: { to: '/engagements/$engagementId', params: { engagementId: id } },
        assistantId,
      }));
  },
});
