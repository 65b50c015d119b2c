import { client } from '../../api/client';
import type { Waiting, WaitingSource } from '../home/waiting';

const monthMs = 30 * 86_400_000;
const linkTo = (assistantId: string) =>
  ({ to: '/roster/$assistantId', params: { assistantId }, search: { part: 'workplace' } }) as const;

/** Reports on workplaces on which somebody has to decide. */
export const workplacesToAssess: WaitingSource = {
  queryKey: ['clearances', 'waiting', 'requested'],
  async read() {
    const { items } = await client.body(
      client.api.GET('/v1/clearances', { params: { query: { status: 'requested', limit: 20 } } }),
    );
    return items.map(({ id, assistantId }): Waiting => ({
      key: id,
      text: 'workplace.to-assess',
      link: linkTo(assistantId),
      assistantId,
    }));
  },
};

/** Clearances that end within a month, after which nobody can be booked there. */
export const clearancesThatEnd: WaitingSource = {
  queryKey: ['clearances', 'waiting', 'ending'],
  async read() {
    const endsBefore = new Date(Date.now() + monthMs).toISOString();
    const { items } = await client.body(
      client.api.GET('/v1/clearances', { params: { query: { endsBefore, sort: 'ends', limit: 20 } } }),
    );
    return items.map(({ id, assistantId, validUntil }): Waiting => ({
      key: id,
      text: 'workplace.ends',
      link: linkTo(assistantId),
      assistantId,
      by: validUntil,
    }));
  },
};
