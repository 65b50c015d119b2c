import { client } from '../../api/client';
import type { Waiting, WaitingSource } from '../home/waiting';

/** Time that was worked, until the business says whether it is right; silence says so for it in the end. */
export const timeToJudge: WaitingSource = {
  queryKey: ['time', 'waiting'],
  async read(): Promise<readonly Waiting[]> {
    const { items } = await client.body(
      client.api.GET('/v1/time-entries', { params: { query: { status: 'recorded', limit: 200 } } }),
    );
    const [first] = items.map(({ silenceAcceptsAt }) => silenceAcceptsAt).sort();
    const text = 'home.time-to-judge';
    const link = { to: '/time' } as const;
    return items.length === 0 ? [] : [{ key: text, text, values: { count: items.length }, link, by: first ?? null }];
  },
};
